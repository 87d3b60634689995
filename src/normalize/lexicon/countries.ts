/** Countries that stand at the head of the names of foreign firms. */
export const COUNTRIES: readonly string[] =
  '韩国 日本 美国 英国 德国 法国 意大利 西班牙 荷兰 瑞士 瑞典 丹麦 芬兰 挪威 比利时 奥地利 俄罗斯 加拿大 澳大利亚 新西兰 新加坡 马来西亚 泰国 越南 印度 印度尼西亚 菲律宾 巴基斯坦 土耳其 以色列 阿联酋 巴西 墨西哥 南非 蒙古国 朝鲜 缅甸 老挝 柬埔寨 哈萨克斯坦'.split(
    ' ',
  )
