/**
 * Characters that brands are made of because they sound well or promise something. A short county name made of two of
 * them (永丰, 兴隆, 和平) may as well be a brand.
 */
export const WORDLIKE_CHARACTERS =
  '安平和新华东西南北中兴隆昌盛丰永康宁德泰吉福祥嘉金宝玉龙凤海天江山河湖云星光明阳长广大高富民乐顺通达利信友文同方城源泉万年红青白黄双三灵景正太建国庆荣华茂鑫发财旺鹏飞腾翔凌鸿志成美佳好乾坤元亨贞仁义礼智诚恒远久博厚宏宇宙世纪辉煌瑞祺祯禄寿喜春夏秋冬雪霜雨露风雷电火水木土石铁银珠翠松柏竹梅兰菊莲荷桃李杏花草叶林森峰洋潮波浪涛清静雅秀丽艳英雄豪杰俊贤圣神仙佛道勤俭朴实业铭鼎盈余裕饶和谐共合联众群团结一心力量创造开拓进取先锋领前卫时代未来朝晨曦旭日昕月汉唐苏吉宁青怡悦欣奇妙百千亿多得宜善良淳浩瀚渊博凯胜捷迅驰骏马牛虎狮象鹤鹰雁凰麒麟尚品上善致知格物格力维达伟岸坚固强壮健阔'
