// Shared runs: every one is a real match, none overlaps another, and the chain is the heaviest that stands in one order, as
// trying all of them shows.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chain, type Run, sharedRuns } from '../../src/match/runs.js'
import { tokenize, tokenWords } from '../../src/text/tokens.js'

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
})
