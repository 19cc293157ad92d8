// The lines that an outlet repeats, kept up to date: after any history the same as over all pages at once.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/random.js'
import { LinesOfPages, OutletLines, packUnits } from '../../src/live/outlet-lines.js'
import { mostSampled } from '../../src/text/page-sample.js'
import { type PageUnits, pageUnits, RepeatedUnits, repeatedOn } from '../../src/text/repeated-furniture.js'
import { tokenize } from '../../src/text/tokens.js'

const outlet = 'Fjord Post'
const idOf = (page: number) => `page-${page}`
const unitsOf = (page: number, text: string): PageUnits => pageUnits({ id: idOf(page), outlet, text }, tokenize(text))

/** Pages that come and go, and what their outlet repeats, found in both ways. */
class Pages {
  readonly all = new Map<number, PageUnits>()
  readonly #pages: LinesOfPages
  readonly lines: OutletLines

  constructor(pages = new LinesOfPages(idOf)) {
    this.#pages = pages
    this.lines = new OutletLines(outlet, pages)
  }

  add(page: number, text: string): Set<number> {
    const units = unitsOf(page, text)
    this.all.set(page, units)
    this.#pages.set(page, packUnits(units))
    return this.lines.add(page)
  }

  remove(page: number): Set<number> {
    const changed = this.lines.remove(page)
    this.all.delete(page)
    this.#pages.units.set(page, null)
    return changed
  }

  atOnce(): ReadonlyMap<number, number> {
    return new RepeatedUnits(this.all.values()).outlets.get(outlet) ?? new Map()
  }

  /** What is furniture of each page. */
  furniture(): Map<number, string> {
    const repeated = this.atOnce()
    return new Map(
      [...this.all].map(([page, { id, keys }]) => [page, keys.filter(repeatedOn(repeated, id)).join()] as const),
    )
  }
}

// Few lines on many pages: headings, sentences with and without a stop, rows, and lines of the page's own.
const line = fc.oneof(
  fc.constantFrom(
    'Weather and roads',
    'Sign up for the letter',
    'Sign up for the letter.',
    'Read this next today',
    'Goals in group 5',
    'Goals in group 5.',
    'The harbour master was not in his office when the paper called on Monday.',
    'The council is to meet again before the end of the month.',
  ),
  fc.integer({ min: 0, max: 60 }).map((n) => `Ferry ${'abcdefghij'[n % 10]} left the harbour of Nordvik on tide ${n}.`),
)
const step = fc.record({
  page: fc.integer({ min: 0, max: 40 }),
  lines: fc.option(fc.array(line, { maxLength: 6 }), { freq: 3 }),
})

describe('OutletLines', () => {
  it('repeats after any history what RepeatedUnits finds over all pages, and tells which pages change', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (history) => {
        const pages = new Pages()
        for (const { page, lines: own } of history) {
          const before = pages.furniture()
          let changed = new Set<number>()
          if (pages.all.has(page)) changed = pages.remove(page)
          else if (own) changed = pages.add(page, own.join('\n'))
          expect(pages.lines.repeated).toEqual(pages.atOnce())
          const others = [...pages.furniture()].filter(([one, keys]) => one !== page && keys !== before.get(one))
          expect([...changed].sort()).toEqual(others.map(([one]) => one).sort())
        }
        expect(pages.lines.size).toBe(pages.all.size)
      }),
      { numRuns: 400 },
    )
  })

  it('knows what each of two outlets repeats, where numbers go from one to the other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(1)), { maxLength: 80 }), (history) => {
        const memory = new LinesOfPages(idOf)
        const both = [new Pages(memory), new Pages(memory)]
        for (const [{ page, lines: own }, to] of history) {
          const holder = both.find(({ all }) => all.has(page))
          if (holder) holder.remove(page)
          else if (own) both[to]?.add(page, own.join('\n'))
          for (const one of both) expect(one.lines.repeated).toEqual(one.atOnce())
        }
      }),
      { numRuns: 200 },
    )
  })

  it('does so where lines must stand on a share of very many pages, of which a sample speaks for all', () => {
    const random = seeded(7)
    const pages = new Pages()
    let sampledOnly = 0
    for (let turn = 0; turn < 4000; turn++) {
      const page = Math.floor(random() * 1100)
      const own = [`Ferry number ${turn} left on tide ${Math.floor(random() * 1e6)}.`, `Line of page ${turn} only`]
      for (let n = 0; n < 12; n++)
        if (random() < 0.004 * 2 ** (n % 6)) own.push(`Heading ${'abcdefghijkl'[n]} of the paper`)
      for (let n = 0; n < 4; n++)
        if (random() < 0.06 + 0.03 * n) own.push(`The council is to meet again in hall ${'abcd'[n]}.`)
      const isChecked = turn % 29 === 0
      const before = isChecked ? pages.furniture() : new Map<number, string>()
      let changed = new Set<number>()
      if (pages.all.has(page) && (turn > 2500 || random() < 0.3)) changed = pages.remove(page)
      else if (!pages.all.has(page)) changed = pages.add(page, own.join('\n'))
      if (pages.all.size > mostSampled) sampledOnly++
      if (!isChecked) continue
      expect(pages.lines.repeated, `turn ${turn}`).toEqual(pages.atOnce())
      const others = [...pages.furniture()].filter(([one, keys]) => one !== page && keys !== before.get(one))
      expect([...changed].sort(), `turn ${turn}`).toEqual(others.map(([one]) => one).sort())
    }
    expect(sampledOnly).toBeGreaterThan(1000)
    expect(pages.lines.repeated.size).toBeGreaterThan(0)
  })
})
