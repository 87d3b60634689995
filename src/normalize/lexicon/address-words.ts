/** The words of the address grammar. Each list becomes an alternative of a pattern; the longest word is tried first. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** The words as an alternative for a pattern, longest first, so that 开发区 does not hide 经济开发区. */
export function anyOf(list: readonly string[]): string {
  return `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`
}

/** What a road ends with. */
export const ROAD_KINDS = words('大道 大街 公路 路 街 巷 胡同')

/** Development zones and the like: no administrative units. Matched at the end of a name. */
export const ZONE_KINDS = words(`
高新技术产业开发区 高新技术开发区 高新技术产业园区 高新技术园区 高新开发区 高新区 经济技术开发区 经济开发区 经开区 技术开发区 开发区 新区
保税港区 保税区 自由贸易试验区 自由贸易区 自贸试验区 自贸区 出口加工区 示范区 度假区 实验区 试验区 管理区 工业园区 产业园区 科技园区 软件园区
物流园区 化工园区 经济发展区 经济区 集中区 旅游区 名胜区 风景区 投资区 功能区 合作区
`)

/** Where a long stretch before a road, a town or a village may be cut: what ends with these is a place of its own. */
export const HEAD_KINDS = words(`
区 市 县 园 线 城 场 苑 厦 楼 镇 乡 庄 屯 村 广场 花园 公寓 公司 管委会 管理委员会 学校 学院 大学 医院 酒店 宾馆
`)

/** Residential names: a number that follows one counts buildings, not houses of a street. */
export const ESTATE_KINDS = words(`
小区 花园 花苑 家园 公寓 新村 新苑 广场 大厦 苑 城 园 庭 院 里 湾 府 郡 墅 寓 邸 厦 居 期 区
`)

/** Places that are named whole before another name begins: 翠湖工业园信嘉科技. */
export const CLOSED_KINDS = words('小区 花园 工业园 工业区 产业园 科技园 大厦 广场 新村 学院 大学 医院')

/** After the stem of a division these make it part of another name: 朝阳门, 北京大厦, 南山医院. */
export const NAME_TAILS = words(`
大厦 大楼 大酒店 大学 广场 花园 花苑 小区 新村 新苑 新城 公寓 商城 商场 商厦 商店 酒店 宾馆 饭店 医院 学校 中学 小学 学院 公园 市场 机场
火车 汽车 商务 国际 百货 银行 工业(?!园|区) 科技(?!园) 石化 石油 电力 钢铁 社区 街道 街办 办事处
山 湖 河 江 海 门 桥 站 寺 塔 里 园 岭 湾 岛 港 村 镇 乡 苑 府 庄 坊 洲 集 店 沟 口 坝
`)

/** After 号: a building. */
export const BUILDING_KINDS = words(`
楼 大楼 教学楼 宿舍楼 办公楼 综合楼 商业楼 商住楼 住宅楼 家属楼 公寓楼 写字楼 实验楼 生产楼 科研楼 研发楼 栋 幢 座 厂房 标准厂房 生产厂房
仓 仓库 车间 生产车间 库 库房 馆 公寓 塔 大棚
`)
/** After 号: part of a name, 14号大街, 2号线. */
export const NUMBERED_NAMES = words('大街 街 路 公路 线 桥 地(?![下上]) 地块 公馆 井 坑 路口 区 小区')
/** After 号: a way in. */
export const ENTRANCES = words('门(?![面市店]) 口 出口 入口')
/** After 号: a room. */
export const ROOM_KINDS = words(`
房 房间 室 铺 铺位 商铺 门面 门市 门店 店 店面 网点 摊 摊位 柜 户 单元 厅 间
`)

/** Words that place one thing beside another; what stands before is a landmark, what follows is the place. */
export const BESIDE = words('斜对面 正对面 对面 附近 旁边 隔壁 对过 交叉口 交汇处 交界处 路口')

/** Words at the end of a name that say where at the place; [] are the four directions. */
export const WHERE_AT = words(`
[]{1,2}侧 []{1,2}边 []{1,2}面 []{1,2}首 []{1,2}头 []{1,2}端 []{1,2}角 []{1,2}方向 []{1,2}邻 []{1,2}部 []{1,2}约 []{1,2}行 []{1,2}
旁 内 院内 楼下 楼上 门口 门前 后门 大门 []门 正门 后面 前面 里面 院里 处 驻地 沿街 往[] 向[]
`).map((word) => word.replace('[]', '[东西南北]'))

/** Cells that say that there is no address. */
export const NO_ADDRESS: ReadonlySet<string> = new Set(
  words('无 不详 未知 同上 同左 暂无 不明 待定 待补 没有 空 NULL NONE N/A NA'),
)
