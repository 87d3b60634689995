import { pinyin } from 'pinyin-pro'

/** Every reading that pinyin-pro knows of a Han character, without tones, v for ü; without those that no letters write. */
export function readingsInDictionary(character: string): string[] {
  const unit = character.charCodeAt(0)
  if (!((unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007)) return []
  const listed = pinyin(character, { toneType: 'none', type: 'array', multiple: true })
  return [...new Set(listed.map((reading) => reading.replaceAll('ü', 'v')))].filter((reading) =>
    /^[a-z]+$/.test(reading),
  )
}
