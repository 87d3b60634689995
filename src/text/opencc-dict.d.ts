/** opencc-js ships its dictionaries without types. Each is one string: `from to|from to|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const dictionary: string
  export default dictionary
}
declare module 'opencc-js/dict/TSPhrases' {
  const dictionary: string
  export default dictionary
}
