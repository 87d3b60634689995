/** Cells that are no name, by reason; each entry is the whole cell without blanks and punctuation. */
export const JUNK_CELLS: Readonly<Record<'empty' | 'test' | 'walkIn' | 'reference' | 'void', string>> = {
  empty:
    '不知道 不知 不知名 不清楚 不清 不记得 忘记 忘了 没名字 没有名字 无名氏 未命名 待补 待核实 待核对 待完善 请选择 请填写 默认 默认客户 无 空 没有 暂无 未知 不详 不明 未填 未填写 待填 待补充 待定 待查 待确认 未提供 未登记 保密 不公开 不方便 无名称 无名 无单位 无公司 暂缺 缺 略 其他 其它 匿名 空白 NULL NONE NAN NIL NA N/A UNDEFINED UNKNOWN NULLNULL 无数据 无信息 没有公司 公司 有限公司 客户 单位 名称 客户名称 公司名称 单位名称 企业名称 请输入 请填写 必填',
  test: '测试 测试用户 测试客户 测试公司 测试单位 测试数据 测试名称 测试账号 测试专用 测试有限公司 TEST TESTING TESTER DEMO 演示 演示客户 演示公司 演示数据 示例 样例 示例公司 ABC ABCD ABCDE ABCDEF ASDF ASD ASDASD QWE QWER QWERTY XXX XXXX XX XXXXX XX公司 XXX公司 XXXX公司 XX有限公司 XXX有限公司 XXXX有限公司 某公司 某某公司 某有限公司 某某有限公司 某客户 某某 AAA AAAA BBB CCC 啊啊 啊啊啊 哈哈 哈哈哈 呵呵 测试1 测试2 测试3 测试一 测试二 TEST1 TEST2 试用 试用客户',
  walkIn:
    '路人 匿名客户 公共客户 临时户 临时顾客 散客 散户 零散客户 零散 零售 零售客户 零售户 散单 个人 个人客户 个人用户 自然人 个体 个体户 个体工商户 个体经营 现金 现金客户 现金销售 现金收入 现款 现结 现付 门店客户 门店零售 路过客户 普通客户 一般客户 临时客户 临时 临客 流动客户 过路客 游客 顾客 消费者 会员 散卖 门市 门市零售 前台 柜台 店面零售 网络客户 线上客户 线上零售 淘宝客户 淘宝 微信 微信客户 网店客户 电商客户 内部 内部客户 内部员工 员工 本公司 我司 自己 自用 公司内部 私人 老客户 新客户 老顾客 VIP客户 大客户 小客户 潜在客户 朋友 熟人 邻居 先生 女士 小姐 老板 经理 不开票 无票 不要票 不开票客户',
  reference: '同上 同左 同前 同右 见上 见备注 详见备注 见附件 如上 参见备注 见合同 上同 同 "',
  void: '已注销 已倒闭 已关闭 已停业 作废 已作废 废 废弃 删除 已删除 待删除 停用 已停用 勿用 禁用 请勿使用 不用 重复 重复客户 注销 错误 录错 输错 无效 无效客户 黑名单',
}
