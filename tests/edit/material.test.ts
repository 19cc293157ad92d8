// Material facts: what makes a change of words news, what does not, and what is said of it.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changes } from '../../src/edit/changes.js'

const facts = (wire: string, outlet: string) => changes(wire, outlet, []).flatMap((span) => span.facts)
const kinds = (wire: string, outlet: string) => [...new Set(facts(wire, outlet).map(({ kind }) => kind))]

describe('material changes', () => {
  it.each([
    ['number', 'Some 13 boats sank in the bay.', 'Some 31 boats sank in the bay.'],
    ['number', 'It took seven boats to the bay.', 'It took nine boats to the bay.'],
    ['number', 'The board paid 4.2 million for it.', 'The board paid 4.2 billion for it.'],
    ['number', 'It is 31km to the bay.', 'It is 13km to the bay.'],
    ['number', 'It was -3 degrees in the bay.', 'It was 3 degrees in the bay.'],
    ['number', 'The council backed it by 52-48 late in May.', 'The council backed it by 48-52 late in May.'],
    ['date', 'A boat sank on Monday in the bay.', 'A boat sank on Tuesday in the bay.'],
    ['date', 'It sails from June 16, it said Monday.', 'It sails from 16 June, it said Friday.'],
    ['date', 'A boat sank on Aug 13 in the bay.', 'A boat sank on Aug 14 in the bay.'],
    // Printed wrong, they are no dates.
    ['date', 'A boat sank on July 23 in the bay.', 'A boat sank on July 32 in the bay.'],
    ['date', 'A boat sank in 1989 in the bay.', 'A boat sank in 9891 in the bay.'],
    ['date', 'In 2008 a boat sank in the bay.', 'In 0082 a boat sank in the bay.'],
    ['name', 'The boat of Berit Solheim sank in the bay.', 'The boat of Berit Dahl sank in the bay.'],
    ['place', 'The boat sank off a pier in Lindholm harbour.', 'The boat sank off a pier in Varnes harbour.'],
    ['direction', 'The price of boats rose by 4 crowns.', 'The price of boats fell by 4 crowns.'],
    ['direction', 'The captain accused the pilot of shouting.', 'The pilot accused the captain of shouting.'],
    ['negation', 'The port will open this week, he said.', 'The port will not open this week, he said.'],
    ['negation', 'The captain had a permit to sail.', 'The captain had no permit to sail.'],
    ['negation', "They didn't open the port on time.", 'They did open the port on time.'],
    ['attribution', 'The bridge is safe for all, officials said.', 'The bridge is safe for all.'],
    ['attribution', 'According to the council, the bridge is safe.', 'The bridge is safe.'],
    ['attribution', 'The bridge is safe, police said.', 'The bridge is safe, witnesses said.'],
    ['certainty', 'They caught the suspected thief in the bay.', 'They caught the thief in the bay.'],
    ['certainty', 'The boat may have sunk in the bay.', 'The boat has sunk in the bay.'],
    ['number', 'They counted 1,234,567 votes in all.', 'They counted 1,234,568 votes in all.'],
    ['number', 'It holds 0.125 percent of the shares.', 'It holds 125 percent of the shares.'],
    ['number', 'The new dam is 150 m tall.', 'The new dam is 150 million tall.'],
    ['number', 'It is worth $4 billion to them.', 'It is worth 4 billion euros to them.'],
    ['number', 'Prices were 12€ 15€ 20€ in May.', 'Prices were 12€ 18€ 20€ in May.'],
    ['number', 'It made $-5 million in March.', 'It made $5 million in March.'],
    ['number', 'It weighs 2 tonnes at most.', 'It weighs 2½ tonnes at most.'],
    ['number', 'The fund holds 4 tn crowns.', 'The fund holds 4 bn crowns.'],
    ['quotation', '"We lost the boat this week," she said.', '"We lost the boat in our lifetime," she said.'],
  ] as const)('a changed %s: %s %s', (kind, before, after) => {
    expect(kinds(before, after)).toContain(kind)
    expect(kinds(after, before)).toContain(kind)
  })

  it.each([
    ['the same words', 'Some 13 boats sank on Monday.', 'Some 13 boats sank on Monday.'],
    ['another verb', 'They began to limit calls.', 'They started limiting calls.'],
    ['a number in words', 'It took seven boats.', 'It took 7 boats.'],
    ['commas in a number', 'It took 5,000 boats.', 'It took 5000 boats.'],
    ['a sum in another manner', 'It cost $4.2 million to build.', 'It cost $4.2m to build.'],
    ['an hour in another manner', 'It opens at 5 p.m. on Monday.', 'It opens at 17:00 on Monday.'],
    ['a month in short', 'It sank on August 13 at sea.', 'It sank on Aug. 13 at sea.'],
    ['a name put in place of none', 'The boat of the captain sank.', 'The boat of Berit Solheim sank.'],
    ['a first name that goes', 'Then Berit Solheim left the port.', 'Then Solheim left the port.'],
    ['a name abbreviated', 'The United Nations sent a boat.', 'The UN sent a boat.'],
    ['says for said', 'The boat sank, she said.', 'The boat sank, she says.'],
    ['another negation', 'They did not see the boat.', 'They never saw the boat.'],
    ['a number with an and', 'It took one hundred and fifty days.', 'It took 150 days.'],
    ['a length of time in another unit', 'It took 24 hours to land.', 'It took one day to land.'],
    ['an hour in French', 'La séance débute à 10h30 demain.', 'La séance débute à 10:30 demain.'],
    ['articles that changed places', 'A man hit the dog in the bay.', 'The man hit a dog in the bay.'],
    ['another Chinese word', '他在上海报道了消息。', '他在会后报道了消息。'],
    ['a source put in among other words', 'Two boats sank.', 'Two boats sank, as local media have often reported.'],
    ['a source that moved', 'Police said on Monday two boats sank.', 'Two boats sank, police said on Monday.'],
    ['a sentence that goes', 'A boat sank. Police said nobody died in 2031.', 'A boat sank.'],
    ['an aside that goes', 'The port, which was not built until 1911 and leaks, opened.', 'The port opened.'],
  ])('%s is no change of fact', (_, before, after) => {
    expect(facts(before, after)).toEqual([])
  })

  it('says which words differ, as they are printed', () => {
    expect(facts('Some 13,000 boats sank on Monday.', 'Some 31,000 boats sank on Tuesday.')).toEqual([
      { kind: 'number', before: '13,000', after: '31,000' },
      { kind: 'date', before: 'Monday', after: 'Tuesday' },
    ])
    expect(facts('The port will open today.', 'The port will not open today.')).toEqual([
      { kind: 'negation', before: '', after: 'not' },
    ])
  })

  it('lists every kind that differs', () => {
    expect(kinds('Some 13 boats sank on Monday.', 'Some 31 boats may have sunk on Tuesday.').sort()).toEqual([
      'certainty',
      'date',
      'number',
    ])
  })

  it('looks for no number, date or name in words that go', () => {
    expect(facts('They met at sea with 13 boats of Berit Solheim on Monday.', 'They met at sea.')).toEqual([])
  })

  it('finds the one of two denials that went', () => {
    const wire = 'The port will not open, "not this week", she said.'
    expect(facts(wire, wire.replace('will not open', 'will open'))).toEqual([
      { kind: 'negation', before: 'not', after: '' },
    ])
  })

  it('finds a changed fact in the first words of a text, also through the whole job', () => {
    const wire =
      'Oil prices rose 3 percent on Friday after a strike shut two ports. Traders expect more of it next week.'
    const [span] = changes(wire, wire.replace('rose', 'fell')).filter(({ kind }) => kind !== 'same')
    expect(span).toMatchObject({ kind: 'reworded', facts: [{ kind: 'direction', before: 'rose', after: 'fell' }] })
  })

  it('takes no pronoun for a country', () => {
    const [span] = changes('She told us on the pier.', 'She told the United States on the pier.', []).filter(
      ({ kind }) => kind !== 'same',
    )
    expect(span?.kind).toBe('reworded')
  })

  it('reads hostile text in time that grows as it does', { retry: 2 }, () => {
    const start = performance.now()
    for (const junk of ['一'.repeat(40_000), '1'.repeat(40_000), 'A-'.repeat(20_000), '12€ '.repeat(10_000)])
      changes(`A boat sank. ${junk} It was late.`, 'A boat sank. It was late.', [])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  // Labelled by readers who did not know the code; its README figure is measured here.
  it('agrees with a labelled list of 400 edits', () => {
    const rows = readFileSync(new URL('../../bench/labels/material.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
    const count = { right: 0, missed: 0, invented: 0 }
    for (const [wire = '', outlet = '', labels = ''] of rows) {
      const flagged = facts(wire, outlet).length > 0
      if (labels === 'none') count.invented += flagged ? 1 : 0
      else if (flagged) count.right++
      else count.missed++
    }
    expect(rows.length).toBe(400)
    expect(count.right / (count.right + count.missed)).toBeGreaterThan(0.92)
    expect(count.right / (count.right + count.invented)).toBeGreaterThan(0.94)
  })
})
