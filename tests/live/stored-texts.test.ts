// Where a live index keeps texts: in memory, compressed, or with the caller; and what becomes of it where a text cannot be had.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article, CheckedArticle } from '../../src/article/article.js'
import { clusterArticles } from '../../src/cluster.js'
import { BlockArticle, inBlock } from '../../src/live/stored-article.js'
import { StoryIndex } from '../../src/live/story-index.js'
import { longestInBlock, TextBlocks } from '../../src/live/text-blocks.js'
import { steps, take } from './histories.js'
import { articleOf } from './wire.js'

/** Texts as a database has them. */
class Archive {
  readonly texts = new Map<string, string>()
  isDown = false
  asked = 0
  readonly load = (id: string): string => {
    this.asked++
    if (this.isDown) throw new Error('the archive is down')
    return this.texts.get(id) ?? ''
  }

  keep(article: Article): Article {
    this.texts.set(article.id, article.text)
    return article
  }
}

const at = (id: string, form: 'whole' | 'same' | 'excerpt' | 'slip', outlet: number, hour: number) =>
  articleOf(id, { dispatch: 3, form, outlet, lines: 1, hour })

const groupsOf = (
  clusters: readonly { readonly dispatches: readonly { readonly articleIds: readonly string[] }[] }[],
) => clusters.map(({ dispatches }) => dispatches.map(({ articleIds }) => [...articleIds]).join(' | ')).sort()

describe('texts', () => {
  it('are the same wherever they are kept, and so are stories', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const archive = new Archive()
        const indexes = [
          new StoryIndex(),
          new StoryIndex({ texts: 'compressed' }),
          new StoryIndex({ texts: archive.load }),
        ]
        for (const step of history) {
          if (step.kind === 'put') archive.keep(articleOf(step.id, step.version))
          if (step.kind === 'query') archive.keep(articleOf('asked', step.version))
          const [plain, ...others] = indexes.map((index) => JSON.stringify(take(index, step)))
          for (const other of others) expect(other).toBe(plain)
        }
        const [plain, ...others] = indexes.map((index) => structuredClone(index.clusters()))
        for (const other of others) expect(other).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  it('are compressed also where they hold halves of characters', () => {
    const index = new StoryIndex({ texts: 'compressed' })
    const text = 'The harbour \ud83d was closed \udc1f for a day. '.repeat(50)
    index.add({ id: 'a', outlet: 'Fjord Post', text })
    index.add({ id: 'b', outlet: 'Fjord Post', text: 'Ærø 東京. '.repeat(50) })
    expect([...index].map((article) => article.text)).toEqual([text, 'Ærø 東京. '.repeat(50)])
  })

  it('are kept in memory as they came, however long and of whatever characters', () => {
    const texts = [
      'The harbour \ud83d was closed \udc1f for a day. '.repeat(50),
      '\ufeffÆrø 東京 “🚢” \0. '.repeat(50),
      'The harbour was closed, \u201cfor a day\u201d. '.repeat(5000),
      'The harbour was closed for an hour. '.repeat(5),
      '',
    ]
    const index = new StoryIndex()
    texts.forEach((text, k) => {
      index.add({ id: `${k}`, outlet: 'Fjord Post', text })
    })
    expect([...index].map((article) => article.text)).toEqual(texts)
    index.remove('1')
    index.update({ id: '2', outlet: 'Fjord Post', text: 'Ærø.' })
    index.add({ id: '5', outlet: 'Fjord Post', text: texts[1] as string })
    const left = [texts[0], texts[3], texts[4], 'Ærø.', texts[1]]
    expect([...index].map((article) => article.text)).toEqual(left)
    expect([...StoryIndex.fromBytes(index.toBytes())].map((article) => article.text)).toEqual(left)
  })

  it('stay those of a cluster and an article that were taken before the articles left', () => {
    const index = new StoryIndex()
    index.add(at('a', 'whole', 0, 1))
    index.add(at('b', 'excerpt', 1, 2))
    const [cluster, article] = [index.cluster('a'), index.get('b')]
    const expected = structuredClone(clusterArticles([at('a', 'whole', 0, 1), at('b', 'excerpt', 1, 2)]).clusters)
    index.expire(Date.UTC(2100, 0))
    for (let k = 0; k < 4; k++) index.add({ id: `${k}`, outlet: 'Fjord Post', text: `Other news ${k}. `.repeat(60) })
    expect([{ ...structuredClone(cluster), id: expected[0]?.id }]).toEqual(expected)
    expect(article?.text).toBe(at('b', 'excerpt', 1, 2).text)
  })

  it('stay those of a match and an article whose page was another later', () => {
    const index = new StoryIndex()
    index.add(at('a', 'whole', 0, 1))
    const before = index.get('a')
    const [match] = index.query(at('asked', 'excerpt', 1, 2)).matches
    const expected = structuredClone(index.query(at('asked', 'excerpt', 1, 2)).matches[0]?.evidence)
    index.update({ ...at('a', 'whole', 0, 1), text: 'The page was moved. '.repeat(20) })
    for (let k = 0; k < 4; k++) index.add({ id: `${k}`, outlet: 'Fjord Post', text: `Other news ${k}. `.repeat(60) })
    expect(match?.evidence).toEqual(expected)
    expect(before?.text).toBe(at('a', 'whole', 0, 1).text)
  })

  it('stand in a block up to its length, where the runtime can write UTF-8', () => {
    const blocks = new TextBlocks()
    const article = (text: string) => ({ ...fields, text })
    const fields = { id: 'a', outlet: 'b', title: null, byline: null, url: null, language: null, time: null }
    const [longest, longer] = ['京'.repeat(longestInBlock), '京'.repeat(longestInBlock + 1)].map(article) as [
      CheckedArticle,
      CheckedArticle,
    ]
    const kept = inBlock(longest, blocks, 7)
    expect(kept).toBeInstanceOf(BlockArticle)
    expect(kept.text).toBe(longest.text)
    expect(inBlock(longer, blocks, 8)).toBe(longer)
    expect(inBlock(longest, null, 9)).toBe(longest)
    expect(inBlock(article('half \ud83d'), blocks, 10)).not.toBeInstanceOf(BlockArticle)
    expect(inBlock({ ...longest, title: 'One more' }, blocks, 11)).not.toBeInstanceOf(BlockArticle)
    expect(inBlock({ ...article('whole'), title: 'half \ud83d' }, blocks, 12)).not.toBeInstanceOf(BlockArticle)
    expect(() => blocks.of(8, 'text')).toThrow(RangeError)
  })

  it('stand there with titles, bylines and addresses, of whatever length, and stay with an article that has left', () => {
    const blocks = new TextBlocks()
    const strings = ['', 'Ærø', '“京都”', null, 'x'.repeat(300), '😀']
    const articles = strings.map((_, k) => {
      const at = (turn: number) => strings[(k + turn) % strings.length] ?? null
      return { text: at(0) ?? '', title: at(1), byline: at(2), url: at(3) }
    })
    const kept = articles.map((one, k) =>
      inBlock({ ...one, id: `${k}`, outlet: 'b', language: null, time: k }, blocks, k),
    )
    const stringsOf = ({ text, title, byline, url }: CheckedArticle) => ({ text, title, byline, url })
    expect(kept.map(stringsOf)).toEqual(articles)
    for (const article of kept) if (article instanceof BlockArticle) article.leave()
    kept.forEach((_, k) => {
      blocks.set(k, { text: 'another', title: null, byline: null, url: null })
    })
    expect(kept.map(stringsOf)).toEqual(articles)
  })

  it('are as they are where half a character stands in them', () => {
    const index = new StoryIndex()
    index.add({ id: 'a', outlet: 'b', text: 'half \ud83d', title: 'half \ude00' })
    expect([index.get('a')?.text, index.get('a')?.title]).toEqual(['half \ud83d', 'half \ude00'])
  })

  it('are asked for by id, of what is compared and edited alone', () => {
    const archive = new Archive()
    const index = new StoryIndex({ texts: archive.load })
    index.add(archive.keep(at('a', 'whole', 0, 1)))
    expect(archive.asked).toBe(0)
    index.add(archive.keep(at('b', 'whole', 1, 2)))
    expect(archive.asked).toBe(1)
    expect(index.cluster('a')?.outlets).toHaveLength(2)
    expect(archive.asked).toBe(1)
    expect(index.cluster('a')?.canonical.text.length).toBeGreaterThan(100)
    expect(archive.asked).toBeGreaterThan(1)
  })

  it('must be those that were added', () => {
    const archive = new Archive()
    const index = new StoryIndex({ texts: archive.load })
    index.add(archive.keep(at('a', 'whole', 0, 1)))
    archive.texts.set('a', 'Another text.')
    expect(() => index.add(at('b', 'whole', 1, 2))).toThrow('article "a": the text that was loaded is not the one')
  })

  it('are not asked for where an article comes again, or its text was changed where it is kept', () => {
    const archive = new Archive()
    const index = new StoryIndex({ texts: archive.load })
    index.add(archive.keep(at('a', 'whole', 0, 1)))
    index.add(archive.keep(at('b', 'whole', 1, 2)))
    archive.asked = 0
    expect(index.put(at('b', 'whole', 1, 2)).isUnchanged).toBe(true)
    expect(archive.asked).toBe(0)
    expect(index.update(archive.keep(at('b', 'excerpt', 1, 2))).outcome).toBe('copy')
    expect(index.get('b')?.text).toBe(at('b', 'excerpt', 1, 2).text)
  })

  it('that fail once are made up for by the next change, which tells what became of stories', () => {
    const archive = new Archive()
    const index = new StoryIndex({ texts: archive.load })
    const heard: string[] = []
    index.subscribe(({ kind }) => heard.push(kind))
    index.add(archive.keep(at('a', 'whole', 0, 1)))
    archive.isDown = true
    expect(() => index.add(archive.keep(at('b', 'whole', 1, 2)))).toThrow('the archive is down')
    archive.isDown = false
    expect(index.put(at('b', 'whole', 1, 2))).toMatchObject({
      outcome: 'copy',
      isUnchanged: false,
      events: [{ kind: 'created' }],
    })
    expect(heard).toEqual(['created'])
  })

  it('that fail while others leave keep back neither events nor who left', () => {
    const archive = new Archive()
    let failing = ''
    const load = (id: string) => {
      if (id === failing) throw new Error('the archive is down')
      return archive.load(id)
    }
    const index = new StoryIndex({ texts: load, keepDays: 1 })
    const heard: string[] = []
    index.subscribe((event) => heard.push(`${event.kind} ${event.clusterId}`))
    // When the first leaves, the second stands for its words and is sketched anew.
    for (const [id, hour] of [
      ['x1', 0],
      ['x2', 20],
      ['y1', 21],
    ] as const)
      index.add(
        archive.keep(articleOf(id, { dispatch: id[0] === 'x' ? 1 : 2, form: 'same', outlet: hour, lines: 0, hour })),
      )
    failing = 'x2'
    const late = archive.keep(articleOf('y2', { dispatch: 2, form: 'same', outlet: 3, lines: 0, hour: 30 }))
    expect(() => index.add(late)).toThrow('the archive is down')
    expect(heard).toEqual(['created x1', 'created y1'])
    failing = ''
    const next = archive.keep(articleOf('z1', { dispatch: 3, form: 'own', outlet: 3, lines: 0, hour: 31 }))
    expect(index.add(next).expired).toEqual(['x1'])
    expect(heard).toEqual(['created x1', 'created y1', 'expired x1'])
  })

  it('must be given at once', () => {
    const load = (() => Promise.resolve('')) as unknown as () => string
    const index = new StoryIndex({ texts: load })
    index.add(at('a', 'whole', 0, 1))
    expect(() => index.add(at('b', 'whole', 1, 2))).toThrow('must give a string, at once, not a promise')
  })

  it('that cannot be had for a while keep an index waiting, and lose it nothing', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat({ max: 40 }), { maxLength: 12 }), (history, outages) => {
        const archive = new Archive()
        const index = new StoryIndex({ texts: archive.load })
        const articles = new Map<string, Article>()
        const down = new Set(outages)
        history.forEach((step, k) => {
          if (step.kind === 'put') articles.set(step.id, archive.keep(articleOf(step.id, step.version)))
          if (step.kind === 'query') archive.keep(articleOf('asked', step.version))
          const before = [...index].map(({ id }) => id)
          archive.isDown = down.has(k)
          try {
            take(index, step)
          } catch (error) {
            expect(String(error)).toContain('the archive is down')
          }
          archive.isDown = false
          // What is edited meanwhile must not be taken for what is when all is done; an article that was put anew cannot be.
          if (down.has(k))
            try {
              structuredClone(index.clusters())
            } catch (error) {
              expect(String(error)).toContain('the text that was loaded is not the one that was added')
            }
          if (step.kind !== 'put') for (const id of before) if (!index.has(id)) articles.delete(id)
        })
        // The next change finishes what is left.
        index.expire(0)
        expect([...index].map(({ id }) => id).sort()).toEqual([...articles.keys()].sort())
        expect(groupsOf(index.clusters())).toEqual(groupsOf([...clusterArticles([...articles.values()]).clusters]))
      }),
      { numRuns: 150 },
    )
  })

  it('that cannot be had for a while leave no page as it was read then', () => {
    const archive = new Archive()
    const index = new StoryIndex({ texts: archive.load })
    const line = 'the harbour master and his crew of nine were not in the office on the day'
    const [first, copy, other, third] = [
      ['first', 1, 0, line],
      ['copy', 1, 1, 'Copied out.'],
      ['other', 2, 0, line],
      ['third', 4, 0, line],
    ].map(([id, dispatch, outlet, own], hour) => {
      const version = { dispatch: Number(dispatch), form: 'same', outlet: Number(outlet), lines: 0, hour } as const
      const article = articleOf(String(id), version)
      return archive.keep({ ...article, text: article.text.replace(/\n/, `\n${own}\n`) })
    }) as [Article, Article, Article, Article]
    for (const article of [first, copy, other]) index.add(article)
    const before = structuredClone(clusterArticles([first, copy, other]).clusters)
    archive.isDown = true
    expect(() => index.add(third)).toThrow('the archive is down')
    archive.isDown = false
    expect(structuredClone(index.clusters())).not.toEqual(before)
    index.remove('third')
    expect(structuredClone(index.clusters())).toEqual(before)
  })
})
