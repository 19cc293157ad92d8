// The runs that two texts share: those that storyRuns finds, also where nothing need be sought.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textRuns } from '../../src/edit/text-runs.js'
import { storyRuns } from '../../src/match/evidence.js'
import { tokenize } from '../../src/text/tokens.js'

it('is what storyRuns finds', () => {
  const text = fc
    .array(fc.constantFrom('snow', 'fell', 'here', 'again', '雪', '山'), { maxLength: 40 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [a, b] = [tokenize(one), tokenize(other)]
      expect(textRuns(a, b)).toEqual(storyRuns(a, b))
      expect(textRuns(a, tokenize(one))).toEqual(storyRuns(a, a))
    }),
  )
})
