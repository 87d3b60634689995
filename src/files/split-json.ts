const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const OPEN_ARRAY = 91
const CLOSE_ARRAY = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

/**
 * Cuts the elements out of one JSON array, wherever pieces of its text break, and hands each over
 * with its 1-based place; the array may stand inside an object, as in `{"RECORDS":[…]}`. Gives true
 * when the text ended before the array did; an element that was begun is not handed over then.
 * @example await splitJsonArray(pieces, 1 << 24, (text, place) => JSON.parse(text))
 */
export async function splitJsonArray(
  pieces: AsyncIterable<string>,
  maxCharacters: number,
  take: (text: string, place: number) => void,
): Promise<boolean> {
  const splitter = createSplitter(maxCharacters, take)
  for await (const piece of pieces) if (splitter.push(piece)) return false
  return true
}

function createSplitter(maxCharacters: number, take: (text: string, place: number) => void) {
  let depth = 0
  let inString = false
  let escaped = false
  let arrayDepth = 0
  let place = 1
  let rest = ''
  const finishElement = (text: string): void => {
    if (text.trim() !== '') take(text, place++)
    rest = ''
  }
  /** Takes a piece; true when the array has ended. */
  const push = (piece: string): boolean => {
    let start = 0
    for (let i = 0; i < piece.length; i++) {
      const unit = piece.charCodeAt(i)
      if (escaped) escaped = false
      else if (inString) {
        if (unit === BACKSLASH) escaped = true
        else if (unit === QUOTE) inString = false
      } else if (unit === QUOTE) inString = true
      else if (unit === OPEN_ARRAY || unit === OPEN_OBJECT) {
        depth++
        if (unit === OPEN_ARRAY && arrayDepth === 0) {
          arrayDepth = depth
          start = i + 1
        }
      } else if (unit === CLOSE_ARRAY || unit === CLOSE_OBJECT) {
        if (depth === arrayDepth && arrayDepth > 0) {
          finishElement(rest + piece.slice(start, i))
          return true
        }
        depth--
      } else if (unit === COMMA && depth === arrayDepth && arrayDepth > 0) {
        finishElement(rest + piece.slice(start, i))
        start = i + 1
      }
    }
    if (arrayDepth > 0 && rest.length < maxCharacters) rest += piece.slice(start)
    return false
  }
  return { push }
}
