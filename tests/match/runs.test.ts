// Shared runs: every one is a real match, none overlaps another, and the chain is the heaviest that stands in one order, as
// trying all of them shows.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chain, fillSpoiltGaps, type Run, sharedRuns } from '../../src/match/runs.js'
import { tokenize, tokenWords } from '../../src/text/tokens.js'
import { plainFillSpoiltGaps, plainSharedRuns } from './plain.js'
import { repetitiveTexts, twoTexts, unspacedTexts } from './texts.js'

const weight = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.length, 0)
const ascends = (runs: readonly Run[]) =>
  runs.every((run, k) => {
    const before = runs[k - 1]
    return !before || (before.a + before.length <= run.a && before.b + before.length <= run.b)
  })

/** Runs that overlap in neither text, ascending in b, in any order in a. */
const someRuns = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 9 })
  .chain((places) =>
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: places.length, maxLength: places.length })
      .map((lengths) => places.map((place, k): Run => ({ a: place * 10, b: k * 10, length: lengths[k] ?? 1 }))),
  )

/** The weight of the heaviest chain, by trying every subset. */
function heaviest(runs: readonly Run[]): number {
  let best = 0
  for (let subset = 0; subset < 2 ** runs.length; subset++) {
    const chosen = runs.filter((_, k) => (subset >> k) & 1)
    if (ascends(chosen)) best = Math.max(best, weight(chosen))
  }
  return best
}

describe('chain', () => {
  it('is as heavy as the heaviest of all chains', () => {
    fc.assert(
      fc.property(someRuns, (runs) => {
        const found = chain(runs)
        expect(ascends(found.chain)).toBe(true)
        expect(weight(found.chain)).toBe(heaviest(runs))
      }),
    )
  })

  it('puts every run into the chain or among the moved, in order of b', () => {
    fc.assert(
      fc.property(someRuns, (runs) => {
        const { chain: kept, moved } = chain(runs)
        expect([...kept, ...moved].sort((x, y) => x.b - y.b)).toEqual(runs)
        expect(moved).toEqual([...moved].sort((x, y) => x.b - y.b))
      }),
    )
  })

  it('prefers one long run to several short ones', () => {
    const long = { a: 50, b: 0, length: 20 }
    const short = [1, 2, 3].map((k) => ({ a: k * 5, b: 20 * k, length: 5 }))
    expect(chain([long, ...short])).toEqual({ chain: [long], moved: short })
  })

  it('is empty for no runs', () => {
    expect(chain([])).toEqual({ chain: [], moved: [] })
  })
})

describe('sharedRuns', () => {
  const text = (words: readonly string[]) => tokenize(words.join(' '))
  const words = (letters: string) => fc.array(fc.constantFrom(...letters), { maxLength: 60 })

  it('finds only real matches of the size asked for, which overlap in neither text', () => {
    fc.assert(
      fc.property(words('abcde'), words('abcde'), fc.integer({ min: 1, max: 5 }), (left, right, size) => {
        const { chain: kept, moved } = sharedRuns(text(left), text(right), size)
        const [usedA, usedB] = [new Set<number>(), new Set<number>()]
        for (const run of [...kept, ...moved]) {
          expect(run.length).toBeGreaterThanOrEqual(size)
          for (let k = 0; k < run.length; k++) {
            expect(left[run.a + k]).toBe(right[run.b + k])
            expect(usedA.has(run.a + k) || usedB.has(run.b + k)).toBe(false)
            usedA.add(run.a + k)
            usedB.add(run.b + k)
          }
        }
        expect(ascends(kept)).toBe(true)
      }),
    )
  })

  it('finds a passage whole wherever the other text has it', () => {
    const passage = tokenWords(tokenize('a ferry left the old pier at noon with nobody on board'))
    fc.assert(
      fc.property(words('vwxyz'), words('vwxyz'), words('mnopq'), words('mnopq'), (a, b, c, d) => {
        const { chain: kept } = sharedRuns(text([...a, ...passage, ...b]), text([...c, ...passage, ...d]), 4)
        expect(kept).toEqual([{ a: a.length, b: c.length, length: passage.length }])
      }),
    )
  })

  it('takes a whole text that is the same as one run', () => {
    const same = tokenize('the the the the the cat the the the the the dog the the the the the the the the')
    expect(sharedRuns(same, same, 4).chain).toEqual([{ a: 0, b: 0, length: same.count }])
  })

  it('calls what stands in another order moved', () => {
    const [one, two] = ['the mayor opened the bridge in person today', 'rain is expected on the coast by evening']
    const { chain: kept, moved } = sharedRuns(tokenize(`${one} and then ${two} now`), tokenize(`${two} ${one}`), 4)
    expect(weight(kept) + weight(moved)).toBe(16)
    expect(kept).toHaveLength(1)
    expect(moved).toHaveLength(1)
  })

  it('finds nothing in texts shorter than the size', () => {
    expect(sharedRuns(tokenize('one two three'), tokenize('one two three'), 4)).toEqual({ chain: [], moved: [] })
    expect(sharedRuns(tokenize(''), tokenize(''), 1)).toEqual({ chain: [], moved: [] })
  })

  it('stays quick where one phrase is repeated without end', { retry: 2 }, () => {
    const again = tokenize('sign up now for our free newsletter '.repeat(3000))
    const other = tokenize('now sign up for our newsletter free '.repeat(3000))
    const start = performance.now()
    sharedRuns(again, other, 4)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('finds what trying every place finds', () => {
    fc.assert(
      fc.property(fc.oneof(twoTexts, repetitiveTexts, unspacedTexts), fc.integer({ min: 1, max: 7 }), (texts, size) => {
        const [a, b] = [tokenize(texts[0]), tokenize(texts[1])]
        expect(sharedRuns(a, b, size)).toEqual(plainSharedRuns(a, b, size))
      }),
      { numRuns: 300 },
    )
  })

  it('looks at the first eight places of a phrase', () => {
    const phrase = 'said the harbour master'
    const told = (before: number) =>
      tokenize(
        `${Array.from({ length: before }, (_, k) => `${phrase} ${'abcdefgh'[k]}`).join(' ')} ${phrase} of Saint Orvain`,
      )
    const other = tokenize(`${phrase} of Saint Orvain`)
    expect(sharedRuns(told(7), other, 4).chain).toEqual([{ a: 35, b: 0, length: 7 }])
    expect(sharedRuns(told(8), other, 4).chain).toEqual([{ a: 0, b: 0, length: 4 }])
  })

  it('finds the same whatever it compared before, in texts longer than usual too', () => {
    const long = tokenize(Array.from({ length: 9000 }, (_, i) => `w${(i * 7919) % 4001}`).join(' '))
    const short = tokenize(Array.from({ length: 900 }, (_, i) => `w${((i + 40) * 7919) % 4001}`).join(' '))
    const first = [sharedRuns(short, long, 4), sharedRuns(long, short, 4), sharedRuns(short, short, 2)]
    expect(first).toEqual([
      plainSharedRuns(short, long, 4),
      plainSharedRuns(long, short, 4),
      plainSharedRuns(short, short, 2),
    ])
    expect([sharedRuns(short, long, 4), sharedRuns(long, short, 4), sharedRuns(short, short, 2)]).toEqual(first)
  })

  it('stays linear in one word without end', { retry: 2 }, () => {
    const [again, other] = [tokenize('tide '.repeat(200_000)), tokenize('tide '.repeat(199_000))]
    const start = performance.now()
    expect(sharedRuns(again, other, 4).chain).toEqual([{ a: 0, b: 0, length: 199_000 }])
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('fillSpoiltGaps', () => {
  const fill = (left: string, right: string, size = 4) => {
    const [a, b] = [tokenize(left), tokenize(right)]
    return fillSpoiltGaps(a, b, sharedRuns(a, b, size).chain)
  }

  it('joins what a misspelt word parts, but not what a figure does', () => {
    const left = 'the old ferry left the harbour with 31 passengers and two goats'
    expect(fill(left, left.replace('harbour', 'harboor'))).toEqual([{ a: 0, b: 0, length: 12 }])
    expect(fill(left, left.replace('31', '37'))).toHaveLength(2)
  })

  it('takes two letters exchanged in a long word for a misspelling, in a short one not', () => {
    const fills = (one: string, other: string) => {
      const text = (word: string) => `the old ferry left ${word} with nobody on board`
      return fill(text(one), text(other)).length === 1
    }
    expect(fills('harbour', 'hirbzur')).toBe(true)
    expect(fills('market', 'mirzet')).toBe(false)
    expect(fills('market', 'mirket')).toBe(true)
    expect(fills('to', 'ti')).toBe(false)
    expect(fills('tow', 'tiw')).toBe(true)
  })

  it('wants a whole word among more than twelve', () => {
    const around = (words: readonly string[]) => `one two three four ${words.join(' ')} five six seven eight`
    const told = Array.from({ length: 13 }, (_, k) => `harb${'abcdefghijklm'[k]}urs`)
    const scanned = told.map((word) => `${word.slice(0, -1)}z`)
    expect(fill(around(told), around(scanned))).toHaveLength(2)
    expect(fill(around(told.slice(1)), around(scanned.slice(1)))).toHaveLength(1)
    expect(fill(around(told), around([told[0] ?? '', ...scanned.slice(1)]))).toHaveLength(1)
  })

  it('fills what comparing every word with every other fills', () => {
    fc.assert(
      fc.property(fc.oneof(twoTexts, repetitiveTexts), fc.integer({ min: 1, max: 4 }), (texts, size) => {
        const [a, b] = [tokenize(texts[0]), tokenize(texts[1])]
        const { chain: runs } = sharedRuns(a, b, size)
        expect(fillSpoiltGaps(a, b, runs)).toEqual(plainFillSpoiltGaps(a, b, runs))
      }),
      { numRuns: 300 },
    )
  })

  it('fills a gap of misspelt words alone, however they are spelt', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdéЖ4'), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), fc.array(letters, { maxLength: 12 }), (left, right) => {
        const text = (between: readonly string[]) =>
          tokenize(['one two three four', ...between, 'five six seven'].join(' '))
        const [a, b] = [text(left), text(right)]
        const runs = [
          { a: 0, b: 0, length: 4 },
          { a: a.count - 3, b: b.count - 3, length: 3 },
        ]
        expect(fillSpoiltGaps(a, b, runs)).toEqual(plainFillSpoiltGaps(a, b, runs))
      }),
      { numRuns: 500 },
    )
  })
})
