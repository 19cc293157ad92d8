// Evidence and judgement: the figures are what counting word by word gives, and linking, which gathers only what the rules ask
// for, judges as all the evidence does.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { checkArticles } from '../../src/article/article.js'
import { type ComparedPage, type Evidence, gatherEvidence, preparedPage } from '../../src/match/evidence.js'
import { judge, relate } from '../../src/match/relation.js'
import { DATE, facts, NAME, NUMBER } from '../../src/text/facts.js'
import { readPages } from '../../src/text/page.js'
import { tokenWords } from '../../src/text/tokens.js'
import { plainPassages } from './plain.js'
import { misspeltTexts, repetitiveTexts, twoTexts, unspacedTexts } from './texts.js'

const pagesOf = (texts: readonly string[]) =>
  readPages(
    checkArticles(
      texts.map((text, k) => ({ id: `${k}`, outlet: `Outlet ${k}`, text: `${text} end`, publishedAt: 1e12 + k })),
      { collect: false },
    ).articles,
  )

const isPrepared = (texts: readonly string[]) => pagesOf(texts).map(preparedPage)

/** What linking takes from all the evidence on two pages. */
function fromEvidence(a: ComparedPage, b: ComparedPage) {
  const evidence = gatherEvidence(a, b)
  const { relation, strength, longer, passage } = judge(evidence)
  const longest = Math.max(...evidence.passages.map(({ words }) => words))
  const first = evidence.passages.find(({ words }) => words === longest)
  return { relation, strength, longer, passage, passageAt: [first?.a[0] ?? 0, first?.b[0] ?? 0] }
}

describe('relate', () => {
  it('judges every pair of the fixtures as all the evidence does', () => {
    const { articles } = checkArticles(
      readFixtures().map(({ article }) => article),
      { collect: false },
    )
    // Each way from pages prepared for it alone: what one finds first must not help the other.
    const pages = readPages(articles)
    const [left, right] = [pages.map(preparedPage), pages.map(preparedPage)]
    const relations = new Set<string>()
    for (let i = 0; i < pages.length; i++)
      for (let j = i + 1; j < pages.length; j++) {
        const related = relate(left[i] as ComparedPage, left[j] as ComparedPage)
        relations.add(related.relation)
        expect(related).toEqual(fromEvidence(right[i] as ComparedPage, right[j] as ComparedPage))
      }
    expect(relations.size).toBeGreaterThanOrEqual(6)
  })

  it('judges any two texts as all the evidence does', () => {
    fc.assert(
      fc.property(fc.oneof(twoTexts, repetitiveTexts, unspacedTexts), (texts) => {
        const [a, b] = isPrepared(texts)
        const [c, d] = isPrepared(texts)
        if (a && b && c && d) expect(relate(a, b)).toEqual(fromEvidence(c, d))
      }),
      { numRuns: 300 },
    )
  })
})

describe('gatherEvidence', () => {
  it('counts what its passages hold', () => {
    fc.assert(
      fc.property(fc.oneof(twoTexts, repetitiveTexts, unspacedTexts), (texts) => {
        const [a, b] = pagesOf(texts)
        if (!a || !b) return
        const evidence = gatherEvidence(preparedPage(a), preparedPage(b))
        const [inA, inB] = [0, 1].map((side) =>
          Array.from((side === 0 ? a : b).story.starts, (start) =>
            evidence.passages.some(({ a: of, b: other }) => {
              const [from, to] = side === 0 ? of : other
              return start >= from && start < to
            }),
          ),
        ) as [boolean[], boolean[]]
        const count = (flags: readonly boolean[]) => flags.filter(Boolean).length
        const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
        const lead = (flags: readonly boolean[]) => share(count(flags.slice(0, 40)), Math.min(40, flags.length))
        const words = tokenWords(a.story)
        const kinds = facts(a.story)
        const ofKind = (kind: number) => words.filter((_, i) => inA[i] && kinds[i] === kind)
        const telling = ofKind(NUMBER).filter(
          (number) => number.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= 3 && !/^(?:19|20)\d\d$/.test(number),
        )
        const expected: Partial<Evidence> = {
          words: [a.story.count, b.story.count],
          sharedWords: count(inA),
          containment: [share(count(inA), a.story.count), share(count(inB), b.story.count)],
          longestRun: Math.max(0, ...evidence.passages.map(({ words: length }) => length)),
          leads: [lead(inA), lead(inB)],
          quoted: share(
            count(inA.map((is, i) => is && isQuoted(a.story.text, a.story.starts[i] as number))),
            count(inA),
          ),
          agreeing: {
            numbers: ofKind(NUMBER).length,
            tellingNumbers: telling.length,
            dates: ofKind(DATE).length,
            names: ofKind(NAME).length,
          },
        }
        expect(evidence).toMatchObject(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('finds the passages that comparing all words plainly finds', () => {
    let anchored = 0
    fc.assert(
      fc.property(fc.oneof(twoTexts, misspeltTexts, repetitiveTexts, unspacedTexts), (texts) => {
        const [a, b] = pagesOf(texts)
        if (!a || !b) return
        const { passages } = gatherEvidence(preparedPage(a), preparedPage(b))
        const expected = plainPassages(a.story, b.story)
        if (expected.length > 0 && expected.every((run) => run.length >= 6)) anchored++
        expect(passages).toEqual(
          expected.map(({ a: i, b: j, length }) => ({
            words: length,
            a: [a.story.starts[i], a.story.ends[i + length - 1]],
            b: [b.story.starts[j], b.story.ends[j + length - 1]],
          })),
        )
      }),
      { numRuns: 300 },
    )
    expect(anchored).toBeGreaterThan(0)
  })

  it('knows the quotation marks of several languages', () => {
    const quoted = (text: string) => {
      const [a, b] = isPrepared([text, text])
      return a && b ? gatherEvidence(a, b).quoted : null
    }
    for (const marks of ['“”', '""', '„“', '«»', '「」'])
      expect(quoted(`she said ${marks[0]}no more${marks === '„“' ? '”' : marks[1]} and went`)).toBeCloseTo(2 / 7)
    expect(quoted('she said “no more\nand went')).toBeCloseTo(2 / 7)
  })

  it('gives plain data', () => {
    const [a, b] = isPrepared([
      'Five ferries left the pier on Monday, he said.',
      'Four ferries left the pier on Monday.',
    ])
    if (!a || !b) throw new Error('two pages')
    const evidence = gatherEvidence(a, b)
    expect(Object.values(Object.getOwnPropertyDescriptors(evidence)).every(({ get }) => get === undefined)).toBe(true)
    expect(structuredClone(evidence)).toEqual(evidence)
  })
})

/** Whether a place in a text stands in quotation marks. */
function isQuoted(text: string, place: number): boolean {
  let open = false
  for (const mark of text.slice(0, place)) {
    if (mark === '"') open = !open
    else if ('“„«「'.includes(mark)) open = true
    else if ('”»」\n'.includes(mark)) open = false
  }
  return open
}
