import { shorten } from '../data/problems.ts'

/** Why an input cannot be read at all, or an output cannot be written. */
export type InputErrorCode = keyof typeof SENTENCES

/**
 * A fault of the input or the output place that no run can go on after. `message` is one English
 * sentence; `describeError` gives it in Chinese. Bad rows and cells are problems, not errors.
 * @example error instanceof InputError && error.code === 'not-found'
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code: InputErrorCode
  /** The path as the user gave it. */
  readonly file: string
  /** What was wrong, or wanted and not there; '' when the code says it all. */
  readonly value: string
  /** More of the same for the sentence: a reason, a list of what there is. */
  readonly detail: string

  constructor(code: InputErrorCode, file: string, value = '', detail = '') {
    super(SENTENCES[code].en(file, shorten(value), detail))
    this.code = code
    this.file = file
    this.value = value
    this.detail = detail
  }
}

/**
 * One clear sentence for a person; any other error gives its own message.
 * @example describeError(new InputError('not-found', 'a.csv'), 'zh') // => '找不到文件 a.csv。'
 */
export function describeError(error: unknown, lang: 'zh' | 'en'): string {
  if (error instanceof InputError) {
    return SENTENCES[error.code][lang](error.file, shorten(error.value), error.detail)
  }
  return error instanceof Error ? error.message : String(error)
}

type Sentence = (file: string, value: string, detail: string) => string

const SENTENCES = {
  'no-files': { en: () => 'No input file was named.', zh: () => '没有指定输入文件。' },
  'not-found': {
    en: (file) => `The file ${file} does not exist.`,
    zh: (file) => `找不到文件 ${file}。`,
  },
  'is-folder': {
    en: (file) => `${file} is a folder; a file is wanted.`,
    zh: (file) => `${file} 是文件夹，需要的是文件。`,
  },
  unreadable: {
    en: (file, _, detail) => `The file ${file} cannot be read: ${detail}.`,
    zh: (file, _, detail) => `文件 ${file} 无法读取：${detail}。`,
  },
  empty: { en: (file) => `The file ${file} is empty.`, zh: (file) => `文件 ${file} 是空的。` },
  'no-rows': {
    en: (file) => `${file} has no rows below its header.`,
    zh: (file) => `${file} 只有表头，没有数据行。`,
  },
  'not-text': {
    en: (file, value) => `${file} is not a table of text but ${value || 'binary data'}.`,
    zh: (file, value) => `${file} 不是文本表格，而是${value || '二进制数据'}。`,
  },
  'web-page': {
    en: (file) =>
      `${file} is a web page or XML under another name; open it in Excel or WPS and save it as .xlsx.`,
    zh: (file) => `${file} 其实是网页或 XML，请用 Excel 或 WPS 打开后另存为 .xlsx。`,
  },
  'old-workbook': {
    en: (file) =>
      `${file} is an old .xls workbook or is protected by a password; save it as .xlsx without a password.`,
    zh: (file) => `${file} 是旧版 .xls 或带密码的工作簿，请另存为不带密码的 .xlsx。`,
  },
  'not-a-workbook': {
    en: (file, _, detail) => `${file} is a zip archive but not an .xlsx workbook: ${detail}.`,
    zh: (file, _, detail) => `${file} 是压缩包，但不是 .xlsx 工作簿：${detail}。`,
  },
  truncated: {
    en: (file, _, detail) => `${file} is cut off${detail && `: ${detail}`}; fetch or export it again.`,
    zh: (file) => `${file} 不完整（中途截断），请重新下载或导出。`,
  },
  damaged: {
    en: (file, _, detail) => `${file} is damaged: ${detail}.`,
    zh: (file, _, detail) => `${file} 已损坏：${detail}。`,
  },
  'sheet-not-found': {
    en: (file, value, detail) => `${file} has no sheet named "${value}"; its sheets are ${detail}.`,
    zh: (file, value, detail) => `${file} 中没有工作表“${value}”，现有：${detail}。`,
  },
  'too-many-columns': {
    en: (file, value) => `${file} has ${value} columns; at most 16,384 are read.`,
    zh: (file, value) => `${file} 有 ${value} 列，最多读取 16384 列。`,
  },
  'row-too-long': {
    en: (file, value) =>
      `Row ${value} of ${file} is longer than 16 million characters, so it is hardly a table.`,
    zh: (file, value) => `${file} 第 ${value} 行超过 1600 万字符，不像是表格。`,
  },
  'bad-encoding': {
    en: (file, value) => `"${value}", asked for ${file}, is no known text encoding.`,
    zh: (file, value) => `为 ${file} 指定的编码“${value}”无法识别。`,
  },
  'bad-delimiter': {
    en: (_, value) => `"${value}" cannot be a delimiter; give one character that is no quote or line break.`,
    zh: (_, value) => `“${value}”不能作分隔符，请给一个字符，且不能是引号或换行。`,
  },
  'unsupported-compression': {
    en: (file, value) =>
      `${file} is compressed with ${value}, which cannot be read; write it with zstd, snappy or gzip.`,
    zh: (file, value) => `${file} 用 ${value} 压缩，无法读取，请改用 zstd、snappy 或 gzip。`,
  },
  'bad-json': {
    en: (file, value, detail) => `${file} is not valid JSON at ${detail}: ${value}.`,
    zh: (file, value, detail) => `${file} 不是有效的 JSON（${detail}）：${value}。`,
  },
  'output-is-file': {
    en: (file) => `${file} is a file; the output needs a folder.`,
    zh: (file) => `${file} 是文件，输出需要文件夹。`,
  },
  'output-is-input': {
    en: (file) => `The output would overwrite the input ${file}; choose another folder.`,
    zh: (file) => `输出会覆盖输入文件 ${file}，请换一个文件夹。`,
  },
  'output-unwritable': {
    en: (file, _, detail) => `The output folder ${file} cannot be written: ${detail}.`,
    zh: (file, _, detail) => `输出文件夹 ${file} 无法写入：${detail}。`,
  },
  'output-file-is-input': {
    en: (file) => `The output would overwrite the input ${file}; choose another file.`,
    zh: (file) => `输出会覆盖输入文件 ${file}，请换一个文件。`,
  },
  'output-file-unwritable': {
    en: (file, _, detail) => `The file ${file} cannot be written: ${detail}.`,
    zh: (file, _, detail) => `文件 ${file} 无法写入：${detail}。`,
  },
  'too-large-for-xlsx': {
    en: (file, value) => `${file} would have ${value}, more than one Excel sheet holds; use csv or parquet.`,
    zh: (file, value) => `${file} 将有 ${value}，超出 Excel 工作表上限，请用 csv 或 parquet。`,
  },
} as const satisfies Record<string, { en: Sentence; zh: Sentence }>

/** The error of a failed file-system call as an `InputError`; anything else is given back as it is. */
export function asInputError(error: unknown, file: string, side: 'input' | 'output'): unknown {
  const code = systemCode(error)
  if (code === '' || error instanceof InputError) return error
  const detail = systemReason(error)
  if (side === 'output') {
    const isFile = code === 'EEXIST' || code === 'ENOTDIR'
    return new InputError(isFile ? 'output-is-file' : 'output-unwritable', file, code, detail)
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') return new InputError('not-found', file)
  if (code === 'EISDIR') return new InputError('is-folder', file)
  return new InputError('unreadable', file, code, detail)
}

/** Why a call of the file system failed, in a short phrase; '' for any other error. */
export function systemReason(error: unknown): string {
  const code = systemCode(error)
  return SYSTEM_REASONS[code] ?? code
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
  EIO: 'the disk gave an input/output error',
  EBUSY: 'another program holds it',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'a folder above it does not exist',
}

function systemCode(error: unknown): string {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
