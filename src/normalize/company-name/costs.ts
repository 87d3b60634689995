/**
 * What a reading of a name costs, in nats: the price of a part is roughly minus the logarithm of how often names are
 * built that way. Readings are compared by their sums.
 */
export const COSTS = {
  /** Of a brand by its length: two characters are the rule. */
  brand: [0, 5.6, 0, 0.7, 0.9, 2, 2.6, 3.8, 4.6],
  brandLonger: 0.9,
  /** Industry words by length. */
  word1: 2,
  word2: 0.6,
  word3: 0.55,
  /** A trade behind a bracket that the lexicon lacks. */
  unreadTrade: 1.5,
  modifier: 0.75,
  /** More for a word before a trade that is rather half of the brand: 红运创新|广告. */
  brandHalf: 0.9,
  lastModifier: 1.5,
  ordinal: 0.4,
  /** A brand that is an ordinal, or begins with one. */
  ordinalBrand: 9,
  ordinalHead: 5,
  /** 第三 somewhere in it. */
  ordinalInside: 5,
  /** 三建. */
  builderBrand: 1.5,
  group: 0.2,
  china: 0.6,
  tail: 1,
  international: 0.8,
  knownBrand: -4,
  /** A brand made wholly of industry words when a place stands before it, and without a place. */
  industryBrand: 7,
  industryBrandAlone: 2,
  /** A brand that is the name of a place. */
  provinceBrand: 8,
  cityBrand: 5.5,
  countyBrand: 5,
  wordlikeBrand: 1.5,
  districtBrand: 4,
  foreignPlaceBrand: 0.1,
  /** A brand that begins or ends with an industry word, or ends in 集团. */
  industryHead: 1,
  industryEnd: 3.5,
  tradeEnd: 0.6,
  /** A brand that ends inside an industry word. */
  crossing: 1.5,
  /** The same inside a word of three characters or more: 胶南进|(进)出口. */
  crossingLong: 2.5,
  /** More when the word reads better than what is left of it, less when it costs so much more. */
  crossingBetter: 1.5,
  crossingGain: 1.3,
  crossingWorse: 0.3,
  /** The same where industry words cover the whole name: 日杂副|食品. */
  breaking: 4,
  /** A brand that is the first half of a word: 液化|石油气. */
  halfWord: 5,
  /** No word is halved where what stands behind reads so much better: 阳光|房地产 than 阳光房|地产. */
  halfWordGain: 1,
  groupEnd: 5,
  localityEnd: 4,
  townInside: 4.8,
  /** More for a kind at its very end: 新堡乡. */
  kindEnd: 0.8,
  /** A town is a brand: 范镇. */
  townBrand: 5,
  /** 人家, which belongs to the place before it: 长白人家. */
  householdBrand: 5,
  /** A brand of a place that ends in 区: 滨河新区. */
  districtEnd: 5,
  /** A brand that is a zone: 城区. */
  zoneBrand: 4,
  /** A single character as last word before 厂 or 店. */
  lastCharacter: 0.1,
  /** No brand, by what the form leads one to expect. */
  noBrandLimited: 4.5,
  noBrandPlain: 3,
  /** Less for a limited company of a county: what a county owns has no brand more often. */
  noBrandOfCounty: 0.8,
  /** Less where what follows is done for the whole county: 供电, 城市建设. */
  noBrandPublic: 2.8,
  noBrandInstitution: 0.3,
  noBrandBare: 3.5,
  noDivisionNoBrand: 4,
  /** Nothing but a place before the form. */
  nothingLeft: 8.5,
  /** Divisions. */
  noDivision: 2,
  /** No place, though one could be read: a short name, or a whole one. */
  unreadShort: 4.5,
  unreadFull: 5,
  /** A short name though the whole one stands there: 莱芜|市政. */
  cutShort: 4,
  /** A whole division name left to the brand. */
  unreadWhole: 3,
  /** A short division name left to the brand: 云南|临沧临翔. */
  unreadInside: 1.5,
  foreign: 0.5,
  street: 1.5,
  /** A short name that a 镇 goes on behind. */
  ofTown: 2.5,
  /** A 市 that belongs to 市政. */
  municipal: 3,
  short: { province: 0.1, city: 0.2, county: 0.5 },
  shortDistrict: 1,
  shortWordlike: 1,
  shortBrandlike: 1.2,
  /** A short name that well-known firms bear, or a town of Taiwan. */
  shortOfFirms: 3,
  shortInside: 0.3,
  shortWordlikeInside: 0.4,
  former: 0.2,
  /** A place said twice. */
  repeated: 0.6,
  /** 城北 and the like behind a county. */
  side: 0.5,
  national: 0.3,
  locality: 0.8,
  /** More for a town of one character and its kind. */
  localityShort: 0.7,
  localityAlone: 2,
  /** More for a town right behind a city that has none of that name: 花米乡. */
  localityUnknown: 1.5,
  village: 1.6,
  /** A known town without its kind, in a county or somewhere in a city. */
  town: 0.3,
  townOfCity: 0.8,
  townWordlike: 1.2,
  zone: 0.2,
  zoneStem: 1,
  /** More for a zone without a place before it. */
  zoneAlone: 1.8,
  midFull: 1,
  midShort: 1.1,
  midCounty: 2.2,
} as const

/** Readings that cost this much more than the best are not worth telling. */
export const WORTH_TELLING = 3

/** Longest text that is read; a name is never longer. */
export const LONGEST_NAME = 128
