/**
 * Characters that brands are made of because they sound well or promise something. A short county name made of two of
 * them (永丰, 兴隆, 和平) may as well be a brand.
 */
export const WORDLIKE_CHARACTERS =
  '安平和新华中兴隆昌盛丰永康宁德泰吉福祥嘉金宝玉龙凤天云星明长广大高富民乐顺通达利信友文同万红青白黄双三正太建国庆荣茂鑫发财旺鹏飞腾翔凌鸿志成美佳好元亨贞仁义礼智诚恒远久博厚宏宇世辉煌瑞祺禄喜春雄豪杰俊贤圣神仙铭鼎盈余裕谐共合联众团结力创开拓进取先锋领时代未来朝旭日汉唐怡悦欣奇妙百千亿得善良浩凯胜捷迅驰骏麒麟尚品上致格维伟坚固强壮健'
