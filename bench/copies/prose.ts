// A text as an editor sees it: its words, its sentences and paragraphs, and what stands in quotation marks. Made without the
// library's own code, so that the benchmark does not share its mistakes.

export type Range = readonly [number, number]

export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Without case, and with one form of apostrophe. */
  readonly folded: string
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.,:'’](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu

export const fold = (word: string) => word.toLowerCase().replace(/[‘’]/g, "'")

/** Letters and figures; 31,000 and don't are one word, per cent two, and % none. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(wordPattern)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    text: word,
    folded: fold(word),
  }))

export const countWords = (text: string) => text.match(wordPattern)?.length ?? 0

/** The first word that ends behind an offset. */
export function wordAt(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

export interface Prose {
  readonly text: string
  readonly words: readonly Word[]
  readonly paragraphs: readonly Range[]
  readonly sentences: readonly Sentence[]
  /** Whether a place stands in double quotation marks. */
  quoted(offset: number): boolean
}

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly paragraph: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

const noEnd =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Coun|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Prof|Jr|Sr|Inc|Co|Corp|Ltd|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mt|Ft|approx|Pte|Sdn|Bhd)|\b\p{Lu}|\b(?:\p{L}\.)+\p{L})\.$/u

/** Sentences of one paragraph: they end in a full stop behind which a capital, a figure or a quotation begins. */
function sentencesIn(text: string, [from, to]: Range, paragraph: number): Sentence[] {
  const ends: number[] = []
  const line = text.slice(from, to)
  for (const { index, 0: mark } of line.matchAll(/[.!?]["”’)]*(?= +["“‘(]?[\p{Lu}\p{N}])/gu))
    if (!noEnd.test(line.slice(0, index + 1))) ends.push(from + index + mark.length)
  ends.push(to)
  let start = from
  return ends.map((end, k) => {
    while (text[start] === ' ') start++
    const sentence = { start, end, paragraph, isFirst: k === 0, isLast: k === ends.length - 1 }
    start = end
    return sentence
  })
}

export function proseOf(text: string): Prose {
  const paragraphs: Range[] = []
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) paragraphs.push([index, index + line.length])
  const inQuotes = new Uint8Array(text.length + 1)
  for (const [from, to] of paragraphs) {
    let open = false
    for (let at = from; at < to; at++) {
      if (text[at] === '"') open = !open
      inQuotes[at] = open || text[at] === '"' ? 1 : 0
    }
  }
  return {
    text,
    words: wordsOf(text),
    paragraphs,
    sentences: paragraphs.flatMap((range, k) => sentencesIn(text, range, k)),
    quoted: (offset) => inQuotes[offset] === 1,
  }
}
