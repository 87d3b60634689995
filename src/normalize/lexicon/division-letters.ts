/**
 * The one character that stands for a province, or a city, before a short name (粤电力), and its code. Characters with which
 * brands begin as often (新, 云, 吉, 贵) are left out.
 */
export const DIVISION_LETTERS = `
津 120000
冀 130000
晋 140000
辽 210000
沪 310000
申 310000
苏 320000
浙 330000
甬 330200
皖 340000
闽 350000
赣 360000
鲁 370000
豫 410000
鄂 420000
湘 430000
粤 440000
深 440300
桂 450000
琼 460000
渝 500000
川 510000
黔 520000
滇 530000
陕 610000
陇 620000
`
