/** Readings of characters in business names. Tones are left out, and ü is written v. */

/** Characters with several readings, and the one that is commonest in the names of firms and places. */
export const CANONICAL_READINGS = `
  行hang 长chang 重zhong 乐le 都du 厦sha 莞guan 会hui 校xiao 系xi 模mu 调tiao 参shen 曾zeng 给ji 槟bing 牟mou 咀zui 徵zheng
  於yu 还huan 弹tan 畜xu 单dan 覃qin 解jie 查cha 仇qiu 缪miao 歙she 枞zong 荥xing 刹sha 卜bu 区qu 华hua 任ren 盖gai 朴pu 种zhong
  藏cang 大da 石shi 车che 尉wei 番fan 蔚wei 六liu 铅qian 什shi 万wan 乾qian 隰xi 亳bo 栎li 溱qin 钿dian 幢zhuang 圩xu 汶wen
  秘mi 泊bo 堡bao 勒le 率lv 屏ping 薄bo 粘zhan 落luo 露lu 绿lv 差cha 折zhe 便bian 降jiang 桔ju 仔zai 扎zha 枸gou
`

/** Readings that dictionaries list and nobody types: they would make unlike names sound the same. */
export const RARE_READINGS = `
  南na 车ju 责zhai 信shen 术zhu 能nai 家jie 份bin 合ge 育yo 石dan 食si 食yi 和huo 和hu 无mo 佛fu 佛bi 佛bo 港jiang 沈chen 万mo 乐yao
  县xuan 奥yu 内na 思sai 疆qiang 泽shi 晟cheng 拓zhi 红gong 价jie 净cheng 艾yi 陶yao 不fou 硕shi 洗xian 齐zi 齐zhai 齐ji 虹jiang
  亨peng 潢guang 戏hu 摩ma 综zeng 顿du 殖shi 宿xiu 核hu 革ji 摄nie 助chu 许hu 弟ti 弟tui 趣cu 柜ju 脉mo 期ji 其ji 若re 羊xiang
  券xuan 澄deng 员yun 丁zheng 淳zhun 休xu 女ru 苹peng 约yao 露lou 敦dui 楷jie 揭qi 枝qi 频bin 底de 适kuo 被pi 将qiang 繁po 乘sheng
  亲qing 彭bang 汤shang 雀qiao 甸tian 甸sheng 勃bei 兹ci 皋hao 拾she 尾yi 射ye 射yi 妃pei 追dui 朱shu 朐chun 朐xu 汶men 毒dai 读dou
  俏xiao 落la 落lao 棣dai 棣ti 说yue 说shui 蛇yi 详yang 坏pei 坏pi 卜bo 愉tou 孙xun 宛yuan 仰ang 般bo 般pan 冯ping 兑rui 兑yue
  趋cu 遗wei 跳tao 缴zhuo 竺du 冒mo 贾gu 龟jun 蜡zha 碣ya 俞shu 填zhen 沌zhuan 夯ben 栎yue 契xie 臭xiu 腊xi 洒xi 渠ju 渎dou 难nuo
  焯zhuo 粥yu 挝zhua 抢cheng 呵a 且ju 亡wu 隹cui 隹wei 疑yi 疑ni 邪ye 邪yu 邪xu 隋duo 宕tan 咭xi 咭qia 圜yuan 奘zhuang 谷yu 识zhi
  叶xie 阿a 省xing 广an 厂an 厂han 单chan 地de 传zhuan 强jiang 奇ji 得dei 数shuo 色shai 信shen 盛cheng 席xi 熟shou 洞tong 择zhai
`

/** Words whose characters are read otherwise than alone: the syllables follow the word. */
export const WORD_READINGS = `
  重庆:chong qing 重阳:chong yang 厦门:xia men 单县:shan xian 乐清:yue qing 乐亭:lao ting 六安:lu an 番禺:pan yu 大城:dai cheng
  大夫:dai fu 大埔:da bu 黄埔:huang pu 蔚县:yu xian 莘县:shen xian 莘庄:xin zhuang 浚县:xun xian 尉迟:yu chi 涡阳:guo yang 铅山:yan shan
  秘鲁:bi lu 犍为:qian wei 西藏:xi zang 宝藏:bao zang 藏族:zang zu 藏药:zang yao 音乐:yin yue 乐器:yue qi 乐团:yue tuan 会计:kuai ji
  会稽:kuai ji 调查:diao cha 调度:diao du 参数:can shu 参考:can kao 模型:mo xing 模式:mo shi 模特:mo te 规模:gui mo 建模:jian mo
  东阿:dong e 阿胶:e jiao 湖泊:hu po 咖喱:ga li 校准:jiao zhun 校验:jiao yan 吐鲁番:tu lu fan 繁峙:fan shi 洪洞:hong tong 吴堡:wu bu
  旅行:lv xing 行者:xing zhe 自行车:zi xing che 发行:fa xing 步行:bu xing 出行:chu xing 行走:xing zou 行李:xing li 行政:xing zheng
  运行:yun xing 骑行:qi xing 航行:hang xing 成长:cheng zhang 增长:zeng zhang 生长:sheng zhang 校长:xiao zhang 家长:jia zhang
  什邡:shi fang 台州:tai zhou 莎车:sha che 井陉:jing xing 牲畜:sheng chu 子弹:zi dan 炸弹:zha dan 薄荷:bo he 天台:tian tai 佛山:fo shan
`
