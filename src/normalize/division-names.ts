/** How the name of a Chinese division is built: stem, peoples, kind. */

const PEOPLES =
  /(?:各族|土家族|苗族|侗族|瑶族|壮族|回族|藏族|彝族|羌族|傣族|景颇族|傈僳族|哈尼族|白族|布依族|朝鲜族|满族|蒙古族|畲族|黎族|水族|仡佬族|毛南族|仫佬族|土族|撒拉族|保安族|东乡族|裕固族|拉祜族|佤族|布朗族|怒族|独龙族|普米族|纳西族|达斡尔族|哈萨克族|哈萨克|柯尔克孜|蒙古|锡伯|塔吉克|维吾尔|鄂温克族|鄂伦春族|锡伯族|赫哲族|维吾尔族|哈萨克族|基诺族|阿昌族|德昂族)$/

const KINDS =
  /(?:特别行政区|行政委员会|自治区|自治州|自治县|自治旗|地区|(?<=神农架)林区|矿区|特区|新区|省|市|县|区|旗|盟|州)$/

/** Most names: two characters or more before a 市 or 县 that no people and no autonomy stand before. */
const PLAIN_KIND = /^.+[^族治][市县]$/

/** A 旗 whose name ends in a direction is called by its whole name: 土默特左旗. */
const DIRECTED_BANNER = /[左右中前后]$/

/** A stem without the peoples at its end, never fewer than two characters: 恩施土家族苗族. */
export function withoutPeoples(stem: string): string {
  const cut = PEOPLES.exec(stem)
  return cut === null || cut.index < 2 ? stem : withoutPeoples(stem.slice(0, cut.index))
}

/**
 * The short form of a division's full name: kind and peoples cut, never fewer than two characters.
 * @example shortName('恩施土家族苗族自治州') // '恩施'
 */
export function shortName(name: string): string {
  if (PLAIN_KIND.test(name)) return name.slice(0, -1)
  const kind = KINDS.exec(name)
  if (kind === null || kind.index < 2) return name
  let stem = name.slice(0, kind.index)
  if (kind[0] === '旗' && DIRECTED_BANNER.test(stem)) return name
  if (!kind[0].startsWith('自治') && !stem.endsWith('族')) return stem
  stem = withoutPeoples(stem)
  return stem.length > 2 && stem.endsWith('族') ? stem.slice(0, -1) : stem
}
