// The account of changes: exact for any two texts (replayed and undone, without gap or overlap), told as a reader would tell it
// for the edits that desks make, and true to the wire text of the fixtures.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mark, readFixtures } from '../../fixtures/read.js'
import { changes, replay, type Span, undo } from '../../src/edit/changes.js'
import type { Furniture } from '../../src/text/furniture.js'

/** Checks that spans account for every character of both texts, once and in order. */
function expectExact(canonical: string, article: string, spans: readonly Span[]): void {
  expect(replay(canonical, spans)).toBe(article)
  expect(undo(article, spans)).toBe(canonical)
  const cover = (side: 'canonical' | 'article', order: readonly Span[]) =>
    order.reduce((at, span) => {
      const [start, end] = span[side]
      expect(start).toBe(at)
      expect(end).toBeGreaterThanOrEqual(start)
      return end
    }, 0)
  const inCanonical = spans.filter((span) => span.before !== '').sort((x, y) => x.canonical[0] - y.canonical[0])
  expect(cover('article', spans)).toBe(article.length)
  expect(cover('canonical', inCanonical)).toBe(canonical.length)
  for (const span of spans) {
    expect(span.before).toBe(canonical.slice(...span.canonical))
    expect(span.after).toBe(article.slice(...span.article))
    if (span.kind === 'same') expect(span.after).toBe(span.before)
  }
}

/** What was done, without what stayed: kind, before, after. */
const edits = (canonical: string, article: string, furniture?: readonly Furniture[]) => {
  const spans = changes(canonical, article, furniture)
  expectExact(canonical, article, spans)
  return spans.filter(({ kind }) => kind !== 'same').map(({ kind, before, after }) => [kind, before, after])
}

describe('the account is exact', () => {
  const piece = fc.constantFrom(
    ...'the ferry left Lindholm at noon and 31 passengers said "it was late" on Monday (Aug 13) . , \n 渡船 离开 🙂 é'.split(
      ' ',
    ),
    ...[
      'MOSCOW - ',
      'REUTERS',
      '\nSign up now: Get our newsletters\n',
      'Read also: More',
      ' ',
      '\n\n',
      '“',
      '’s',
      'e\u0301',
    ],
  )
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '))
  const edited = fc.tuple(
    fc.array(piece, { minLength: 5, maxLength: 60 }),
    fc.array(fc.tuple(fc.constantFrom('keep', 'keep', 'keep', 'drop', 'insert', 'swap'), piece), { maxLength: 60 }),
  )
  const edit = ([pieces, steps]: [string[], [string, string][]]): [string, string] => {
    const mine = pieces.flatMap((one, k) => {
      const [step, other] = steps[k] ?? ['keep', '']
      return step === 'drop' ? [] : step === 'insert' ? [other, one] : step === 'swap' ? [other] : [one]
    })
    return [pieces.join(' '), mine.join(' ')]
  }
  const codeUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((codes) => String.fromCharCode(...codes))

  it('for a text and an edited one', () => {
    fc.assert(
      fc.property(edited, (drawn) => {
        const [canonical, article] = edit(drawn)
        expectExact(canonical, article, changes(canonical, article))
      }),
      { numRuns: 300 },
    )
  })

  it('for a text and its parts in another order', () => {
    const parts = fc.array(text, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.nat()), (pieces, order) => {
        const turned = pieces
          .map((one) => ({ one, place: order.next().value as number }))
          .sort((x, y) => x.place - y.place)
          .map(({ one }) => one)
        const [canonical, article] = [pieces.join(' '), turned.join(' ')]
        expectExact(canonical, article, changes(canonical, article))
      }),
      { numRuns: 200 },
    )
  })

  it('for texts that have nothing to do with each other, and for any characters, halves of surrogate pairs too', () => {
    const any = fc.oneof(text, codeUnits, fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(any, any, (canonical, article) => {
        expectExact(canonical, article, changes(canonical, article))
      }),
      { numRuns: 300 },
    )
  })

  it('for furniture wherever it lies, in mid-word too', () => {
    const kinds = fc.constantFrom<Furniture['kind'][]>('furniture', 'caption', 'dateline', 'credit')
    const zones = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 }), kinds), { maxLength: 5 })
    fc.assert(
      fc.property(edited, zones, (drawn, gaps) => {
        const [canonical, article] = edit(drawn)
        const furniture: Furniture[] = []
        let at = 0
        for (const [gap, length, kind] of gaps) {
          if (at + gap + length > article.length) break
          furniture.push({ kind, start: at + gap, end: at + gap + length })
          at += gap + length
        }
        expectExact(canonical, article, changes(canonical, article, furniture))
      }),
      { numRuns: 300 },
    )
  })

  it('and says that a text is the same as itself', () => {
    fc.assert(
      fc.property(fc.oneof(text, codeUnits), (one) => {
        expect(changes(one, one, []).filter(({ kind }) => kind !== 'same')).toEqual([])
      }),
    )
  })

  it('and says so of a whole page, furniture and all', () => {
    for (const { article } of readFixtures())
      expect(changes(article.text, article.text).filter(({ kind }) => kind !== 'same')).toEqual([])
  })

  it('and puts what has no canonical words between two spans of the canonical text, never inside one', () => {
    fc.assert(
      fc.property(edited, (drawn) => {
        const [canonical, article] = edit(drawn)
        const spans = changes(canonical, article)
        const inside = ([at]: Span['canonical']) => spans.some(({ canonical: [from, to] }) => from < at && at < to)
        expect(spans.filter((span) => span.before === '' && inside(span.canonical))).toEqual([])
      }),
    )
    const wire = 'Passengers had waited on the pier for hours.'
    const credit = changes(wire, `${wire} REUTERS`).find(({ kind }) => kind === 'credit')
    expect(credit?.canonical).toEqual([wire.length, wire.length])
  })

  it('and is empty for empty texts', () => {
    expect(changes('', '')).toEqual([])
    expect(edits('', 'A boat came.')).toEqual([['added', '', 'A boat came.']])
    expect(edits('A boat came.', '')).toEqual([['cut', 'A boat came.', '']])
  })
})

describe('what an outlet does to a text', () => {
  const wire =
    'The ferry company said on Monday that it would add seven round trips from June. ' +
    'Passengers had waited on the pier for hours. The mayor welcomed the plan and thanked the crew.'
  const made = (before: string, after: string) => edits(wire, wire.replace(before, after))

  it('cuts a sentence', () => {
    const sentence = 'Passengers had waited on the pier for hours. '
    expect(made(sentence, '')).toEqual([['cut', sentence, '']])
  })

  it('cuts the end', () => {
    const end = ' The mayor welcomed the plan and thanked the crew.'
    expect(made(end, '')).toEqual([['cut', end, '']])
  })

  it('adds a sentence', () => {
    const sentence = 'A band will play on the first day. '
    expect(made('The mayor', `${sentence}The mayor`)).toEqual([['added', '', sentence]])
  })

  it('rewords a few words, as one edit', () => {
    expect(made('add seven round trips', 'put on seven more sailings')).toEqual([
      ['reworded', 'add seven round trips', 'put on seven more sailings'],
    ])
  })

  it('moves a phrase', () => {
    const moved = wire.replace(' on Monday', '').replace('from June', 'from June on Monday')
    expect(edits(wire, moved)).toEqual([['moved', 'on Monday ', ' on Monday']])
  })

  it('moves a sentence', () => {
    const [first, second, third] = [
      'Repairs cost 4.2 million crowns, less than the council had set aside. ',
      'Berit Solheim runs a bicycle workshop on that quay. ',
      'A later stage would let small boats pass at night.',
    ]
    const moved = edits(first + second + third, second + first + third)
    expect(moved.map(([kind]) => kind)).toEqual(['moved'])
    expect(moved[0]?.[2]).toContain(second.trim())
  })

  it('puts quotation marks round a word: one span of house style', () => {
    const court = 'The court called the group extremist and banned it.'
    expect(edits(court, court.replace('extremist', '"extremist"'))).toEqual([
      ['house-style', 'extremist', '"extremist"'],
    ])
    expect(edits(court, court.replace('extremist', '‘extremist’'))).toEqual([
      ['house-style', 'extremist', '‘extremist’'],
    ])
  })

  it('takes quotation marks of its own', () => {
    const said = 'The captain said "we are late" and left the bridge.'
    const kinds = edits(said, said.replace('"we', '“we').replace('late"', 'late”')).map(([kind]) => kind)
    expect(new Set(kinds)).toEqual(new Set(['house-style']))
  })

  it('puts a date in brackets behind a weekday', () => {
    expect(made('on Monday', 'on Monday (Aug 13)')).toEqual([['house-style', '', expect.stringContaining('(Aug 13)')]])
  })

  it('spells the British way', () => {
    const american = 'The organization favored the color of the new harbor.'
    const british = 'The organisation favoured the colour of the new harbour.'
    const made = edits(american, british)
    expect(new Set(made.map(([kind]) => kind))).toEqual(new Set(['house-style']))
    expect(made.map(([, , after]) => after).join(' ')).toContain('harbour')
  })

  it('writes per cent, percent or %', () => {
    const bank = 'Prices rose 31 per cent in May, the bank said.'
    expect(edits(bank, bank.replace(' per cent', '%'))).toEqual([['house-style', ' per cent', '%']])
    expect(edits(bank, bank.replace('per cent', 'percent')).map(([kind]) => kind)).toEqual(['house-style'])
  })

  it('changes the paragraphs: layout', () => {
    const lines = wire.replaceAll('. ', '.\n')
    expect(edits(lines, wire)).toEqual([
      ['layout', '\n', ' '],
      ['layout', '\n', ' '],
    ])
  })

  it('puts a dateline before it and a credit behind it', () => {
    expect(edits(wire, `PORT ALDINE - ${wire} REUTERS`)).toEqual([
      ['dateline', '', 'PORT ALDINE - '],
      ['credit', '', ' REUTERS'],
    ])
  })

  it('puts furniture between two paragraphs', () => {
    const line = 'Sign up now: Get our newsletters delivered to your inbox'
    const paragraphs = wire.replaceAll('. ', '.\n')
    const found = edits(paragraphs, paragraphs.replace('Passengers', `${line}\nPassengers`))
    expect(found.map(([kind]) => kind)).toEqual(['furniture'])
    expect(found[0]?.[2]?.trim()).toBe(line)
  })

  it('puts furniture between two sentences of a text that lost its paragraphs', () => {
    const block = 'Top stories Swipe. Select. Stay informed. '
    const at = wire.indexOf('Passengers')
    const found = edits(wire, wire.slice(0, at) + block + wire.slice(at), [
      { kind: 'furniture', start: at, end: at + block.length - 1 },
    ])
    expect(found.map(([kind, , after]) => [kind, after?.trim()])).toEqual([['furniture', block.trim()]])
  })

  it('does all of these at once, each told apart', () => {
    const mine = `PORT ALDINE - ${wire}`
      .replace('said on Monday', 'announced on Monday')
      .replace('Passengers had waited on the pier for hours. ', '')
      .replace('the plan', '"the plan"')
    expect(edits(wire, mine)).toEqual([
      ['dateline', '', 'PORT ALDINE - '],
      ['reworded', 'said', 'announced'],
      ['cut', 'Passengers had waited on the pier for hours. ', ''],
      ['house-style', 'the plan', '"the plan"'],
    ])
  })
})

describe('material changes', () => {
  const wire =
    'Police said 13 boats worth 4 million crowns sank off Lindholm on Monday. The harbour will not open, "not this week", Berit Solheim said.'
  const facts = (before: string, after: string) =>
    changes(wire, wire.replace(before, after)).flatMap((span) => {
      expect(span.material).toBe(span.facts.length > 0)
      return span.facts.map(({ kind }) => kind)
    })

  it.each([
    ['number', '13', '31'],
    ['number', '4 million', '4 billion'],
    ['date', 'Monday', 'Tuesday'],
    ['name', 'Solheim', 'Dahl'],
    ['negation', 'will not open', 'will open'],
    ['certainty', 'sank', 'may have sunk'],
    ['quotation', 'this week', 'in our lifetime'],
  ] as const)('a changed %s is one', (kind, before, after) => {
    expect(facts(before, after)).toContain(kind)
  })

  it.each([
    ['a sentence that is cut', ' The harbour will not open, "not this week", Berit Solheim said.', ''],
    ['another verb', 'sank', 'went down'],
    ['a number in words of house style', '13', 'thirteen'],
    ['a date in brackets', 'Monday', 'Monday (Aug 13)'],
  ])('%s is none', (_, before, after) => {
    expect(facts(before, after)).toEqual([])
  })

  it('another currency is one, or at least no house style', () => {
    const cost = 'The pier cost $5 million to mend.'
    expect(edits(cost, cost.replace('$', '€')).map(([kind]) => kind)).not.toContain('house-style')
  })
})

describe('the fixtures, against what their wires wrote', () => {
  const fixtures = readFixtures()
  const wires = new Map<string, string>()
  for (const { gold } of fixtures)
    if (gold.wire.length > (wires.get(gold.dispatch)?.length ?? 0)) wires.set(gold.dispatch, gold.wire)
  const copies = fixtures
    .filter(({ gold }) => gold.relation === 'reproduction' || gold.relation === 'excerpt')
    .map(({ article, gold }) => ({ article, gold, wire: wires.get(gold.dispatch) ?? '' }))

  /** Whether a span is about marked words; what is gone from the article is known by the wire's words. */
  const meets = (span: Span, { start, end, wire }: Mark) =>
    end > start
      ? span.article[0] < end && span.article[1] > start
      : span.before !== '' && (span.before.includes(wire.trim()) || wire.includes(span.before.trim()))

  it('there are copies of many dispatches', () => {
    expect(copies.length).toBeGreaterThan(50)
  })

  it.each(copies.map((copy) => [copy.article.id, copy] as const))('%s is told exactly', (_, { article, wire }) => {
    expectExact(wire, article.text, changes(wire, article.text))
  })

  it('every change of fact is material', () => {
    const missed = copies.flatMap(({ article, gold, wire }) => {
      const material = changes(wire, article.text).filter((span) => span.material)
      return gold.marks
        .filter((mark) => mark.kind === 'material')
        .filter((mark) => !material.some((span) => meets(span, mark)))
        .map((mark) => `${article.id}: ${mark.wire} → ${mark.text}`)
    })
    expect(missed).toEqual([])
  })

  it.each(['reworded', 'house-style', 'added', 'cut'])(
    'nearly all that is marked %s in English copies is told as that',
    (kind) => {
      let [marked, told] = [0, 0]
      for (const { article, gold, wire } of copies) {
        if (article.language !== 'en') continue
        const spans = changes(wire, article.text).filter((span) => span.kind === kind)
        for (const mark of gold.marks) {
          if (mark.kind !== kind) continue
          marked++
          if (spans.some((span) => meets(span, mark))) told++
        }
      }
      expect(marked).toBeGreaterThan(5)
      expect(told / marked).toBeGreaterThan(0.75)
    },
  )
})

describe('large texts', () => {
  const words = (seed: number) => {
    let state = seed
    return Array.from({ length: 150_000 }, (_, i) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
      return `w${(state % 30_000).toString(36)}${i % 17 === 0 ? '.' : ''}`
    }).join(' ')
  }
  const within = (milliseconds: number, canonical: string, article: string) => {
    const start = performance.now()
    const spans = changes(canonical, article)
    expect(performance.now() - start).toBeLessThan(milliseconds)
    expect(replay(canonical, spans)).toBe(article)
  }

  // Bounds are five times and more what they take on an idle core.
  it('of a megabyte with nothing in common end in a coarse answer', { retry: 2 }, () => {
    within(10_000, words(1), words(77))
  })

  it('that are shifted against themselves end as soon', { retry: 2 }, () => {
    const text = words(3)
    within(10_000, text, text.slice(300_000) + text.slice(0, 300_000))
  })

  it('of many edited sentences take time that grows as they do', { retry: 2 }, () => {
    const text = (sailed: string) =>
      Array.from({ length: 5000 }, (_, i) => `Boat ${i} sailed ${sailed} for ${i * 7} isles, police said.`).join(' ')
    within(10_000, text('early'), text('late'))
  })
})
