// A clock for the stages of linking an article. The library is measured as it is: its methods are wrapped where one stage ends and the
// next begins, which costs some hundred nanoseconds an article.
import { SameWords } from '../../../src/match/links.js'
import { CandidateIndex } from '../../../src/sketch/candidates.js'
import { PageReader } from '../../../src/text/page.js'
import { stageNames } from './stage-names.js'

// Places in stageNames, and one behind them.
const [words, same, sketch, candidates, pages, comparing, apart] = [0, 1, 2, 3, 4, 5, 6] as const

/** Milliseconds by stage since it was last set to 0; behind the stages, what is no part of the work. */
export const spent = new Float64Array(stageNames.length + 1)
let stage: number = apart
let since = performance.now()

function enter(next: number): void {
  const now = performance.now()
  spent[stage] = (spent[stage] as number) + (now - since)
  stage = next
  since = now
}

/** Counts what some work takes, in which stage ever, for none. */
export function setApart<T>(work: () => T): T {
  const before = stage
  enter(apart)
  const result = work()
  enter(before)
  return result
}

/** Where linkPages keeps what it knows, for looking at: those that were used last. */
export const used: { index?: CandidateIndex; sameWords?: SameWords } = {}

/**
 * Wraps what linkPages calls for every article: words, SameWords.add, fingerprints, CandidateIndex.add, then pages and comparing by
 * turns. `beginning` is told the article, when the one before is done.
 */
export function watchLinking(beginning: (place: number) => void = () => {}): void {
  const { words: readWords, page } = PageReader.prototype
  PageReader.prototype.words = function (this: PageReader, ...given) {
    enter(apart)
    beginning(...given)
    enter(words)
    const read = readWords.apply(this, given)
    enter(same)
    return read
  }
  const { add: addWords } = SameWords.prototype
  SameWords.prototype.add = function (this: SameWords, ...given) {
    const known = addWords.apply(this, given)
    used.sameWords = this
    enter(sketch)
    return known
  }
  const { add } = CandidateIndex.prototype
  CandidateIndex.prototype.add = function (this: CandidateIndex, ...given) {
    enter(candidates)
    const found = add.apply(this, given)
    used.index = this
    enter(comparing)
    return found
  }
  PageReader.prototype.page = function (this: PageReader, ...given) {
    const before = stage
    enter(pages)
    const read = page.apply(this, given)
    enter(before)
    return read
  }
}

/** Starts or ends the time that is counted. */
export const startStages = (): void => enter(comparing)
export const endStages = (): void => enter(apart)
