// Pairs of texts as pages are to each other: passages shared, moved, left out, put in, misspelt and repeated.
import fc from 'fast-check'

const words = (
  'the the of of and to in a on for said was is by council minister harbour ferry Ada Lind Marsh Bridge Monday March ' +
  '4 12 31 2031 8.8 five million crowns weather weathers whether committee commission evening eveningly “ ” " . , \n'
).split(' ')

const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })

type Copy = 'kept' | 'left out' | 'misspelt' | 'twice'
const copies = fc.constantFrom<Copy>('kept', 'kept', 'kept', 'left out', 'misspelt', 'twice')

const misspell = (word: string, k: number) =>
  k % 3 === 0
    ? `${word.slice(0, 1)}x${word.slice(2)}`
    : k % 3 === 1
      ? word.slice(0, 2) + word.slice(3)
      : `${word.slice(0, 2)}e${word.slice(2)}`

function copyOf(passage: readonly string[], how: Copy): readonly string[] {
  if (how === 'left out') return []
  if (how === 'twice') return [...passage, ...passage]
  return how === 'kept' ? passage : passage.map((word, k) => (k % 2 === 0 ? misspell(word, k) : word))
}

/** Two texts, the second made from the passages of the first, some moved to its end, with passages of its own between. */
export const twoTexts: fc.Arbitrary<readonly [string, string]> = fc
  .array(fc.record({ passage: phrase, how: copies, own: fc.option(phrase), isMoved: fc.boolean() }), { maxLength: 12 })
  .map((parts) => {
    const told = parts.map(({ passage, how, own, isMoved }) => ({
      isLast: isMoved && passage.length % 3 === 0,
      words: [...copyOf(passage, how), ...(own ?? [])],
    }))
    const order = [...told.filter(({ isLast }) => !isLast), ...told.filter(({ isLast }) => isLast)]
    const join = (all: readonly (readonly string[])[]) => all.flat().join(' ')
    return [join(parts.map(({ passage }) => passage)), join(order.map((part) => part.words))] as const
  })

/** A text of different words and the same as a bad scan gives it: two or three words of four misspelt. */
export const misspeltTexts: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(fc.integer({ min: 20, max: 150 }), fc.integer({ min: 1, max: 99 }), fc.infiniteStream(fc.nat({ max: 7 })))
  .map(([count, first, chances]) => {
    const told = Array.from(
      { length: count },
      (_, k) => `${'abcdefgh'[(k * first) % 8]}${(k * 7919 + first).toString(36)}word`,
    )
    const scanned = told.map((word, k) => ((chances.next().value ?? 0) < 5 ? misspell(word, k) : word))
    return [told.join(' '), scanned.join(' ')] as const
  })

/** Two texts of few words, each again and again. */
export const repetitiveTexts: fc.Arbitrary<readonly [string, string]> = fc.tuple(
  fc.array(fc.constantFrom('tide', 'tyde', 'ebb', 'flow'), { maxLength: 120 }).map((all) => all.join(' ')),
  fc.array(fc.constantFrom('tide', 'tides', 'ebb', 'flow'), { maxLength: 120 }).map((all) => all.join(' ')),
)

/** Texts in a script without spaces. */
export const unspacedTexts: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(
    fc.array(fc.constantFrom(...'橋が開いた市長は港で'), { minLength: 5, maxLength: 40 }),
    fc.array(fc.constantFrom(...'橋が開いた雨。'), { maxLength: 20 }),
  )
  .map(([shared, own]) => [shared.join(''), [...own, ...shared, ...own].join('')] as const)
