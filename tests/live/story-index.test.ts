// A live index: after any history its stories are those of clusterArticles, ids stay, and events tell what became of stories.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/random.js'
import type { Article } from '../../src/article/article.js'
import { WirecopyError } from '../../src/article/error.js'
import { clusterArticles } from '../../src/cluster.js'
import type { Cluster } from '../../src/edit/story.js'
import type { Added, ClusterFilter } from '../../src/live/answers.js'
import { StoryIndex } from '../../src/live/story-index.js'
import { momentOf, type Step, step, steps, take } from './histories.js'
import { articleOf, dispatch, type Version } from './wire.js'

/** What a cluster says of its groups, but for its id. */
const groupsOf = (clusters: readonly Cluster[]) =>
  clusters
    .map(({ dispatches, copies, outlets }) => ({
      dispatches: dispatches.map(({ id, firstPublishedAt, articleIds }) => ({ id, firstPublishedAt, articleIds })),
      copies: copies.map(({ articleId }) => articleId),
      outlets,
    }))
    .sort((x, y) => ((x.copies[0] as string) < (y.copies[0] as string) ? -1 : 1))

/** All of a cluster, edited, but for its id. */
const editedOf = (clusters: readonly Cluster[]) =>
  clusters
    .map((cluster) => ({ ...structuredClone(cluster), id: '' }))
    .sort((x, y) => ((x.copies[0]?.articleId ?? '') < (y.copies[0]?.articleId ?? '') ? -1 : 1))

/** Takes a step with an index, and with the articles that are to be in it. */
function follow(index: StoryIndex, articles: Map<string, Article>, one: Step): void {
  const done = take(index, one)
  if (one.kind === 'put') articles.set(one.id, articleOf(one.id, one.version))
  if (one.kind === 'remove') expect(done !== null).toBe(articles.delete(one.id))
  if (one.kind !== 'expire') return
  const old = [...articles.values()].filter(
    ({ publishedAt }) => publishedAt && Number(publishedAt) < momentOf(one.hour),
  )
  const taken = done && 'articleIds' in done ? [...done.articleIds].sort() : null
  expect(taken).toEqual(old.map((article) => article.id).sort())
  for (const article of old) articles.delete(article.id)
}

describe('StoryIndex', () => {
  it('has after any history the stories of clusterArticles', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(steps, (history) => {
        const index = new StoryIndex()
        const articles = new Map<string, Article>()
        for (const one of history) follow(index, articles, one)
        expect(groupsOf(index.clusters())).toEqual(groupsOf(clusterArticles([...articles.values()]).clusters))
        expect(index.size).toBe(articles.size)
      }),
      { numRuns: Number(process.env.HISTORIES ?? 300) },
    )
  })

  it('has them where very many articles carry a story', () => {
    const random = seeded(11)
    const pick = (most: number) => Math.floor(random() * most)
    const forms = [
      'whole',
      'whole',
      'same',
      'slip',
      'excerpt',
      'revision',
      'round-up',
      'digest',
      'column',
      'own',
    ] as const
    const index = new StoryIndex()
    const articles = new Map<string, Article>()
    for (let turn = 1; turn <= 600; turn++) {
      const id = `a${pick(220)}`
      const hour = pick(20) === 0 ? null : pick(24 * 6)
      const form = forms[pick(forms.length)] ?? 'whole'
      const put = { dispatch: pick(2), form, outlet: pick(5), lines: pick(4), hour }
      follow(index, articles, pick(5) === 0 ? { kind: 'remove', id } : { kind: 'put', id, version: put })
      if (turn % 60 > 0) continue
      expect(groupsOf(index.clusters()), `turn ${turn}`).toEqual(
        groupsOf(clusterArticles([...articles.values()]).clusters),
      )
    }
    expect(articles.size).toBeGreaterThan(120)
  })

  it('has them where columns hold passages of many stories', { timeout: 60_000 }, () => {
    const random = seeded(13)
    const pick = (most: number) => Math.floor(random() * most)
    const forms = ['column', 'digest', 'round-up', 'same', 'whole', 'revision'] as const
    const index = new StoryIndex()
    const articles = new Map<string, Article>()
    let held = 0
    for (let turn = 1; turn <= 240; turn++) {
      const id = `a${pick(24)}`
      const version = { dispatch: pick(4), form: forms[pick(6)] ?? 'same', outlet: pick(5), lines: 0, hour: pick(100) }
      follow(index, articles, pick(3) === 0 ? { kind: 'remove', id } : { kind: 'put', id, version })
      const clusters = index.clusters()
      expect(groupsOf(clusters), `turn ${turn}`).toEqual(groupsOf(clusterArticles([...articles.values()]).clusters))
      for (const { copies } of clusters) held += copies.filter(({ relation }) => relation === 'embedded').length
    }
    expect(held).toBeGreaterThan(100)
  })

  it('edits them alike', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), (history) => {
        const index = new StoryIndex()
        const articles = new Map<string, Article>()
        history.forEach((one, k) => {
          follow(index, articles, one)
          // What was edited before must not be taken for what is now.
          if (k % 5 === 0) for (const cluster of index.clusters()) cluster.canonical
        })
        expect(editedOf(index.clusters())).toEqual(editedOf(clusterArticles([...articles.values()]).clusters))
      }),
      { numRuns: 25 },
    )
  })
})

const at = (id: string, form: Version['form'], outlet: number, hour: number, n = 1) =>
  articleOf(id, { dispatch: n, form, outlet, lines: 0, hour })

/** The outcome, and the events without what the outcome says. */
const told = ({ outcome, clusterId, events }: Added) => ({ outcome, clusterId, events: events.map(({ kind }) => kind) })

describe('StoryIndex.add', () => {
  it('says what an article is: new, a copy, an excerpt, a revision, a page that holds a piece', () => {
    const index = new StoryIndex()
    expect(told(index.add(at('first', 'whole', 0, 1)))).toEqual({ outcome: 'new', clusterId: null, events: [] })
    const copy = index.add(at('second', 'whole', 1, 2))
    expect(told(copy)).toEqual({ outcome: 'copy', clusterId: 'first', events: ['created'] })
    expect(copy.matches).toMatchObject([{ articleId: 'first', outlet: 'Strait Courier', relation: 'reproduction' }])
    expect(copy.matches[0]?.reason).toMatch(/% of the words agree/)
    expect(copy.matches[0]?.evidence?.sharedWords).toBeGreaterThan(80)
    expect(told(index.add(at('third', 'excerpt', 2, 3)))).toEqual({
      outcome: 'copy',
      clusterId: 'first',
      events: ['grown'],
    })
    expect(told(index.add(at('fourth', 'revision', 3, 4)))).toEqual({
      outcome: 'revision',
      clusterId: 'first',
      events: ['grown', 'revised'],
    })
    expect(told(index.add(at('other', 'own', 4, 5)))).toEqual({ outcome: 'new', clusterId: null, events: [] })
    expect(index.cluster('first')?.dispatches.map(({ articleIds }) => articleIds)).toEqual([
      ['first', 'second', 'third'],
      ['fourth'],
    ])
    expect(index.get('third')).toMatchObject({ outlet: 'Fjord Post', clusterId: 'first' })
    expect(index.get('other')?.clusterId).toBeNull()
    expect(index.get('nobody')).toBeNull()
  })

  it('says why of pages of the same words, which are not compared', () => {
    const index = new StoryIndex()
    index.add(at('first', 'same', 0, 1))
    const [match] = index.add(at('second', 'same', 1, 2)).matches
    expect(match).toMatchObject({ articleId: 'first', reason: 'their words are the same', evidence: null })
  })

  it('refuses an id that is in, and what is no article, and is as it was', () => {
    const index = new StoryIndex()
    index.add(at('first', 'whole', 0, 1))
    expect(() => index.add(at('first', 'whole', 1, 1))).toThrow('article "first": it is in the index already')
    expect(() => index.add({ id: 'x', outlet: '', text: '' })).toThrow('outlet must be a non-empty string')
    expect(() => index.update(at('second', 'whole', 1, 1))).toThrow('article "second": it is not in the index')
    expect(() => index.expire('some day')).toThrow('before must be a Date')
    expect(() => new StoryIndex({ windowDays: 0 })).toThrow('windowDays must be a number above 0')
    expect(index.size).toBe(1)
    expect(index.add(at('second', 'whole', 1, 1)).outcome).toBe('copy')
  })
})

describe('StoryIndex', () => {
  it.each<[string, (index: StoryIndex) => unknown, string]>([
    ['an id that is none', (index) => index.remove(5 as unknown as string), 'an id is a string, not number'],
    ['a time that is none', (index) => index.expire(null as unknown as string), 'before must be a Date'],
    ['a filter that is none', (index) => index.clusters(null as unknown as ClusterFilter), 'takes an object of since'],
    [
      'a listener that is none',
      (index) => index.subscribe(undefined as unknown as () => void),
      'a listener is a function',
    ],
    [
      'bytes that are none',
      () => StoryIndex.fromBytes('abc' as unknown as Uint8Array),
      'bytes, which are a Uint8Array',
    ],
    ['no chunks', () => StoryIndex.fromChunks(null as unknown as Uint8Array[]), 'from chunks, each a Uint8Array'],
    ['a window that is none', () => new StoryIndex({ windowDays: Number.NaN }), 'above 0, not NaN'],
  ])('says what is wrong with %s', (_, call, message) => {
    expect(() => call(new StoryIndex())).toThrow(message)
    expect(() => call(new StoryIndex())).toThrow(WirecopyError)
  })

  it('says what is wrong with articles that are none', async () => {
    await expect(new StoryIndex().addAll(5 as unknown as Article[])).rejects.toThrow(
      'expected an array or other iterable',
    )
  })
})

describe('iteration', () => {
  it('gives what is in when it begins, whatever is changed meanwhile', () => {
    const index = new StoryIndex()
    for (const id of ['a', 'b', 'c']) index.add(at(id, 'own', 0, 1))
    const seen: string[] = []
    for (const { id } of index) {
      seen.push(id)
      index.update(at(id, 'own', 1, 2))
      if (id === 'a') index.remove('b')
      index.put(at(`${id}${id}`, 'own', 2, 3))
    }
    expect(seen).toEqual(['a', 'c'])
    expect(index.size).toBe(4)
  })
})

describe('pages that share a passage', () => {
  const pages = (count: number, copies: number) => {
    const random = seeded(9)
    const words = (many: number) => Array.from({ length: many }, () => `w${Math.floor(random() * 1e6)}`).join(' ')
    const shared = words(60)
    return Array.from({ length: count / copies }, () => `${words(120)}\n${shared}\n${words(80)}`).flatMap((text, n) =>
      Array.from({ length: copies }, (_, copy) => ({
        id: `p${n}-${copy}`,
        outlet: `Outlet ${n}`,
        text: `${text}\nPage ${copy}.`,
        publishedAt: Date.UTC(2031, 2, 1) + n * 60_000,
      })),
    )
  }

  it.each([1, 2])('cost hardly more where very many do, each in %i copies', { retry: 2, timeout: 60_000 }, (copies) => {
    const millis = (count: number) => {
      const index = new StoryIndex()
      const articles = pages(count, copies)
      const start = performance.now()
      for (const article of articles) index.add(article)
      expect(index.clusters().length).toBe(copies === 1 ? 0 : count / copies)
      return performance.now() - start
    }
    millis(100)
    expect(millis(1200) / millis(300)).toBeLessThan(9)
  })
})

describe('an article that reproduces two stories', () => {
  it('is a bridge, also where each is all reproductions', () => {
    const index = new StoryIndex()
    for (const [id, n, outlet, hour] of [
      ['a1', 1, 3, 33],
      ['a2', 1, 3, 87],
      ['b1', 0, 1, 21],
    ] as const)
      index.add(at(id, 'column', outlet, hour, n))
    index.add(at('b2', 'digest', 2, 34, 0))
    expect(index.clusters()).toHaveLength(2)
    const { outcome, clusterIds, matches } = index.add(at('both', 'column', 4, 76, 0))
    expect(matches.map(({ relation }) => relation)).toEqual(['reproduction', 'reproduction'])
    expect({ outcome, clusterIds }).toEqual({ outcome: 'bridge', clusterIds: ['a1', 'b1'] })
    expect(index.clusters()).toHaveLength(1)
  })
})

describe('StoryIndex.put', () => {
  it('adds what is not in, updates what is, and does nothing where it is just the same', () => {
    const index = new StoryIndex()
    const heard: string[] = []
    index.subscribe(({ kind }) => heard.push(kind))
    expect(index.put(at('a', 'whole', 0, 1))).toMatchObject({ outcome: 'new', isUnchanged: false })
    expect(index.put(at('b', 'whole', 1, 2))).toMatchObject({ outcome: 'copy', isUnchanged: false })
    const same = index.put(at('b', 'whole', 1, 2))
    expect(same).toMatchObject({ outcome: 'copy', clusterId: 'a', isUnchanged: true, events: [] })
    expect(same.matches[0]?.articleId).toBe('a')
    expect(index.put(at('b', 'own', 1, 2))).toMatchObject({ outcome: 'new', isUnchanged: false })
    expect(heard).toEqual(['created', 'expired'])
    expect(index.size).toBe(2)
    expect(() => index.put({ ...at('c', 'own', 1, 2), id: '' })).toThrow('the article: id must be a non-empty string')
  })
})

describe('cluster ids', () => {
  it('stay while an earlier copy comes, the first is taken out, and others come and go', () => {
    const index = new StoryIndex()
    index.add(at('b', 'whole', 0, 5))
    expect(index.add(at('c', 'whole', 1, 6)).clusterId).toBe('b')
    expect(index.add(at('a', 'whole', 2, 1)).clusterId).toBe('b')
    expect(index.cluster('b')?.copies.map(({ articleId }) => articleId)).toEqual(['a', 'b', 'c'])
    expect(index.remove('b')?.events).toEqual([{ kind: 'shrunk', clusterId: 'b', articleIds: ['b'] }])
    expect(index.clusters().map(({ id }) => id)).toEqual(['b'])
    expect(index.remove('a')?.events).toEqual([{ kind: 'expired', clusterId: 'b', articleIds: ['a', 'c'] }])
    expect(index.cluster('b')).toBeNull()
    expect(index.remove('a')).toBeNull()
  })

  it('lead, after a merge, to the older story', () => {
    const index = new StoryIndex()
    const [lead, ...rest] = dispatch(1)
    const part = (id: string, outlet: string, paragraphs: readonly (string | undefined)[], hour: number) => ({
      id,
      outlet,
      text: paragraphs.join('\n'),
      publishedAt: Date.UTC(2031, 2, 1, hour),
    })
    index.add(part('one-a', 'Hill News', [rest[1], rest[2], rest[3]], 1))
    index.add(part('one-b', 'Delta Ledger', [rest[1], rest[2], rest[3], 'By our desk.'], 2))
    index.add(part('two-a', 'Fjord Post', [lead, rest[0]], 3))
    index.add(part('two-b', 'Strait Courier', [lead, rest[0], 'By our desk.'], 4))
    expect(index.clusters().map(({ id }) => id)).toEqual(['one-a', 'two-a'])
    const bridge = index.add(part('whole', 'Channel Harbour', [lead, ...rest], 5))
    expect(bridge).toMatchObject({ outcome: 'bridge', clusterId: 'one-a' })
    expect(bridge.clusterIds).toEqual(['one-a', 'two-a'])
    expect(bridge.events[0]).toEqual({
      kind: 'merged',
      clusterId: 'one-a',
      mergedId: 'two-a',
      articleIds: ['two-a', 'two-b'],
    })
    expect(index.cluster('two-a')?.id).toBe('one-a')
    index.remove('whole')
    expect(index.clusters().map(({ copies }) => copies.length)).toEqual([2, 2])
  })
})

describe('a cluster that was given', () => {
  it('is not changed by what comes later, also where it is read later', () => {
    const index = new StoryIndex()
    index.add(at('first', 'whole', 0, 1))
    index.add(at('second', 'slip', 1, 2))
    const given = index.cluster('first')
    index.remove('second')
    index.add(at('third', 'excerpt', 2, 3))
    expect(given?.copies.map(({ articleId, changes }) => [articleId, changes.length > 0])).toEqual([
      ['first', true],
      ['second', true],
    ])
    expect(index.cluster('first')).not.toBe(given)
    expect(index.clusters()[0]?.copies.map(({ articleId }) => articleId)).toEqual(['first', 'third'])
  })

  it('is the same one while nothing changes', () => {
    const index = new StoryIndex()
    index.add(at('first', 'whole', 0, 1))
    index.add(at('second', 'whole', 1, 2))
    const given = index.cluster('first')
    index.add(at('other', 'whole', 1, 2, 4))
    expect(index.cluster('first')).toBe(given)
  })
})

describe('StoryIndex.query', () => {
  it('says what add would, and leaves all as it was', () => {
    const index = new StoryIndex()
    for (const [k, form] of (['whole', 'same', 'own', 'revision'] as const).entries())
      index.add(at(`a${k}`, form, k, k))
    const before = editedOf(index.clusters())
    const article = at('asked', 'excerpt', 4, 9)
    const { events, warnings, ...placement } = { ...index.query(article), events: null, warnings: null }
    expect(editedOf(index.clusters())).toEqual(before)
    expect(index.has('asked')).toBe(false)
    expect(index.add(article)).toMatchObject(JSON.parse(JSON.stringify(placement)))
    expect(index.query({ ...article, id: 'a0' }).outcome).toBe('copy')
    expect(index.size).toBe(5)
  })
})

describe('StoryIndex.expire', () => {
  it('takes out what was published before a time, the oldest first, and leaves the undated', () => {
    const index = new StoryIndex()
    for (const [n, hour] of [4, 1, 5, 2, 3].entries()) index.add(at(`a${n}`, 'same', n, hour, n))
    index.add(articleOf('undated', { dispatch: 1, form: 'whole', outlet: 1, lines: 0, hour: null }))
    expect(index.expire('2031-03-01T04:00:00Z').articleIds).toEqual(['a1', 'a3', 'a4'])
    expect([...index].map(({ id }) => id)).toEqual(['a0', 'a2', 'undated'])
  })
})

describe('StoryIndex.clusters', () => {
  it('gives those of a time, an outlet or an agency', () => {
    const index = new StoryIndex()
    index.add({ ...at('a', 'whole', 0, 1), text: `NORDVIK, March 1 (Reuters) - ${dispatch(1).join('\n')}` })
    index.add(at('b', 'whole', 1, 2))
    index.add(at('c', 'whole', 2, 30, 5))
    index.add(at('d', 'whole', 3, 31, 5))
    const ids = (filter: ClusterFilter) => index.clusters(filter).map(({ id }) => id)
    expect(ids({})).toEqual(['a', 'c'])
    expect(ids({ since: '2031-03-02T00:00:00Z' })).toEqual(['c'])
    expect(ids({ outlet: 'Channel Harbour' })).toEqual(['a'])
    expect(ids({ agency: 'Reuters' })).toEqual(['a'])
    expect(ids({ outlet: 'Fjord Post', agency: 'Reuters' })).toEqual([])
    expect([...index].map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('StoryIndex.addAll', () => {
  const wire = [at('a', 'whole', 0, 1), at('b', 'whole', 1, 2), { ...at('', 'own', 2, 3) }, at('c', 'same', 2, 4)]

  it('takes what an async iterable gives, and collects what cannot be used', async () => {
    const index = new StoryIndex()
    async function* feed() {
      for (const article of wire) yield article
    }
    const outcomes: string[] = []
    const all = await index.addAll(feed(), {
      onInvalid: 'collect',
      onAdded: ({ articleId, outcome }) => outcomes.push(`${articleId} ${outcome}`),
    })
    expect(all).toMatchObject({ added: 3, rejected: [{ article: '#2', code: 'bad-id' }] })
    expect(outcomes).toEqual(['a new', 'b copy', 'c copy'])
  })

  it('stops at what cannot be used, and at a signal, with what came before in', async () => {
    const index = new StoryIndex()
    await expect(index.addAll(wire)).rejects.toThrow('id must be a non-empty string')
    expect(index.size).toBe(2)
    const stop = new AbortController()
    const stopping = index.addAll([at('x', 'own', 0, 1), at('y', 'own', 1, 1)], {
      signal: stop.signal,
      onAdded: () => stop.abort(new Error('enough')),
    })
    await expect(stopping).rejects.toThrow('enough')
    expect(index.has('x')).toBe(true)
    expect(index.has('y')).toBe(false)
  })
})

describe('StoryIndex.subscribe', () => {
  it('tells every event until it is ended', () => {
    const index = new StoryIndex()
    const events: string[] = []
    const end = index.subscribe(({ kind, clusterId }) => events.push(`${kind} ${clusterId}`))
    index.add(at('a', 'whole', 0, 1))
    index.add(at('b', 'whole', 1, 2))
    index.update(at('b', 'same', 1, 2))
    index.expire('2031-03-01T01:30:00Z')
    end()
    index.add(at('c', 'whole', 1, 2))
    expect(events).toEqual(['created a', 'expired a'])
  })

  it('tells all listeners in the order of events, whatever one of them does', () => {
    const index = new StoryIndex()
    const heard: string[] = []
    index.subscribe(({ kind }) => {
      if (kind === 'created') index.remove('a')
      throw new Error('a listener failed')
    })
    index.subscribe(({ kind }) => heard.push(kind))
    index.add(at('a', 'whole', 0, 1))
    expect(() => index.add(at('b', 'whole', 1, 2))).toThrow('a listener failed')
    expect(heard).toEqual(['created', 'expired'])
    expect(index.has('b')).toBe(true)
  })
})

describe('an outlet of very many lines', () => {
  it('is learnt in a time that grows with its pages, not with their square', { retry: 2 }, () => {
    const page = (lines: number, n: number) =>
      [
        ...Array.from({ length: lines }, (_, k) => `Heading number ${k} of the paper`),
        `A page on tide ${n} alone.`,
      ].join('\n')
    const timed = (lines: number) => {
      const index = new StoryIndex()
      const start = performance.now()
      for (let n = 0; n < 12; n++) index.add({ id: `p${n}`, outlet: 'Hill News', text: page(lines, n) })
      return performance.now() - start
    }
    timed(100)
    const [few, many] = [timed(200), timed(1600)]
    expect(many / few).toBeLessThan(30)
  })
})

describe('a flood of one text', () => {
  const flood = (count: number) => Array.from({ length: count }, (_, n) => at(`f${n}`, 'same', n % 5, n % 50))
  const seconds = (count: number) => {
    const index = new StoryIndex()
    const start = performance.now()
    for (const article of flood(count)) index.add(article)
    index.expire('2031-03-02T00:00:00Z')
    return performance.now() - start
  }

  it('costs each article the same, to come and to go', { retry: 2 }, () => {
    seconds(300)
    expect(seconds(4000) / seconds(1000)).toBeLessThan(9)
  })

  it.each([
    ['the latest first', -1, true],
    ['the oldest first', 1, true],
    ['the latest first, one by one', 1, false],
  ])('costs as little where articles come or go %s', { retry: 2, timeout: 60_000 }, (_, direction, oldestGoFirst) => {
    const millis = (count: number) => {
      const index = new StoryIndex()
      const articles = flood(count)
      const start = performance.now()
      for (const article of direction < 0 ? articles.toReversed() : articles) index.add(article)
      const leaving = oldestGoFirst ? articles : articles.toReversed()
      for (const { id } of leaving.slice(0, count / 2)) index.remove(id)
      for (const article of leaving.slice(-100)) index.put(article)
      return performance.now() - start
    }
    millis(300)
    expect(millis(4000) / millis(1000)).toBeLessThan(9)
  })

  it.each([
    ['in order of publication', 1],
    ['in any order', 7919],
  ])(
    'costs hardly more where each is another by a word, %s, and as little to go',
    { retry: 2, timeout: 60_000 },
    (_, step) => {
      const millis = (count: number) => {
        const index = new StoryIndex()
        const start = performance.now()
        for (let k = 0; k < count; k++) {
          const n = (k * step) % count
          const article = at(`f${n}`, 'same', n % 5, n / 100)
          index.add({ ...article, text: `${article.text} Case number ${n}.` })
        }
        for (let n = 0; n < count / 2; n++) index.remove(`f${n}`)
        return performance.now() - start
      }
      millis(300)
      expect(millis(1600) / millis(400)).toBeLessThan(9)
    },
  )

  it.each([0, 3])('is the story of clusterArticles, %d words being other ones', (words) => {
    const index = new StoryIndex()
    const articles = flood(300).map((article, n) => ({
      ...article,
      text: `${article.text}${` Case ${n}.`.repeat(words === 0 ? 0 : n % words)}`,
    }))
    for (const article of articles) index.add(article)
    expect(groupsOf(index.clusters())).toEqual(groupsOf(clusterArticles(articles).clusters))
    index.expire('2031-03-02T00:00:00Z')
    const left = articles.filter(({ publishedAt }) => Number(publishedAt) >= Date.UTC(2031, 2, 2))
    expect(groupsOf(index.clusters())).toEqual(groupsOf(clusterArticles(left).clusters))
  })
})
