// The two modules of the package natural that are used, each by its own path; its own types cover only its entry point.
declare module 'natural/lib/natural/util/abbreviations_en.js' {
  export const knownAbbreviations: readonly string[]
}
declare module 'natural/lib/natural/util/abbreviations_es.js' {
  export const knownAbbreviations: readonly string[]
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}
