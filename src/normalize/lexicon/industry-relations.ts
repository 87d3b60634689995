/** Industry groups that touch, with their similarity; groups not listed have nothing to do with each other. */
export const INDUSTRY_RELATIONS = `
coal coke .7 mining .5 energy .45
oilgas energy .5 gas .6 chemical .35
energy power .6 solar .6 battery .4
power elec .45 water .35
heat energy .5 gas .45 machinery .3
tech it .55 electronics .5 bio .4
it ecommerce .5 telecom .5 electronics .4 digitalPrint .35
electronics telecom .45 elec .5 lighting .4 autoEquip .45
trade sales .6 supply .5 ecommerce .45 industry .35 retail .5
supply logistics .55 sales .5 filmSupply .5
logistics storage .6 shipping .45 road .45 aviation .35
construct decor .5 realestate .4 architecture .45 buildingMat .4 road .45 steel .3 leasing .25
realestate property .5 govtinv .4
machinery metal .4 elec .4 autoEquip .5 pumpValve .5 autoParts .4
auto autoParts .7 leasing .3
pharma medicalDev .55 health .45 bio .5
medicalDev health .5
food catering .4 beverage .5 agriculture .45 grain .6 retail .3 fishery .4 livestock .4
agriculture livestock .5 forestry .5 grain .6 agInput .5 fishery .4
agInput chemical .3 filmSupply .4
livestock feed .5 fishery .35
culture advertising .5 education .35 tourism .35 entertainment .4
finance financeSec .6 financeBank .5 consult .4 insurance .4 leasing .35
environ water .5 recycle .55 forestry .3 cleaning .35
textile apparel .55
apparel shoes .45
steel metal .6 mining .35
chemical newmaterial .55 plastic .4
plastic newmaterial .45 printing .3
develop industry .6 govtinv .5
govtinv finance .55
cleaning property .4 service .4
retail household .45 sales .4
hotel catering .5 tourism .45
health elder .4 beauty .35
toys jewelry .4 sports .3
glass buildingMat .5
wood decor .35 buildingMat .35
ship shipping .45
aerospace aviation .5
inspection supervision .4 environ .2
printing advertising .35 printingEquip .4
digitalPrint printingEquip .6
supervision architecture .4 construct .3
hr consult .35 service .25
security it .2 construct .2
`

/** Words that say little about what a company does: they weigh a fifth of the others. */
export const GENERIC_INDUSTRY_WORDS = `
科技 技术 科技发展 科技开发 技术开发 技术服务 技术咨询 高科技 高科 高新技术 新技术 创新 创新科技 研发 科贸 科工贸
实业 工业 产业 企业 工贸 工商 制造 制造业 制品 生产 加工 产品 工业科技 实业投资 用品 器材 设施 装置 设备
贸易 商贸 经贸 商业 国际贸易 进出口 商务 商行 物资 物贸 国贸 外贸 内贸 销售 经销 营销 批发 零售 经营 代理 代销 直销 购销 供销
发展 开发 投资 投资发展 控股 建设 管理 服务 运营 综合服务 综合 经营管理 企业管理 咨询 信息 信息咨询 投资管理 连锁
国际 现代 新型 新 联合 综合开发 经济 专业 特种 精密 绿色 生态 智能 数字 品牌 集团 环球 家庭 高档 优质 进口 特色 有机 无公害
`

/** Words that stand before an industry word and belong to it, never to the brand, when a brand is left without them. */
export const INDUSTRY_MODIFIERS = `
增强 重点 农民 农牧民 牧民 渔民 隐形 定点 国营 冷暖 清真 风景 报废 重型 超重 空气 液压 初级 深加工 绿色食品 立式 卧式
国际 现代 新型 综合 专业 特种 精密 绿色 生态 智能 数字 有机 无公害 特色 优质 高档 高端 中高档 城市 农村
乡村 城乡 民用 商用 工业 军用 矿用 农用 家用 日用 车用 船用 食用 药用 饲用 大型 中型 小型 微型 重型
轻型 多功能 高效 高速 高压 低压 超高压 高温 低温 超低温 快速 移动 户外 室内 室外 室内外 海上 水上 地下
高空 天然 人工 人造 手工 自动 全自动 半自动 电动 气动 进口 出口 全国 国内 涉外 对外 第三方 非金属 非标
标准 通用 专用 特殊 精细 精品 名优 品牌 连锁 定制 儿童 妇女 老年 青年 青少年 女子 男士 女士 婴儿 民族
民间 传统 古典 仿古 西式 中西 正宗 风味 全屋 整体 环境 市政 公共 公用 社会 家庭 个人 企业 规模 立体
观赏 野生 冷鲜 冷冻 速冻 散装 袋装 瓶装 桶装 预拌 商品 再生 循环 新能源 节能 环保 低碳 可降解 防伪 防水
防火 国有 集体 民营 私营 合资 外资 中外合资 外商 港资 台资 股份合作 校办 福利 劳动 工矿 城镇 街道 乡镇
村办 军民 光机电 机电一体化 一体化 直属 所属 附属 中心 区域 境外 境内 跨境 保税 免税 电子 网络 互联
网上 线上 智慧 数码 超级 联合 海外 全球 亚太 亚洲 中式 示范 精制 机动 杂交 再造 无籽 高中压 辅助 藏式 残疾人
`
