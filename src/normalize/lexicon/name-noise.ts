/** Labels that forms and people put before a name; all of them need a colon, the `bare` ones do not. */
export const NAME_LABELS =
  '客户名称 公司名称 单位名称 企业名称 客户全称 公司全称 单位全称 购货单位 购买方名称 购买方 购方名称 购方 收货单位 收货方 发货方 供应商 供货商 供货单位 销售方 买方 卖方 甲方 乙方 丙方 抬头 开票抬头 发票抬头 开票名称 开户名称 开户名 户名 账户名称 付款单位 付款方 收款单位 收款人 承运单位 施工单位 建设单位 委托单位 使用单位 租户 商户 商户名称 门店 名称 客户 公司 单位 企业 厂家 厂商 用户 会员'
export const BARE_LABELS =
  '客户名称 公司名称 单位名称 企业名称 客户全称 公司全称 单位全称 购货单位 开票抬头 发票抬头 户名 抬头 开票名称'

/** Words in brackets or behind a name that say how a record stands, not who it is. */
export const STATUS_WORDS =
  '已注销 注销 微型企业 小型企业 小微企业 中型企业 微企 小微 吊销 已吊销 吊销未注销 吊销已注销 吊销,未注销 吊销,已注销 迁出 已迁出 迁入 停业 已停业 歇业 清算 清算中 破产 破产重整 破产清算 已破产 筹 筹备 筹备处 筹备组 筹备中 筹建 筹建处 筹建中 在建 开业 存续 在营 在业 作废 已作废 停用 已停用 勿用 禁用 测试 TEST 旧 新 老 暂停 冻结 黑名单 重复 待删 待删除 已删除 已合并 合并 现金 月结 货到付款 不开票 开票 专票 普票 一般纳税人 小规模 小规模纳税人 老客户 新客户 大客户 VIP 直销 代理 经销商 赊账 赊销 零售 批发 国营 国有 集体 私营 个人 自然人 个体户 国有独资 自然人独资 法人独资 外商投资 外资 合资 台港澳合资 自然人投资或控股 本部 总部 总店 总公司 非法人 企业法人 分支机构 内资 重要 重点 重点客户 优质 优质客户 普通 潜在 意向 成交 公海 欠费 已搬迁 搬迁 已更名 更名 改名 拆迁 关闭 已关闭 已停产 停产 临时 备用 同上 暂定 核名 未开业 营改增 上市 已上市 新三板 退市 暂无 待核 待核实 待审核 待确认 待定 已核 核实 合作 股份合作 合作制 股份合作制 独资 合营 联营 中外合资 中外合作 港资 台资 股份制 民营 民办 校办 福利 全民'

/** What a bracket behind a branch begins with that is a unit of its own beside the branch of that name. */
export const BESIDES_WORDS = '不对外 非营业 内部'

/** Marks of the stock exchanges before a short name. */
export const STOCK_PREFIXES = '*ST S*ST SST ST PT XD XR DR NST G 退市'

/** Departments of a customer: no part of its name. */
export const DEPARTMENTS =
  '财务部 财务科 财务处 财务室 采购部 采购科 采购处 行政部 行政科 人事部 人事科 人力资源部 总经办 总经理办公室 后勤部 后勤处 后勤科 会计室 会计科 销售科 供应科 物资科 设备科 设备部 品质部 质检部 质检科 技术科 生产科 仓库 仓储部 收发室 前台 总务科 总务处 基建科 工会 IT部 信息科 信息中心 客服部 法务部 审计部 市场科 采供部 采供科 供应部 物资部 物流部 财务 采购 收货 收'

/** Words that introduce another name in a bracket or behind a name, by the kind of alias. */
export const ALIAS_INTRODUCERS: Readonly<Record<'former' | 'short' | 'other', string>> = {
  former: '原名称 原名为 原名 曾用名 前身为 前身是 前身 原为 原系 更名前 旧名 曾名 原 前',
  short: '以下简称 下称 简称为 简称 简写 缩写',
  other:
    '现更名为 已更名为 更名为 更名后 现名为 现名 新名称 新名 改名为 又名 又称 亦称 品牌 旗下 别名 俗称 也叫 即 现 商号 字号',
}

/** Words that stand before a phone number behind a name. */
export const PHONE_WORDS =
  '电话 手机 联系电话 联系方式 联系人 联系 TEL PHONE 号码 手机号 微信 QQ 传真 FAX 经办人 法人 法定代表人 负责人 经理'
