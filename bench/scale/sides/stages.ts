// Takes the whole job apart: runs its stages one after another as clusterArticles does, and says what each took.
import { checkArticles } from '../../../src/article/article.js'
import { groupStories } from '../../../src/group/stories.js'
import { type Article, clusterArticles } from '../../../src/index.js'
import { linkPages } from '../../../src/match/links.js'
import { PageReader } from '../../../src/text/page.js'
import { readWords } from '../../../src/text/tokens.js'
import { days } from '../../days/days.js'
import { answer, memory } from './answer.js'
import { endStages, spent, startStages, watchLinking } from './linking.js'
import { stageNames } from './stage-names.js'

export interface StagesCommand {
  readonly articles: number
}

export interface StagesAnswer {
  /** Seconds by stage, in their order. */
  readonly job: readonly (readonly [string, number])[]
  readonly whole: number
  readonly editing: readonly (readonly [string, number])[]
  readonly limits: readonly (readonly [string, number])[]
  readonly comparedPairs: number
}

const window = 5 * 864e5
let articles: readonly Article[] = []
let bytes = new Uint8Array(0)
const encoder = new TextEncoder()
/** What reading leaves behind, so that no compiler may leave the reading out. */
export let kept = 0

function seconds(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

function readCharacters(): void {
  let sum = 0
  for (const { text } of articles) for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
  kept = sum
}

function encode(): void {
  let sum = 0
  for (const { text } of articles) {
    if (bytes.length < 3 * text.length) bytes = new Uint8Array(6 * text.length)
    sum += encoder.encodeInto(text, bytes).written
  }
  kept = sum
}

function readAllWords(): void {
  let sum = 0
  for (const { text } of articles) sum += readWords(text).count
  kept = sum
}

/** The job stage by stage. */
function takeApart(): Pick<StagesAnswer, 'job' | 'comparedPairs'> {
  const times: [string, number][] = []
  const timed = <T>(name: string, work: () => T): T => {
    const started = performance.now()
    const result = work()
    times.push([name, (performance.now() - started) / 1000])
    return result
  }
  const checked = timed('check and sort', () =>
    checkArticles(articles, { collect: false }).articles.sort((x, y) => (x.id < y.id ? -1 : 1)),
  )
  const words = seconds(readAllWords)
  times.push(['words', words])
  const learning = performance.now()
  const reader = new PageReader(checked)
  times.push(['repeated furniture: units, learning, marking', (performance.now() - learning) / 1000 - words])
  spent.fill(0)
  startStages()
  const { links, comparedPairs } = linkPages(reader, window)
  endStages()
  stageNames.forEach((name, k) => {
    times.push([k === 0 ? 'words again, without what is repeated' : name, (spent[k] as number) / 1000])
  })
  timed('grouping', () => groupStories(checked.length, links, { of: checked.map(({ time }) => time), window }))
  return { job: times, comparedPairs }
}

/** What is worked out when it is first asked for. */
function edit(): { readonly whole: number; readonly editing: [string, number][] } {
  const started = performance.now()
  const result = clusterArticles(articles)
  const whole = (performance.now() - started) / 1000
  const chosen = clusterArticles(articles, { canonical: 'article' })
  const read = ({ clusters }: typeof result) => {
    for (const { canonical } of clusters) kept += canonical.text.length
  }
  memory()
  spent.fill(0)
  endStages()
  const everything = seconds(() => read(result))
  endStages()
  const pages = (spent[stageNames.indexOf('reading pages: furniture')] as number) / 1000
  const withoutRecovery = seconds(() => read(chosen))
  const furniture = seconds(() => {
    for (const one of result.unclustered) kept += one.furniture.length
  })
  const agency = seconds(() => {
    for (const one of result.unclustered) kept += one.agency === null ? 0 : 1
  })
  return {
    whole,
    editing: [
      ['every story: canonical texts and changes', everything],
      ['  of it, reading pages: furniture', pages],
      ['  of it, recovering texts, by the difference to canonical: article', everything - withoutRecovery],
      ['unclustered articles: reading pages, furniture', furniture],
      ['unclustered articles: agency, pages being read', agency],
    ],
  }
}

watchLinking()
answer<StagesCommand, StagesAnswer>(({ articles: count }) => {
  if (articles.length === 0) articles = [...days({ articles: count })].map(({ article }) => article)
  memory()
  const { job, comparedPairs } = takeApart()
  memory()
  const { whole, editing } = edit()
  return {
    job,
    whole,
    editing,
    limits: [
      ['charCodeAt in a loop', seconds(readCharacters)],
      ['TextEncoder.encodeInto', seconds(encode)],
    ],
    comparedPairs,
  }
})
