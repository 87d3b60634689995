/** Other ways to write a division in use: name, code, whether it stands for the whole name (内蒙古自治区) or the stem. */
export const DIVISION_ALIASES: readonly (readonly [name: string, code: string, full: boolean])[] = [
  ['内蒙', '150000', false],
  ['内蒙古省', '150000', true],
  ['内蒙自治区', '150000', true],
  ['广西省', '450000', true],
  ['广西自治区', '450000', true],
  ['西藏省', '540000', true],
  ['宁夏省', '640000', true],
  ['宁夏自治区', '640000', true],
  ['新疆省', '650000', true],
  ['新疆自治区', '650000', true],
  ['新疆维吾尔族自治区', '650000', true],
  ['香港特区', '810000', true],
  ['香港行政区', '810000', true],
  ['澳门特区', '820000', true],
  ['澳门行政区', '820000', true],
  ['大兴安岭', '232700', false],
]
