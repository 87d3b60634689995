/** Short names of counties that are brands far oftener than places when nothing but the name tells. */
export const BRANDLIKE_DIVISIONS: readonly string[] =
  '东方 新华 平安 海伦 和平 兴隆 永丰 永兴 永和 永福 永泰 永安 太和 太平 长安 长乐 友好 友谊 光明 红旗 建华 建设 同心 凤凰 泰山 白云 万年 大方 天元 天河 新城 金山 宝山 宝丰 新兴 文成 安福 吉利 兴业 富裕 富民 富源 东升 恒山 共和 和顺 兴国 民丰 华安 华宁 嘉禾 龙华 海丰 天长 广丰 广发 红星 南方 长城 长征 长虹 惠民 利民 新民 永胜 永康 永顺 宏伟 向阳 东风 前进 胜利 红岗 振兴 振安 顺河 鼓楼 双龙 双塔 青云 银河 玉泉 金水 金州 金牛 金凤 金华 天桥 天山 天宁 江海 云龙 龙凤 通达 五华 石林 中原 中山 西湖 东湖 南湖 洪山 梅江 梅里斯'.split(
    ' ',
  )

/** Industry words that are as good as brands: no reason to doubt a brand made of them. */
export const BRANDLIKE_INDUSTRY_WORDS: readonly string[] =
  '海洋 黄金 白银 珍珠 宝石 钻石 水晶 琥珀 翡翠 小米 苹果 樱桃 玫瑰 牡丹 森林 草原 田园 花园 公园 乐园 枫叶 山庄 农庄 蜜蜂 牧场 飞轮 城投 标准 互动 亚太 发业 创客 太极 航标 建业 云商 环球 金银 仪控 财富 观光 高新 厚朴 普惠 未来 快乐 幸福 健康 时尚 大健康 丽人 掌上 情歌 民航 港湾 现代 通用 天元 创新 创业 智慧 智造 高科 蓝莓 草莓 石榴 葡萄 柠檬 橄榄 芦笋 咖啡 可乐 大厦 广场 国旅 生活 家园 亲子 青年 骆驼 孔雀 凤凰 航宇 通航 北斗 飞行 空天 运动 音乐 艺术 书香 时代 世纪 兰花 灵芝 本草 国药 名品 精品 精工 精机 恒温 动力 动感 创意 联合 大众 传奇 磐石 赏石 奇石 游艺 棋牌 麒麟 明珠 彩虹 银饰 金业 航天 卫星 互联 物联 云科 智能 绿洲 青蛙 梅花鹿 牦牛 雁'.split(
    ' ',
  )
