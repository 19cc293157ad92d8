// The whole pass through the public entry point: what comes back for a batch, that nothing is lost or counted twice, and that
// neither the order of the articles nor hostile or broken ones upset it.
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readFixtures } from '../fixtures/read.js'
import { PackedTexts } from '../src/article/packed-texts.js'
import {
  type Article,
  type ClusterResult,
  clusterArticles,
  replay,
  type Stage,
  undo,
  WirecopyError,
} from '../src/index.js'

const articles: readonly Article[] = readFixtures().map(({ article }) => article)
const result = clusterArticles(articles)
const textOf = new Map(articles.map(({ id, text }) => [id, text]))

const report =
  'The harbour council of Lindholm said on Monday that it would open the old swing bridge to cyclists from the first week of May. ' +
  'The bridge, built in 1911, has been closed to all traffic since a barge struck its northern pier three years ago. ' +
  'Repairs cost 4.2 million crowns, a fifth less than the council had set aside, according to its accounts.'
const copy = (id: string, more: Partial<Article> = {}): Article => ({
  id,
  outlet: `Outlet ${id}`,
  text: report,
  ...more,
})
const membersOf = ({ clusters }: ClusterResult) =>
  clusters.map(({ copies }) => copies.map(({ articleId }) => articleId).sort())

describe('a cluster', () => {
  const copies = [
    copy('b', { text: `LINDHOLM - ${report} REUTERS`, publishedAt: '2031-03-04T12:00:00Z', title: 'Bridge to open' }),
    copy('a', { text: report.replace('traffic', 'vehicles'), publishedAt: Date.UTC(2031, 2, 4, 9) }),
    copy('c', { text: report.slice(0, report.indexOf(' Repairs')) }),
  ]
  const [cluster] = clusterArticles(copies).clusters

  it('names the agency, with the place where it signs', () => {
    expect(cluster?.agency).toMatchObject({ name: 'Reuters', evidence: [{ articleId: 'b', text: 'REUTERS' }] })
  })

  it('has the wire text without dateline and credit', () => {
    expect(cluster?.canonical).toMatchObject({ dateline: 'LINDHOLM', headline: 'Bridge to open', text: report })
  })

  it('lists the copies in order of publication, those of unknown date last', () => {
    expect(cluster?.copies.map(({ articleId, publishedAt }) => [articleId, publishedAt])).toEqual([
      ['a', '2031-03-04T09:00:00.000Z'],
      ['b', '2031-03-04T12:00:00.000Z'],
      ['c', null],
    ])
    expect(cluster?.id).toBe('a')
  })

  it('says what each copy is and what its outlet changed', () => {
    const [a, b, c] = cluster?.copies ?? []
    expect([a?.relation, b?.relation, c?.relation]).toEqual(['reproduction', 'reproduction', 'excerpt'])
    expect(a?.changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['reworded', 'traffic', 'vehicles'],
    ])
    expect(b?.changes.map(({ kind }) => kind)).toEqual(['dateline', 'credit'])
    expect(c?.changes.map(({ kind }) => kind)).toEqual(['cut'])
  })

  it('measures how much of the text each copy has', () => {
    const [a, b, c] = cluster?.copies ?? []
    expect([b?.containment, b?.resemblance]).toEqual([1, 1])
    expect(a?.containment).toBeGreaterThan(0.9)
    expect(c?.containment).toBeGreaterThan(0.5)
    expect(c?.containment).toBeLessThan(0.8)
    for (const one of [a, b, c]) expect(one?.resemblance).toBeLessThanOrEqual(one?.containment ?? 0)
  })
})

describe('the text of a cluster', () => {
  const revised = result.clusters.find(({ copies }) => copies.some(({ articleId }) => articleId.startsWith('quake-')))

  it('is told for every dispatch, with what the agency changed since the one before', () => {
    const dispatches = revised?.dispatches ?? []
    expect(dispatches).toHaveLength(3)
    dispatches.forEach(({ revises, canonical }, k) => {
      const before = dispatches[k - 1]
      expect(revises?.dispatchId).toBe(before?.id)
      if (!revises || !before) return
      const withSame = revises.changes.reduce((sum, { before: words }) => sum + words.length, 0)
      expect(withSame).toBeLessThan(before.canonical.text.length)
      expect(revises.summary.added + revises.summary.reworded).toBeGreaterThan(20)
      expect(revises.changes.some(({ after }) => after !== '' && canonical.text.includes(after))).toBe(true)
    })
    expect(dispatches[0]?.revises).toBe(null)
  })

  it('is that of the latest full dispatch', () => {
    expect(revised?.canonical).toEqual(revised?.dispatches[2]?.canonical)
  })

  it('may be one outlet\u2019s, as it was published', () => {
    const copies = [
      copy('a', { text: report.replace('barge', 'boat') }),
      copy('b'),
      copy('c'),
      copy('d', { text: `${report.replace('barge', 'ship')} A ferry takes riders until then. REUTERS` }),
    ]
    expect(clusterArticles(copies).clusters[0]?.canonical.text).toContain('barge')
    const [cluster] = clusterArticles(copies, { canonical: 'article' }).clusters
    expect(copies.map(({ text }) => text.replace(' REUTERS', ''))).toContain(cluster?.canonical.text)
    expect(cluster?.canonical.basedOn).toBe('d')
  })

  it('and the account of a copy do not change because of unrelated articles of other outlets', () => {
    const own = [copy('a', { text: `LINDHOLM - ${report} REUTERS` }), copy('b', { text: report.replace('4.2', '2.4') })]
    const alone = JSON.stringify(clusterArticles(own).clusters)
    fc.assert(
      fc.property(fc.shuffledSubarray([...articles], { minLength: 1, maxLength: 12 }), (unrelated) => {
        const { clusters } = clusterArticles([...unrelated, ...own])
        expect(JSON.stringify(clusters.filter(({ id }) => id === 'a'))).toBe(alone)
      }),
      { numRuns: 12 },
    )
  })
})

describe('the books of a batch', () => {
  const all = result.clusters.flatMap(({ copies }) => copies)
  const own = all.filter(({ relation }) => relation !== 'embedded').map(({ articleId }) => articleId)
  const embedded = [...new Set(all.filter(({ relation }) => relation === 'embedded').map(({ articleId }) => articleId))]
  const alone = result.unclustered.map(({ articleId }) => articleId)

  it('have clusters and articles on their own', () => {
    expect(result.clusters.length).toBeGreaterThan(10)
    expect(alone.length).toBeGreaterThan(0)
    expect(result.rejected).toEqual([])
  })

  it('have every article once: in a story, embedding one, or on its own', () => {
    expect([...own, ...embedded, ...alone].sort()).toEqual(articles.map(({ id }) => id).sort())
  })

  it('have every copy in one dispatch of its cluster', () => {
    for (const { id, dispatches, copies } of result.clusters) {
      const inDispatches = dispatches.flatMap((dispatch) =>
        dispatch.articleIds.map((articleId) => [articleId, dispatch.id]),
      )
      const inCopies = copies
        .filter(({ relation }) => relation !== 'embedded')
        .map((one) => [one.articleId, one.dispatchId])
      expect(inDispatches.sort()).toEqual(inCopies.sort())
      expect(copies.map(({ articleId }) => articleId)).toContain(id)
      expect(inCopies.length).toBeGreaterThan(1)
    }
  })

  it('have sums that are right', () => {
    expect(result.stats).toMatchObject({
      articles: articles.length,
      clustered: own.length + embedded.length,
      unclustered: alone.length,
      rejected: 0,
      clusters: result.clusters.length,
      dispatches: result.clusters.reduce((sum, { dispatches }) => sum + dispatches.length, 0),
    })
  })

  it('list the cluster that most outlets carry first, not counting those that embed a piece', () => {
    const counts = result.clusters.map(({ outlets }) => outlets.length)
    for (const { copies, outlets } of result.clusters)
      expect(new Set(outlets)).toEqual(
        new Set(copies.filter((copy) => copy.relation !== 'embedded').map(({ outlet }) => outlet)),
      )
    expect(counts).toEqual([...counts].sort((x, y) => y - x))
  })

  it('list dispatches oldest first', () => {
    for (const { dispatches } of result.clusters) {
      const times = dispatches.flatMap(({ firstPublishedAt }) => (firstPublishedAt === null ? [] : [firstPublishedAt]))
      expect(times).toEqual([...times].sort())
    }
  })

  it('have spans that replay over the canonical text, and are undone to it', () => {
    for (const { canonical, copies } of result.clusters)
      for (const { articleId, spans, changes } of copies) {
        const text = textOf.get(articleId) ?? ''
        expect(replay(canonical.text, spans)).toBe(text)
        expect(undo(text, spans)).toBe(canonical.text)
        expect(changes).toEqual(spans.filter(({ kind }) => kind !== 'same'))
      }
  })

  it('have passages that cover the words of the canonical text, each carried by a copy at least', () => {
    for (const { dispatches } of result.clusters)
      for (const { canonical } of dispatches) {
        const words = canonical.passages.map(({ start, end }) => canonical.text.slice(start, end)).join(' ')
        expect(words.replace(/\s+/g, '')).toBe(canonical.text.replace(/\s+/g, ''))
        for (const { carriedBy } of canonical.passages) expect(carriedBy.length).toBeGreaterThan(0)
      }
  })

  it('show the evidence for agencies, and the furniture of lone articles, as their pages have it', () => {
    for (const { agency } of [...result.clusters, ...result.unclustered])
      for (const { articleId, field, text, start, end } of agency?.evidence ?? [])
        if (field === 'text') expect(textOf.get(articleId)?.slice(start, end)).toBe(text)
    for (const { articleId, furniture } of result.unclustered)
      for (const { start, end, text } of furniture) expect(textOf.get(articleId)?.slice(start, end)).toBe(text)
  })
})

describe('the result', () => {
  it('does not depend on the order of the articles', () => {
    const shuffled = fc.shuffledSubarray([...articles], { minLength: articles.length })
    fc.assert(
      fc.property(shuffled, (inOtherOrder) => {
        expect(clusterArticles(inOtherOrder)).toEqual(result)
      }),
      { numRuns: 5 },
    )
  }, 20_000)

  it('survives a round trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
  })

  it('comes from any iterable', () => {
    const some = articles.slice(0, 6)
    expect(clusterArticles(new Set(some))).toEqual(clusterArticles(some))
  })

  it('is the same from a generator, whatever characters its texts have', () => {
    const odd = ['\ud83d', '\udc1f “bridge” ', '\ufeff東京 ', '🚢 \0'].map((mark, k) =>
      copy(`odd-${k}`, { text: `${mark}${report}` }),
    )
    const all = [...articles, ...odd]
    function* oneByOne() {
      yield* all
    }
    const pack = vi.spyOn(PackedTexts.prototype, 'pack')
    const held = clusterArticles(all)
    expect(clusterArticles(new Set(all))).toEqual(held)
    expect(pack).not.toHaveBeenCalled()
    expect(clusterArticles(oneByOne())).toEqual(held)
    expect(pack).toHaveBeenCalledTimes(all.length)
    pack.mockRestore()
  })

  it('leaves its input as it was', () => {
    const frozen = Object.freeze(articles.slice(0, 20).map((article) => Object.freeze({ ...article })))
    const before = JSON.stringify(frozen)
    expect(() => clusterArticles(frozen, Object.freeze({ dateFormats: Object.freeze(['dd-MM-yyyy']) }))).not.toThrow()
    expect(JSON.stringify(frozen)).toBe(before)
  })

  it('is empty for no articles', () => {
    const empty = clusterArticles([])
    expect([empty.clusters, empty.unclustered, empty.rejected, empty.warnings]).toEqual([[], [], [], []])
    expect(new Set(Object.values(empty.stats))).toEqual(new Set([0]))
  })

  it('leaves articles without words on their own', () => {
    const wordless = ['', '', ' … ', '\n'].map((text, k) => copy(`w${k}`, { text }))
    expect(clusterArticles(wordless).clusters).toEqual([])
    expect(clusterArticles(wordless).unclustered).toHaveLength(4)
  })

  it('has 2,000 identical articles in one cluster, quickly', { retry: 2 }, () => {
    const many = Array.from({ length: 2000 }, (_, i) => copy(`copy-${i}`))
    const start = performance.now()
    const { clusters, stats } = clusterArticles(many)
    expect(performance.now() - start).toBeLessThan(3000)
    expect(clusters).toHaveLength(1)
    expect(clusters[0]?.copies).toHaveLength(2000)
    expect(stats.comparedPairs).toBe(0)
  })
})

describe('options', () => {
  const march = (day: number) => Date.UTC(2031, 2, day)

  it('windowDays: copies further apart are other stories', () => {
    const other = report.replace('traffic', 'vehicles')
    const pair = (days: number) => [
      copy('a', { publishedAt: march(1) }),
      copy('b', { text: other, publishedAt: march(1 + days) }),
    ]
    expect(clusterArticles(pair(4)).clusters).toHaveLength(1)
    expect(clusterArticles(pair(6)).clusters).toHaveLength(0)
    expect(clusterArticles(pair(6), { windowDays: 7 }).clusters).toHaveLength(1)
    expect(clusterArticles(pair(4), { windowDays: 0.5 }).clusters).toHaveLength(0)
  })

  it('windowDays: so are copies that agree to the word', () => {
    const pair = [copy('a', { publishedAt: march(1) }), copy('b', { publishedAt: march(29) })]
    expect(clusterArticles(pair).clusters).toHaveLength(0)
    expect(clusterArticles(pair, { windowDays: 30 }).clusters).toHaveLength(1)
  })

  it('windowDays: a copy meets one of its own week, where another of the same words is old', () => {
    const near = copy('c', { text: report.replace('traffic', 'vehicles'), publishedAt: march(29) })
    const batch = [copy('a', { publishedAt: march(1) }), copy('b', { publishedAt: march(29) }), near]
    expect(membersOf(clusterArticles(batch))).toContainEqual(['b', 'c'])
  })

  it('windowDays: an unknown date keeps nothing apart', () => {
    const pair = [copy('a', { publishedAt: march(1) }), copy('b', { text: report.replace('traffic', 'vehicles') })]
    expect(clusterArticles(pair, { windowDays: 1 }).clusters).toHaveLength(1)
  })

  it('dates that cannot be read are warned of, by article, and stay unknown', () => {
    const batch = [copy('a', { publishedAt: 'some day' }), copy('b', { publishedAt: '6 hours ago' }), copy('c')]
    const { warnings, clusters } = clusterArticles(batch)
    expect(warnings.map(({ articleId, code }) => [articleId, code])).toEqual([
      ['a', 'unknown-date'],
      ['b', 'unknown-date'],
    ])
    expect(clusters[0]?.copies.map(({ publishedAt }) => publishedAt)).toEqual([null, null, null])
    expect(clusterArticles(batch, { asOf: march(1) }).warnings.map(({ articleId }) => articleId)).toEqual(['a'])
  })

  it('onProgress: stages in order, never back, to the end', () => {
    const order: Stage[] = ['read', 'match', 'group']
    const seen: [number, Stage][] = []
    clusterArticles(articles, { onProgress: (done, stage) => seen.push([done, stage]) })
    expect([...new Set(seen.map(([, stage]) => stage))]).toEqual(order)
    const steps = seen.map(([done, stage]) => order.indexOf(stage) + done)
    expect(steps).toEqual([...steps].sort((x, y) => x - y))
    expect(seen.at(-1)).toEqual([1, 'group'])
    for (const [done] of seen) expect(done >= 0 && done <= 1).toBe(true)
  })

  it.each([
    ['windowDays', { windowDays: 0 }],
    ['windowDays', { windowDays: Number.NaN }],
    ['asOf', { asOf: 'soon' }],
    ['onInvalid', { onInvalid: 'ignore' as 'throw' }],
  ])('%s is refused where it is wrong', (field, options) => {
    expect(() => clusterArticles([copy('a')], options)).toThrow(expect.objectContaining({ code: 'bad-option', field }))
  })

  it('what is no list of articles is refused', () => {
    for (const wrong of [null, undefined, 42, 'articles', {}])
      expect(() => clusterArticles(wrong as unknown as Article[])).toThrow(
        expect.objectContaining({ code: 'bad-input' }),
      )
  })
})

describe('articles that cannot be used', () => {
  const broken = [
    copy('a'),
    { id: 'b', outlet: 'B' },
    copy('a'),
    { outlet: 'C', text: 'C' },
    null,
    copy('e', { text: report.replace('traffic', 'vehicles') }),
  ] as unknown as Article[]

  it('are thrown before any work is done, the first with its id and field', () => {
    const progress: Stage[] = []
    const work = () => clusterArticles(broken, { onProgress: (_, stage) => progress.push(stage) })
    expect(work).toThrow(WirecopyError)
    expect(work).toThrow(expect.objectContaining({ code: 'bad-text', article: 'b', field: 'text' }))
    expect(progress).toEqual([])
  })

  it('are collected where that is asked for, and the others are used', () => {
    const collected = clusterArticles(broken, { onInvalid: 'collect' })
    expect(collected.rejected.map(({ article, code }) => [article, code])).toEqual([
      ['b', 'bad-text'],
      ['a', 'duplicate-id'],
      ['#3', 'bad-id'],
      ['#4', 'bad-input'],
    ])
    expect(membersOf(collected)).toEqual([['a', 'e']])
    expect(collected.stats).toMatchObject({ articles: 2, rejected: 4 })
  })

  it('are those with an id used twice', () => {
    expect(() => clusterArticles([copy('a'), copy('b'), copy('a')])).toThrow(
      expect.objectContaining({ code: 'duplicate-id', article: 'a' }),
    )
  })

  it('are not those with ids such as __proto__', () => {
    const odd = ['__proto__', 'constructor', '#0'].map((id) => copy(id))
    expect(membersOf(clusterArticles(odd))).toEqual([['#0', '__proto__', 'constructor']])
  })
})
