// Material facts: what makes a change of words news, what does not, and what is said of it.
import { describe, expect, it } from 'vitest'
import { materialFacts } from '../../src/edit/material.js'

const kinds = (before: string, after: string, quoted = false) =>
  materialFacts(before, after, quoted).map(({ kind }) => kind)

describe('materialFacts', () => {
  it.each([
    ['number', '13 boats', '31 boats'],
    ['number', 'seven', 'nine'],
    ['number', '4.2 million', '4.2 billion'],
    ['number', '31km', '13km'],
    ['date', 'on Monday', 'on Tuesday'],
    ['date', 'Aug 13', 'Aug 14'],
    ['name', 'Berit Solheim', 'Berit Dahl'],
    ['negation', 'will open', 'will not open'],
    ['negation', 'had a permit', 'had no permit'],
    ['negation', 'did', "didn't"],
    ['attribution', 'the bridge is safe, officials said', 'the bridge is safe'],
    ['attribution', 'according to the council', 'as everybody knows'],
    ['attribution', 'police said', 'witnesses said'],
    ['certainty', 'the suspected thief', 'the thief'],
    ['certainty', 'sank', 'may have sunk'],
  ] as const)('a changed %s: %s, %s', (kind, before, after) => {
    expect(kinds(before, after)).toContain(kind)
    expect(kinds(after, before)).toContain(kind)
  })

  it.each([
    ['the same words', '13 boats on Monday', '13 boats on Monday'],
    ['another verb', 'began to limit', 'started limiting'],
    ['a number in words', 'seven', '7'],
    ['commas in a number', '5,000', '5000'],
    ['per cent', '31 per cent', '31%'],
    ['a month in short', 'August 13', 'Aug. 13'],
    ['a name put in place of none', 'the captain', 'Berit Solheim'],
    ['says for said', 'she said', 'she says'],
    ['another negation', 'not', 'never'],
  ])('%s is no change of fact', (_, before, after) => {
    expect(kinds(before, after)).toEqual([])
  })

  it('says which words differ, on either side', () => {
    expect(materialFacts('13 boats on Monday', '31 boats on Monday')).toEqual([
      { kind: 'number', before: '13', after: '31' },
    ])
    expect(materialFacts('will open', 'will not open')).toEqual([{ kind: 'negation', before: '', after: 'not' }])
  })

  it('lists every kind that differs', () => {
    expect(kinds('13 boats sank on Monday', '31 boats may have sunk on Tuesday')).toEqual([
      'number',
      'date',
      'certainty',
    ])
  })

  it('flags other words inside a quotation, once', () => {
    expect(kinds('this week', 'in our lifetime', true)).toEqual(['quotation'])
    expect(kinds('this week', 'in our lifetime', false)).toEqual([])
    expect(kinds('13 boats', '31 boats', true)).toEqual(['number'])
  })

  it('looks for a "not", a source or a doubt in words that go or come, and for no number, date or name', () => {
    expect(kinds('not ', '')).toEqual(['negation'])
    expect(kinds('', ', police said')).toEqual(['attribution'])
    expect(kinds('alleged ', '')).toEqual(['certainty'])
    expect(kinds(' 13 boats of Berit Solheim on Monday', '')).toEqual([])
  })
})
