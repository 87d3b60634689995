/** Kinds of branch: canonical first, other spellings after it. What a name has behind its form and ends so is a branch. */
export const BRANCH_KINDS = `
分公司 子公司 分公司(非法人) 分公 公司
支公司 中心支公司 中支公司 中支
分店 分号
分行 中心分行
支行 二级支行 社区支行 专业支行
分理处
储蓄所 储蓄点
营业部 营业室 营业厅 营业所 营业网点 营业处 营业点 营业站 营业
经营部 经营处 经营点 经营站
门市部 门市 门市店 零售部 零售点 零售门市部
分部
办事处 联络处 联络站 办事点 联络部 驻京办
代表处 代表机构 首席代表处
项目部 项目经理部 项目指挥部 工程项目部 项目处 经理部 项目管理部 项目组 项目
指挥部
工程处 施工处 安装处 工区 工程队 施工队 工程部
工程公司
事业部
销售部 销售中心 营销中心 销售处 销售点 营销部 销售服务部 营销服务部 展销部 直销部 推销部 销售 营销
服务部 服务处 售后服务部 维修部 维修点 修理部
服务站 维修站 服务点
服务中心 客服中心 服务社
分院 院区
分所
分校 校区
分社 信用社 信用分社
分站
分队 车队 大队 中队 支队
分厂 车间 工厂
分局
支局 邮电支局 邮政支局
邮政所 邮电所 代办所 代办站 代办点 邮政代办所 邮局
加油站 加气站 充电站 加油加气站 油站 加油点
收购站 采购站 供应站 收费站 购销站 回收站 收购点 收购部 采购点 供应点 供应部 供应处 站
配送中心 物流中心 配送站 配送部
仓库 库
店 专卖店 直营店 加盟店 连锁店 旗舰店 零售店 体验店 门店 总店 超市 便利店 商店 药店 药房 大药房 商场 书店 餐厅 饭店 农家店 便民店 量贩店 大卖场
经销部 经销处 直销处 批发部 经销店 经销点 代销点 代销店 代理处
酒店 宾馆 招待所 大酒店 度假村 客栈 公寓 旅馆
报刊亭 零售亭 报亭 亭
供电所 供电公司 供水站 电站 变电站 水厂
客运站 汽车站 车站 停车场
煤矿 矿 铁矿 金矿
厂 印刷厂 修理厂 加工厂 分场 场 屠宰场 养殖场 拌料站 搅拌站
中心 分中心 结算中心 培训中心 运营中心 资金营运中心 研发中心 技术中心 信用卡中心 资金中心 培训部 数据中心
市场
研究院 研究所 设计院 设计所 分院 学校 幼儿园 医院 诊所 门诊部
部 处 所 队 局 室 院 社 馆 园 点 厅
行
委员会 工会委员会 工会 党委 团委
`

/** Branch kinds that prove a branch even when nothing before them ends in a form of a company. */
export const STRONG_BRANCH_KINDS: readonly string[] =
  '分公司 支公司 分店 分行 支行 分理处 储蓄所 分部 办事处 代表处 项目部 分院 分所 分校 分社 分站 分厂 分局 支局 营业部 门市部 经营部 事业部 销售部 服务部 经销部 批发部 供应部 维修部 加油站 服务站 收购站 信用社 校区 院区 零售店 连锁店 直营店 加盟店 服务社 采购站'.split(
    ' ',
  )

/** Branch kinds before which the firm's own form is often left out; 分 is what is left of the first in a name cut short. */
export const FORMLESS_BRANCH_KINDS: readonly string[] = '分公司 支公司 分厂 分店 分部 办事处 分'.split(' ')

/** Ends of a head that is no company: a branch kind behind one of them splits the name there. */
export const HEAD_ENDS: readonly string[] =
  '合作社 株式会社 会社 商社 厂 医院 大学 学院 学校 研究院 研究所 设计院 集团 局 粮站 粮库 商场 百货大楼 百货商店 电力局 大药房 药房 超市 中学 小学 幼儿园 协会 事务所 出版社 农场 林场 宾馆 酒店 饭店 煤矿'.split(
    ' ',
  )

/** Short names of banks that stand for the head of a name: 工行汉中支行. */
export const BANK_SHORTS: readonly string[] = ['工行', '农行', '中行', '建行', '交行', '招行', '邮储']

/** Heads that take any kind of branch behind them. */
export const BANK_HEADS: readonly string[] = [
  '银行',
  '信用社',
  '信用合作社',
  '联社',
  '供销社',
  '供销合作社',
  ...BANK_SHORTS,
]
