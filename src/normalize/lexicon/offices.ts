/**
 * The first two characters of a credit code (GB 32100-2015): the authority that keeps the register, then the kinds
 * of body it keeps, each with its second character. An authority's line reads `character name: character kind …`.
 */
export const OFFICES = `
1 机构编制: 1 机关 2 事业单位 3 群众团体 9 其他机构
2 外交: 1 外国常驻新闻机构 9 其他机构
3 司法行政: 1 律师执业机构 2 公证处 3 基层法律服务所 4 司法鉴定机构 5 仲裁委员会 9 其他机构
4 文化: 1 外国在华文化中心 9 其他机构
5 民政: 1 社会团体 2 民办非企业单位 3 基金会 9 其他机构
6 旅游: 1 外国旅游部门常驻代表机构 2 港澳台地区旅游部门常驻代表机构 9 其他机构
7 宗教: 1 宗教活动场所 2 宗教院校 9 其他机构
8 工会: 1 基层工会 9 其他机构
9 市场监督管理: 1 企业 2 个体工商户 3 农民专业合作社 9 其他机构
A 军队编制: 1 军队事业单位 9 其他机构
N 农业农村: 1 组级集体经济组织 2 村级集体经济组织 3 乡镇级集体经济组织 9 其他机构
Y 其他: 1 其他机构
`

/** The heads of GB/T 2260 codes: 10 is the state itself, the rest are provinces. */
export const PROVINCES =
  '10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82 83'

/** Who holds a registration number (GS 15-2006), by its seventh digit 0 to 9. */
export const REGISTRATION_BODIES =
  '企业 企业 企业 企业 外商投资企业 外商投资企业 个体工商户 个体工商户 个体工商户 个体工商户'

/**
 * Characters that are taken for each other in typed and scanned codes: what was written, then what may have been
 * meant. No credit code holds I, O, S, V or Z.
 */
export const CODE_CONFUSIONS = `
O 0DQ
Q 0
D 0
I 1L
L 1
Z 2
S 58
V UYW
B 8
G 6
T 7
0 DQ
1 L
8 B
6 G
`

/** Letters of other scripts that look like one of ours, as pairs. */
export const FOREIGN_LETTERS =
  'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ аA вB еE кK мM нH оO рP сC тT уY хX ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οO 〇0 ○0 零0 З3 з3'
