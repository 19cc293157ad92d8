// The runs of words that two texts of one story share. Outlets often run the same words: then there is one run, and nothing to seek.
import { storyRuns } from '../match/evidence.js'
import type { SharedRuns } from '../match/runs.js'
import type { Tokens } from '../text/tokens.js'

/** What `storyRuns` finds. */
export function textRuns(a: Tokens, b: Tokens): SharedRuns {
  if (a.count === 0 || !haveSameWords(a, b)) return storyRuns(a, b)
  return { chain: [{ a: 0, b: 0, length: a.count }], moved: [] }
}

function haveSameWords(a: Tokens, b: Tokens): boolean {
  if (a.count !== b.count) return false
  for (let i = 0; i < a.count; i++) if (a.hashes[i] !== b.hashes[i]) return false
  return true
}
