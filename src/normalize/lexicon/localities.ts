/** Zones that follow a division and are no administrative unit. */
export const ZONE_KINDS: readonly string[] =
  '开发区 经济管理区 经济特区 经济开发区 经济技术开发区 经开区 高新区 高新技术开发区 高新技术产业开发区 高技术产业开发区 高技术产业园区 高技术开发区 高新技术产业区 高新开发区 新技术开发区 新技术产业开发区 高新产业开发区 高科技园区 工业区 工业园区 工业园 工业开发区 工业新区 产业园区 产业集聚区 科技园 科技园区 科技产业园区 保税区 保税港区 综合保税区 出口加工区 保税物流园区 自贸区 自由贸易区 自由贸易试验区 试验区 综合试验区 综合实验区 综合改革示范区 城乡一体化示范区 一体化示范区 产业新区 产业新城 工业集中区 工业集聚区 循环经济园区 加工区 物流园区 先行区 示范区 农业示范区 旅游度假区 旅游区 度假区 风景区 风景名胜区 风景名胜管理区 新区 城区 郊 郊区 市区 市郊 城郊 近郊 县城 城关 循环经济示范区 生态区 生态新区 合作区 经济合作区 边境经济合作区 实验区 矿区 林区 垦区 管理区 商务区 新城区 高教园区 石化区 化工园区 化工区 港区 临港区 空港区 航空港区 经济区 特区 区'.split(
    ' ',
  )

/** Pairs that end like a town or a village but are words. */
export const LOCALITY_EXCEPTIONS: readonly string[] =
  '农村 乡村 新村 古镇 城镇 市镇 村镇 乡镇 集镇 小镇 重镇 水乡 同乡 家乡 故乡 老乡 城乡 山乡 醉乡 椰乡 渔乡 稻乡 果乡 茶乡 花乡 竹乡 酒乡 梦乡 下乡 他乡 渔村 山村 度假村 美村 富村 强村 兴村 帮村 农乡 粮乡 仙乡 原乡 本乡 返乡 回乡'.split(
    ' ',
  )

/** Last characters of villages and towns that are written without their kind. */
export const VILLAGE_ENDS = '庄屯营堡寨沟坪坝埠集峪疃夼墩圩浜埭'

/** Behind a village a brand hardly ends so: what does is a place itself (流金花园, 板梁古村). */
export const PLACE_LIKE_ENDS = '园院村庄子寨堡洞居苑境乡社校学碟'

/** Characters that write the sounds of Tibetan, Uyghur and Mongolian: no Chinese brand stands behind the village. */
export const FOREIGN_SOUNDS = '尔拉嘎措姆孜热旦玛扎布巴卓措克勒当仓洛'
