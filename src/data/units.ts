const { charCodeAt } = String.prototype

/**
 * `text.charCodeAt(index)` for texts from everywhere: cut out, joined, of a list. Each such kind of text is another shape, and
 * where more than four shapes have been met, finding the method in them takes three times as long as calling it.
 * @example unitAt('恒通', 1) // => 0x901a
 */
export function unitAt(text: string, index: number): number {
  return charCodeAt.call(text, index)
}

/** `text.length`, likewise: what is joined is known to be a text, whatever its shape. */
export function lengthOf(text: string): number {
  // biome-ignore lint/style/useTemplate: a template calls a function for each text.
  return ('' + text).length
}
