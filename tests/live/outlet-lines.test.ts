// The lines that an outlet repeats, kept up to date: after any history the same as over all pages at once.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/random.js'
import { OutletLines } from '../../src/live/outlet-lines.js'
import { type PageUnits, pageUnits, RepeatedUnits } from '../../src/text/repeated-furniture.js'
import { tokenize } from '../../src/text/tokens.js'

const unitsOf = (text: string): PageUnits => pageUnits('Fjord Post', text, tokenize(text))

function atOnce(pages: ReadonlyMap<string, PageUnits>): Set<number> {
  const inOrder = [...pages].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, units]) => units)
  return new Set(new RepeatedUnits(inOrder).outlets.get('Fjord Post') ?? [])
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
  id: fc.integer({ min: 0, max: 40 }).map((n) => `page-${n}`),
  lines: fc.option(fc.array(line, { maxLength: 6 }), { freq: 3 }),
})

describe('OutletLines', () => {
  it('repeats after any history what RepeatedUnits finds over all pages, and tells which pages change', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (history) => {
        const lines = new OutletLines()
        const pages = new Map<string, PageUnits>()
        for (const { id, lines: own } of history) {
          const before = lines.repeated
          const units = unitsOf((own ?? []).join('\n'))
          let changed = new Set<string>()
          if (pages.delete(id)) changed = lines.remove(id)
          else if (own) {
            pages.set(id, units)
            changed = lines.add(id, units)
          }
          const after = atOnce(pages)
          expect(lines.repeated).toEqual(after)
          const flipped = [...new Set([...before, ...after])].filter((key) => before.has(key) !== after.has(key))
          const holders = [...pages].filter(
            ([page, { keys }]) => page !== id && flipped.some((key) => keys.includes(key)),
          )
          expect([...changed].sort()).toEqual(holders.map(([page]) => page).sort())
        }
        expect(lines.size).toBe(pages.size)
      }),
      { numRuns: 400 },
    )
  })

  it('does so where lines must stand on a share of very many pages', () => {
    const random = seeded(7)
    const lines = new OutletLines()
    const pages = new Map<string, PageUnits>()
    for (let turn = 0; turn < 1500; turn++) {
      const id = `page-${Math.floor(random() * 400)}`
      const own = [`Ferry number ${turn} left on tide ${Math.floor(random() * 1e6)}.`, `Line of page ${turn} only`]
      for (let n = 0; n < 12; n++)
        if (random() < 0.004 * 2 ** (n % 6)) own.push(`Heading ${'abcdefghijkl'[n]} of the paper`)
      for (let n = 0; n < 4; n++)
        if (random() < 0.06 + 0.03 * n) own.push(`The council is to meet again in hall ${'abcd'[n]}.`)
      if (pages.delete(id)) lines.remove(id)
      else if (turn < 1000 || pages.size < 100) {
        const units = unitsOf(own.join('\n'))
        pages.set(id, units)
        lines.add(id, units)
      }
      if (turn % 7 === 0) expect(lines.repeated, `turn ${turn}`).toEqual(atOnce(pages))
    }
    expect(lines.repeated.size).toBeGreaterThan(0)
  })
})
