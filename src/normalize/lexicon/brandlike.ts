/** Short names of counties that are brands far oftener than places when nothing but the name tells. */
export const BRANDLIKE_DIVISIONS: readonly string[] =
  '东海 南海 西湖 江南 江北 江山 东方 新华 平安 海伦 和平 兴隆 永丰 永兴 永和 永福 永泰 永安 太和 太平 长安 长乐 友好 友谊 光明 红旗 建华 建设 同心 凤凰 泰山 白云 万年 大方 天元 天河 新城 金山 宝山 宝丰 新兴 文成 安福 吉利 兴业 富裕 富民 富源 东升 恒山 共和 和顺 兴国 民丰 华安 华宁 嘉禾 龙华 海丰 天长 广丰 广发 红星 南方 长城 长征 长虹 惠民 利民 新民 永胜 永康 永顺 宏伟 向阳 东风 前进 胜利 红岗 振兴 振安 顺河 鼓楼 双龙 双塔 青云 银河 玉泉 金水 金州 金牛 金凤 金华 天桥 天山 天宁 江海 云龙 龙凤 通达 五华 石林 中原 中山 西湖 东湖 南湖 洪山 梅江 梅里斯 莲花 南华 海兴 秦安 大名 安图 连城 丰林 滨海 商城 龙泉 三江 紫金 方正 龙江 明光 延长'.split(
    ' ',
  )

/** Short names of counties that firms all over the country bear before another word: 东方希望, 东风悦达. */
export const FIRMLIKE_DIVISIONS: readonly string[] =
  '东方 东风 三江 金牛 建安 中原 兴业 新兴 新华 龙江 延长 红塔'.split(' ')

/** Industry words that are as good as brands: no reason to doubt a brand made of them. */
export const BRANDLIKE_INDUSTRY_WORDS: readonly string[] =
  '建投 交投 校园 海洋 黄金 白银 珍珠 宝石 钻石 水晶 琥珀 翡翠 小米 苹果 樱桃 玫瑰 牡丹 森林 草原 田园 花园 公园 乐园 枫叶 山庄 农庄 蜜蜂 牧场 飞轮 城投 百合 马蹄 松茸 松露 雪莲 广而告之 银杏 薄荷 菊花 沉香 檀香 香樟 青梅 杏子 山珍 莲雾 可可 榴莲 大雁 扇贝 龙眼 荔枝 椰子 芒果 柚子 南瓜 芦荟 杨桃 香榧 桑葚 鸵鸟 驯鹿 古树 杨树 竹林 桂花 麦芽 松子 坚果 普洱 龙井 毛尖 假日 快捷 光源 光能 视觉 魔方 积木 风筝 木偶 锦盒 珊瑚 贝壳 玛瑙 铂金 珍品 龙头 古琴 圣诞 扑克 纽扣 羽毛 帆布 花边 牛仔 时钟 彩石 龙骨 天窗 庭院 楼梯 名车 豪车 雨刮 球头 生命 科创 云端 商联 推广 速运 远洋 航海 安居 溶洞 冰雪 骑行 越野 学习 拓展 国学 智力 国画 收藏 彩色 形象 沙龙 守护 家庭 自助 川味 酒坊 易购 互助 联盟 绿色 优质 高端 快速 天然 女士 男士 女子 古典 正宗 风味 立体 野生 海外 全球 亚洲 超级 隐形 线上 传统 红豆 点心 美食 湖泊 温泉 三七 当归 天麻 人参 木耳 文旅 标准 互动 亚太 发业 创客 太极 航标 建业 云商 环球 金银 仪控 财富 观光 高新 厚朴 普惠 未来 快乐 幸福 健康 时尚 大健康 丽人 掌上 情歌 民航 港湾 现代 通用 天元 创新 创业 智慧 智造 高科 蓝莓 草莓 石榴 葡萄 柠檬 橄榄 芦笋 咖啡 可乐 大厦 广场 国旅 生活 家园 亲子 青年 骆驼 孔雀 凤凰 航宇 通航 北斗 飞行 空天 运动 音乐 艺术 书香 时代 世纪 兰花 灵芝 本草 国药 名品 精品 精工 精机 恒温 动力 动感 创意 联合 大众 传奇 磐石 赏石 奇石 游艺 棋牌 麒麟 明珠 彩虹 银饰 金业 航天 卫星 互联 物联 云科 智能 绿洲 青蛙 梅花鹿 牦牛 雁 樱花 蒲公英 茉莉花 香草 红景天 蜗牛 庄园 山茶 鳄鱼 鸽子 芍药 雪茄 光年 国投 招商 科普 新风 旗帜 文创 汉堡 古镇 高岭 棕榈 葵花 茶园 导航 引航 网际 集成 杉木 马鹿 筷子 麦苗 真丝 黑牛 黑羊 白鹅 锅盔 河蟹 谷子 土豆 原木 稻米 红茶 名茶 精选 重卡 婚尚 农耕 辣木 歌城 果园 乡村 玉石 智控 雷达 金桔 礼宾 标志 高铁 泉水 海上 公益 肥牛 家饰 远程 绿能 葫芦 浅海 乌龟 金蝉 石榴籽 紫苏 蓝狐 茯苓 忍冬 秋葵 木香 陈皮 和牛 矮马 羊驼 火鸡 斗鸡 水牛 金服 微创 老白干 向日葵 百香果 开心果 郁金香 薰衣草 汉白玉 奥特莱斯 大峡谷 紫罗兰 康乃馨 三角梅 美人蕉 夜来香 迎春花 映山红 君子兰 蝴蝶兰 水仙花 牵牛花 梧桐树 菩提树 橄榄树 常春藤 仙人掌 火烈鸟 天堂鸟 丹顶鹤 啄木鸟 猫头鹰 小蜜蜂 小蚂蚁 小毛驴 大白兔 梅花鹿'.split(
    ' ',
  )

/** Brands of well-known firms that hold the name of a trade. */
export const KNOWN_BRANDS: readonly string[] =
  '可口可乐 中粮可口可乐 中华联合 新农村 中信建投 中企动力 软通动力 隆平高科 浦东发展 新合作 北大荒 世纪华联 国药控股国大 中央储备粮 阿里巴巴 阿里云 渝农商 楚农商 分众传媒 国家电投 人民同泰 国药一致 金土地 红土地 黑土地 绿土地 金种子 金玉米 金稻谷 金大豆 金葡萄 金蔬菜 国际航空 百事可乐 苏宁易购 恒安标准 富德生命 银座佳驿 东方财富 创业慧康 金龙鱼 老乡鸡 小肥羊 小尾羊 五粮液 三只松鼠 必胜客 好利来 中石化森美 中石化碧辟 中油碧辟 中石油昆仑'.split(
    ' ',
  )

/** Of those, words that are half of a brand rather than the first word of a trade when another trade follows. */
export const BRAND_HALVES: readonly string[] =
  '动力 互联 标准 建投 城投 交投 创新 创业 建业 科创 时尚 财富 普惠 未来 快乐 幸福 丽人 本草 玫瑰 枫叶 魔方 亚太 亚洲 环球 全球 草原 森林 田园 庄园 山庄 远洋 乐园 家园 高科 联合 金服'.split(
    ' ',
  )

/** Bodies that firms belong to and are named after before their own brand: 青岛|铁路|海成. */
export const OWNERS: readonly string[] =
  '胜利油田 大庆油田 中原油田 辽河油田 华北油田 大港油田 江汉油田 河南油田 吉林油田 塔里木油田 克拉玛依油田 国营 外贸 商社 供销社 铁路分局 铁路局 铁路 油田 煤矿 农垦 林业局 矿务局 水利局 粮食局 电业局'.split(
    ' ',
  )

/** Groups that call their firms after places, or have a place before the firm's own name: 华电|安丘, 华电|安丘|启源. */
export const GROUPS_OF_PLACES: readonly string[] =
  '国家电投 国电投 中电投 国电 大唐 华能 华电 国能 国华 国投 国网 神华 中广核 中核 中节能 华润 国药 中石化 中石油 中海油 中油 中化 中交 中冶 中煤 中盐 中储粮 中粮 首钢 鞍钢 开滦 铁通 民航 农夫山泉'.split(
    ' ',
  )

/** Trades that a county has one firm of, which is called by the county alone: 渠县|交通投资, 莘县|水务. */
export const PUBLIC_TRADES: readonly string[] =
  '供电 城市建设 城市建设投资 城乡建设 城市投资 城投 交通 交通投资 水务 供水 自来水 盐业 烟草 公路 市政 市政工程 水利 公共交通 公交 城市公交 国有 国有资产 国有资本 联运 供销 粮食 粮油 粮油购销 经济 工业开发'.split(
    ' ',
  )
