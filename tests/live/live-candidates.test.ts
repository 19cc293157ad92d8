// Candidates among articles that come and go in any order: the same as of an index to which they are added in order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chronology } from '../../src/live/chronology.js'
import { LiveCandidates, type Shared } from '../../src/live/live-candidates.js'
import { CandidateIndex } from '../../src/sketch/candidates.js'
import { mix } from '../../src/text/tokens.js'

const times: (number | null)[] = Array.from({ length: 120 }, (_, i) => (i % 10 === 9 ? null : mix(i) % 40))
const orderOf = (article: number) => (times[article] ?? 1000) * 1000 + article
const chronology = new Chronology()
times.forEach((time, article) => {
  chronology.set(article, `article-${String(article).padStart(3, '0')}`, time)
})
const window = 25

/** Fingerprints of which all share some, and some many. */
const fingerprintsOf = (article: number, version: number) =>
  Uint32Array.from([
    ...Array.from({ length: 4 }, (_, k) => k),
    ...Array.from({ length: 6 }, (_, k) => 100 + (article % 7) * 10 + k),
    ...Array.from({ length: 5 }, (_, k) => mix((article % 30) * 61 + version + k)),
    ...Array.from({ length: 5 }, (_, k) => mix(article * 977 + k)),
  ])

function atOnce(sets: ReadonlyMap<number, Uint32Array>) {
  const inOrder = [...sets.keys()].sort((x, y) => orderOf(x) - orderOf(y))
  const index = new CandidateIndex({ window })
  return new Map(
    inOrder.map((article) => {
      const found = index.add(sets.get(article) as Uint32Array, times[article] ?? null)
      return [
        article,
        found
          .sort((x, y) => y.shared - x.shared || x.a - y.a)
          .map(({ a, shared }) => ({ article: inOrder[a] as number, shared })),
      ] as const
    }),
  )
}

const articlesOf = (found: readonly Shared[] = []) => found.map(({ article }) => article)
const articlesKnown = (known: ReadonlyMap<number, readonly number[]>, article: number) => known.get(article) ?? []

describe('LiveCandidates', () => {
  it('gives after any history what CandidateIndex gives in order, and tells whose candidates change', () => {
    const step = fc.record({
      article: fc.integer({ min: 0, max: 119 }),
      version: fc.integer({ min: 0, max: 2 }),
      areAsked: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 160, size: 'max' }), fc.boolean(), (history, isSearching) => {
        const live = new LiveCandidates(chronology, window)
        const sets = new Map<number, Uint32Array>()
        const known = new Map<number, readonly number[]>()
        // The article itself looks for them at once; whoever is told does as well, or after some more changes.
        const waiting = new Set<number>()
        for (const { article, version, areAsked } of history) {
          const own = version === 2 ? null : fingerprintsOf(article, version)
          const candidateOf = [...known.keys()].filter((later) => known.get(later)?.includes(article))
          const told = live.set(article, own, candidateOf)
          if (own) sets.set(article, own)
          else {
            sets.delete(article)
            known.delete(article)
            // Whose candidate it was is known.
            for (const later of candidateOf) {
              live.drop(later, article)
              known.set(
                later,
                articlesKnown(known, later).filter((one) => one !== article),
              )
            }
          }
          const found = atOnce(sets)
          for (const [other, candidates] of found) {
            if (other === article || waiting.has(other)) continue
            const isOther = articlesOf(candidates).join() !== articlesKnown(known, other).join()
            if (isOther) expect(told, `${other} was not told of ${article}`).toContain(other)
            else if (isSearching) expect(told, `${other} was told of ${article} for nothing`).not.toContain(other)
          }
          for (const other of told) waiting.add(other)
          // Some are not sought for as yet, as after a restart.
          for (const other of areAsked ? [...waiting, article] : [article]) {
            if (sets.has(other)) known.set(other, articlesOf(isSearching ? live.of(other) : found.get(other)))
            waiting.delete(other)
          }
        }
        for (const [article, candidates] of atOnce(sets)) expect(live.of(article)).toEqual(candidates)
      }),
      { numRuns: 200 },
    )
  })

  it('tells of one that is a candidate no more also where very many are near', () => {
    const chronology = new Chronology()
    const live = new LiveCandidates(chronology, window)
    let next = 0
    const add = (time: number, fingerprints: readonly number[]) => {
      const article = next++
      chronology.set(article, `article-${String(article).padStart(3, '0')}`, time)
      return { article, told: live.set(article, Uint32Array.from(fingerprints), []) }
    }
    const group = (g: number) => Array.from({ length: 8 }, (_, k) => 1 + 8 * g + k)
    const own = (article: number) => Array.from({ length: 72 }, (_, k) => 10_000 + 100 * article + k)
    const alike = [...group(0), ...group(1), ...group(2), ...own(900).slice(0, 56)]
    const candidate = add(1, alike)
    // So many that each group is common to the last article, which meets the candidate as the furthest back.
    for (let g = 0; g < 10; g++) for (let k = 0; k < (g < 3 ? 31 : 32); k++) add(2, [...group(g), ...own(next)])
    const last = add(9, Array.from({ length: 10 }, (_, g) => group(g)).flat())
    expect(live.of(last.article)).toEqual([{ article: candidate.article, shared: 24 }])
    const between = add(3, [...group(0), ...own(next)])
    const isTold = between.told.has(last.article)
    expect([isTold, live.of(last.article)]).toEqual([true, []])
  })
})
