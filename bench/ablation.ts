// Part 5: what each part of the method is worth: the whole pass with one part left out at a time, all else as in src.
import type { Article } from '../src/index.js'
import type { Evidence } from '../src/match/evidence.js'
import { type Judgement, judge } from '../src/match/relation.js'
import { byResemblance } from './candidates.js'
import { type Corpus, type GoldCorpus, missing } from './corpora.js'
import { type Compared, compareProposed, groupCompared, type Judge, proposePairs, readPages } from './pass.js'
import { type Predicted, scoreLevel, scoreStories } from './score.js'
import { figure, percent, type Row, table } from './table.js'

const withoutFurniture = (articles: readonly Article[]) => compareProposed(proposePairs(readPages(articles, false)))

const fromResemblance = (articles: readonly Article[]) =>
  compareProposed(proposePairs(readPages(articles), byResemblance))

const withoutTemplates: Judge = (evidence) =>
  judge({ ...evidence, conflicts: [], factDifferences: 0, insertedNames: 0 })

const instead =
  (from: Judgement['relation'], to: Judgement['relation']): Judge =>
  (evidence) => {
    const judgement = judge(evidence)
    return judgement.relation === from ? { ...judgement, relation: to } : judgement
  }

// Exact runs alone cannot be had from outside src: gatherEvidence repairs misspelt words within. What can be had is
// judging without making up for them.
const withoutAllowance: Judge = (evidence: Evidence) => judge({ ...evidence, misspelt: 0 })

interface Way {
  readonly name: string
  readonly compare?: (articles: readonly Article[]) => Compared
  readonly judge?: Judge
}

const ways: readonly Way[] = [
  { name: 'all parts' },
  { name: 'no furniture found', compare: withoutFurniture },
  { name: 'no template rule', judge: withoutTemplates },
  { name: 'no embedded rule (a revision instead)', judge: instead('embedded', 'revision') },
  { name: 'no revisions (all one dispatch)', judge: instead('revision', 'reproduction') },
  { name: 'candidates by resemblance alone', compare: fromResemblance },
  { name: 'no allowance for misspelt words', judge: withoutAllowance },
]

export interface Comparisons {
  readonly helsinki: Compared | null
  readonly reuters: Compared | null
  readonly fixtures: Compared
}

export function printAblation(
  helsinki: GoldCorpus | null,
  reuters: Corpus | null,
  fixtures: GoldCorpus,
  compared: Comparisons,
): void {
  const heading = ['helsinki dispatch F1', 'story F1', 'reuters-1987 F1', 'T, S, N joined', 'fixtures dispatch F1']
  const rows: Row[] = [['', ...heading]]
  for (const way of ways) {
    const group = (corpus: Corpus, whole: Compared): Predicted =>
      groupCompared(way.compare?.(corpus.articles) ?? whole, way.judge)
    const inHelsinki = helsinki && compared.helsinki ? group(helsinki, compared.helsinki) : null
    const inReuters = reuters && compared.reuters ? group(reuters, compared.reuters) : null
    const f1 = (level: 'dispatch' | 'story') =>
      helsinki && inHelsinki ? figure(scoreLevel(helsinki, inHelsinki, level).f1) : '-'
    const pairs = reuters && inReuters ? scoreStories(reuters, inReuters) : null
    rows.push([
      way.name,
      f1('dispatch'),
      f1('story'),
      figure(pairs?.f1),
      percent(pairs?.joined, 1),
      figure(scoreLevel(fixtures, group(fixtures, compared.fixtures), 'dispatch').f1),
    ])
  }
  table('Each part left out in turn', rows)
  if (!helsinki || !reuters) console.log(`a dash: ${missing}`)
  console.log('not left out: the window (helsinki is two days) and misspelt words in runs (not reachable outside src)')
}
