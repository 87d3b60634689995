/**
 * The heads of mobile numbers that are in use, as three to five digits; a longer head wins. The numbering plan as
 * libphonenumber has it in 2026, with the blocks given to things that are not people. The carrier is left out on
 * purpose: numbers have been portable since 2019.
 */
export const MOBILE_PREFIXES = `
130 131 132 133 134 135 136 137 138 139
145 147
150 151 152 153 155 156 157 158 159
1610 162 165 166 167
170 171 172 173 17400 17401 17402 17403 17404 17405 175 176 177 178
180 181 182 183 184 185 186 187 188 189
190 191 192 193 195 196 197 198 199
`

/** Machines: meters, trackers, cards in cars. Nobody answers. */
export const MACHINE_PREFIXES = '146 148 149 1410 1440'

/** Dialled before a number to be carried over another network, from the days when long distance was dear. */
export const CARRIER_PREFIXES =
  '17951 17911 17909 17901 17900 12593 10193 17931 17921 17961 17990 17991 17995'

/**
 * Whole numbers that many people type when they have none to give: the demonstration numbers of manuals and the
 * ends of the keyboard. Repeated digits and runs are found by rule.
 */
export const PLACEHOLDER_NUMBERS = `
13800138000 13800138001 13800138138 13888888888 13333333333 13911111111 13700000000 13012345678 13123456789
13912345678 13987654321 18612345678 18888888888 18800000000 15012345678 15888888888 12345678901 12312312312
12345678910 1234567890 11012345678 01012345678 02112345678 13512345678 13612345678 13712345678 13812345678 13112345678
`

/**
 * Words found between the numbers of a cell, by what they say about the number that follows. `ext` an extension,
 * `fax` a fax, `skip` something that is no phone number, `or` a plain separator, `range` from … to.
 */
export const PHONE_WORDS = `
ext 转 轉 分机 分機 内线 內線 內綫 EXT EXTN EXTENSION X
fax 传真 傳真 FAX
skip QQ 微信 WECHAT WEIXIN 邮编 邮政编码 郵編 邮箱 信箱 電郵 EMAIL MAIL 旺旺 工号 编号 账号 帐号 身份证 税号
or 或 和 及 与 與 或者 以及 OR AND
range 至 到 TO
`

/** Digits typed as letters, as pairs. Used only inside a run of digits. */
export const LETTER_DIGITS = 'O0 o0 Q0 D0 I1 l1 i1 Z2 z2 S5 s5 B8'

/** What stands over the hidden digits of a number, letters apart. */
export const MASK_CHARACTERS = '*＊×✱✲⁎∗•●■□◆█…'
