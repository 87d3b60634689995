/** Characters that mean the same in a business name. Each word is one variant followed by what it becomes. */

/** Variant, Japanese and popular forms that Unicode and OpenCC leave, always folded. */
export const VARIANTS = `
  峯峰 羣群 裏里 裡里 髙高 濬浚 寗宁 菓果 珎珍 冨富 亜亚 辺边 黒黑 沢泽 竜龙 広广 暦历 歴历 戸户 戶户 呉吴 吳吴 呂吕
  鉅巨 脩修 彊强 強强 崑昆 崙仑 淩凌 涼凉 沖冲 淨净 決决 準准 況况 減减 湊凑 牀床 劃划 剗铲 剷铲 勛勋 勳勋 衆众 氷冰 凢凡
  凣凡 処处 囯国 圀国 囘回 囬回 啓启 啟启 嶋岛 島岛 嶽岳 嶺岭 巖岩 巌岩 巗岩 帋纸 幙幕 弌一 弍二 弎三 彙汇 匯汇 滙汇 怱匆
  恆恒 慾欲 憑凭 挿插 揷插 撥拨 攷考 敎教 昬昏 晉晋 暎映 曄晔 會会 朶朵 枏楠 柟楠 栢柏 桞柳 桮杯 梹槟 棊棋 碁棋 樑梁 槑梅
  楳梅 橋桥 欵款 歎叹 歩步 殼壳 毘毗 汙污 汚污 沍冱 泝溯 浄净 淒凄 湧涌 溼湿 滷卤 潄漱 澁涩 澂澄 濱滨 濵滨 瀋沈 煑煮 燄焰
  犂犁 猨猿 瑠琉 璢琉 甎砖 甖罂 畊耕 畱留 疎疏 痳麻 癡痴 皁皂 皷鼓 盃杯 睏困 矇蒙 硏研 碪砧 磗砖 磚砖 祕秘 穀谷 稈秆 稺稚
  穅糠 窯窑 窰窑 竈灶 筍笋 箇个 篠筱 籐藤 粇糠 糉粽 紮扎 絃弦 綉绣 繡绣 緜绵 線线 缐线 縂总 總总 罎坛 罈坛 羴膻 翺翱 耡锄
  胷胸 脇胁 腎肾 臥卧 舘馆 館馆 艸草 芲花 荘庄 莊庄 菴庵 葠参 蔘参 薑姜 薌芗 藂丛 蘂蕊 蘇苏 蘓苏 虛虚 蠏蟹 衞卫 衛卫 裠裙
  褲裤 覇霸 覊羁 託托 誌志 諮咨 謌歌 譌讹 讚赞 豔艳 貓猫 賛赞 賸剩 贋赝 跡迹 蹟迹 躭耽 迊匝 遊游 邉边 鄰邻 隣邻 酧酬 醖酝
  釐厘 鈎钩 鉤钩 銕铁 鉄铁 鋪铺 舖铺 錄录 録录 鍊炼 鍾钟 鐘钟 鏽锈 鑑鉴 鑒鉴 闆板 関关 關关 阯址 陞升 隄堤 隷隶 雋隽 雞鸡
  鷄鸡 雰氛 霑沾 韮韭 頼赖 頹颓 顔颜 顋腮 飈飙 飜翻 餘余 騐验 騾骡 驩欢 鬪斗 魚鱼 鯗鲞 鰐鳄 鵞鹅 鶏鸡 麪面 麫面 麯曲 麹曲
  點点 鼃蛙 齊齐 龢和 龍龙 﨑崎 㐂喜 囍喜 𠮷吉 參参 実实 図图 団团 伝传 転转 軽轻 薬药 楽乐 渋涩 滝泷 桜樱 栄荣 営营
  労劳 単单 戦战 弾弹 収收 乗乘 剰剩 効效 勧劝 歓欢 観观 権权 気气 対对 経经 帰归 検检 険险 剣剑 験验 県县 厳严 鉱矿 砿矿
  済济 斎斋 剤剂 雑杂 桟栈 児儿 釈释 従从 縦纵 焼烧 譲让 醸酿 嬢娘 粋粹 酔醉 斉齐 摂摄 専专 銭钱 繊纤 捜搜 総总 臓脏 蔵藏
  続续 帯带 択择 遅迟 鋳铸 庁厅 聴听 徴征 逓递 闘斗 読读 悩恼 脳脑 拝拜 廃废 売卖 発发 抜拔 払拂 仏佛 変变 豊丰 毎每 満满
  黙默 訳译 揺摇 様样 謡谣 覧览 両两 緑绿 涙泪 塁垒 霊灵 齢龄 駅驿 塩盐 駆驱 穂穗 恵惠 徳德 渓溪 畳叠 壱一 弐二 巣巢 顕显
  髪发 悪恶 圧压 囲围 壊坏 拡扩 殻壳 覚觉 価价 仮假 挙举 暁晓 勲勋 撃击 継继 証证 奨奖 渉涉 瀬濑 頬颊 鴎鸥 槇槙 堯尧 畧略
  埜野 玅妙 呌叫 烱炯 鼇鳌 敍叙 箒帚 喦岩 喩喻 鎔熔 锺钟 麽么 甦苏 乹乾 漥洼 疉叠 喫吃 樷丛 皐皋 臯皋 逹达 姉姊 鑵罐 眞真
  靑青 淸清 靜静 溫温 愼慎 鎭镇 僞伪 爲为 敘叙 尙尚 戱戏 槪概 卽即 旣既 絶绝 說说 悅悦 銳锐 稅税 脫脱 閱阅 產产 産产 頻频
  瀨濑 彥彦 顏颜 黃黄 寬宽 層层 橫横 奧奥 呑吞 戻戾 鈡钟 鑛矿 鍳鉴`

/** Characters that OpenCC simplifies although they stand in simplified names as they are: 昇 in 祥昇, beside 祥升. */
export const KEPT_CHARACTERS = '昇'

/** Distinct characters that people swap in brands and person names: for blocking keys and soft comparison only. */
export const WEAK_VARIANTS = '昇升 甯宁 钜巨 菸烟 馀余 黏粘 仝同 邨村 喆哲 堃坤 迺乃 祐佑 燿耀 曜耀'

/** CJK radicals (U+2E80 block) that stand for a whole character after copying out of PDF files. */
export const RADICALS = `
  ⺁厂 ⺄乙 ⺇几 ⺊卜 ⺌小 ⺎兀 ⺏尢 ⺐尢 ⺒巳 ⺓幺 ⺔彐 ⺕彐 ⺛旡 ⺜日 ⺝月 ⺟母 ⺠民 ⺧牛 ⺩王 ⺪疋 ⺫目 ⺬示 ⺮竹 ⺰丝 ⺳网 ⺴网
  ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺻聿 ⺽臼 ⻁虎 ⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻊足 ⻋车 ⻑长 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食
  ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 ⻮齿 ⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟
`

/** Punctuation that NFKC leaves: the ASCII form, then every character that becomes it. */
export const SYMBOLS: readonly (readonly [string, string])[] = [
  ['(', '([{【〔〖〘〚「『﹝⦅❨⟨⟦'],
  [')', ')]}】〕〗〙〛」』﹞⦆❩⟩⟧'],
  ['"', '“”„‟«»《》〈〉″〝〞〟＂'],
  ["'", '‘’‚‛′‹›´ʼ＇'],
  ['-', '‐‑‒–—―−﹣﹘⸺⸻⁃─━'],
  ['·', '・•‧∙⋅᛫‣⸱﹒'],
  ['~', '〜∼～'],
  ['/', '⁄∕╱'],
  ['.', '。'],
  [':', '∶'],
  ['|', '︱│'],
  ['*', '∗⁎'],
]

/** Cyrillic and Greek capitals, and the Latin capitals they are mistaken for. */
export const LATIN_LOOK_ALIKES =
  'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'

/**
 * OpenCC phrases turn on these characters, but in business names the plain reading is always meant, or another
 * rule above already decides: 坏 is 壞 in simplified text, 沈 is 沈阳, and 昇 is kept.
 */
export const PHRASE_EXCEPTIONS = '坏沈昇鍾祕鉅陞脩釐蒐濛乾谿計畫袷劄麽'

/**
 * 乾 is kept (乾坤, 乾元, and any brand) unless it plainly means dry; OpenCC does the reverse, which would turn
 * the brands of simplified text.
 */
export const DRY_PHRASES = `
  饼乾 乾果 乾货 乾洗 乾燥 乾净 乾电池 烘乾 晒乾 风乾 葡萄乾 肉乾 豆乾 豆腐乾 鱼乾 菜乾 笋乾 萝卜乾 果乾 乾鲜 乾湿 乾衣 乾式
  乾粉 乾法 乾贝 乾花 乾冰 乾草 乾酪 乾料 乾混 乾粮 乾辣 乾海 乾制 乾菜 乾面 乾锅 乾煸 乾旱 乾杯 乾红 乾白 乾邑 吹乾 冻乾 乾鱼
  薯乾 芒果乾 杏乾 乾调 乾拌 乾挂 乾熄
`

/** Other words written two ways, traditional and popular. */
export const FOLDED_PHRASES = '家俱家具 企画企划 规画规划 策画策划'
