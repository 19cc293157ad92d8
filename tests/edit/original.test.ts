// What the text that copies are held against states, read once.
import { describe, expect, it } from 'vitest'
import { bareChanges, changes } from '../../src/edit/changes.js'
import { Original } from '../../src/edit/original.js'
import { nameWords, statedFacts } from '../../src/edit/stated-facts.js'
import { tokenize } from '../../src/text/tokens.js'

const text = 'The mayor, Ada Lind, said the bridge cost $4.2 million. “It was not cheap,” Lind said on Monday.'

describe('Original', () => {
  it('states what its sentences state, its names known', () => {
    const original = new Original(tokenize(text))
    const sentence = 'Lind may have spent 4 million.'
    for (let time = 0; time < 2; time++)
      expect(original.statedIn(sentence)).toEqual(statedFacts(sentence, nameWords(tokenize(text))))
  })

  it('knows what is quoted', () => {
    const original = new Original(tokenize(text))
    const at = text.indexOf('cheap')
    expect(original.isQuoted(at, at + 5)).toBe(true)
    expect(original.isQuoted(0, 9)).toBe(false)
  })

  it('is another for another text', () => {
    const others = [text, text.replace('4.2', '5.2'), text]
    const first = others.map((other) => changes(other, text, []))
    expect(others.map((other) => changes(other, text, []))).toEqual(first)
    expect(first[1]?.some(({ material }) => material)).toBe(true)
    expect(first[2]?.some(({ material }) => material)).toBe(false)
  })
})

it('bareChanges are the changes without their facts', () => {
  const copy = text.replace('4.2', '5.2').replace('not cheap', 'dear')
  const bare = bareChanges(tokenize(text), tokenize(copy), [])
  expect(changes(text, copy, []).map(({ material, facts, ...span }) => span)).toEqual(bare)
})
