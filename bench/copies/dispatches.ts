// The dispatches that copies are made from: fixtures/dispatches, and what the English fixture stories' copies give back of theirs when
// their marks are undone (README.md of the fixtures), where that is 120 words or more.
import { readdirSync, readFileSync } from 'node:fs'
import { readFixtures } from '../../fixtures/read.js'
import { countWords, type Prose, proseOf } from './prose.js'

export interface Dispatch {
  readonly name: string
  /** Dispatches of one story are not unrelated to each other. */
  readonly story: string
  readonly agency: string
  readonly headline: string
  readonly place: string
  readonly prose: Prose
}

const fewestWords = 120

/** Straight marks, one space, one paragraph a line: what the scorer compares with is free of house style. */
const plain = (text: string) =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

function readFolder(): Dispatch[] {
  const folder = new URL('../../fixtures/dispatches/', import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n').split('\n')
      const field = (name: string) => {
        const line = lines.find((one) => one.startsWith(`${name}: `))
        if (!line) throw new Error(`${file}: no ${name}`)
        return line.slice(name.length + 2).trim()
      }
      const text = lines.filter((line) => !/^(?:agency|headline|dateline): /.test(line)).join('\n')
      const name = file.replace(/\.txt$/, '')
      return {
        name,
        story: name,
        agency: field('agency'),
        headline: field('headline'),
        place: field('dateline'),
        prose: proseOf(plain(text)),
      }
    })
}

/** The dateline's place as a copy prints it. */
const placeIn = (dateline: string | undefined) =>
  /^\P{L}*(\p{Lu}[\p{L}' -]*\p{L})/u.exec(dateline ?? '')?.[1]?.replace(/ (?:AFP|AP)$/, '') ?? 'LONDON'

function readStories(): Dispatch[] {
  const found = new Map<string, Dispatch>()
  for (const { article, gold } of readFixtures()) {
    if (!(article.language ?? 'en').startsWith('en') || gold.agency === null) continue
    if (gold.relation !== 'reproduction' || gold.embeds.length > 0 || found.has(gold.dispatch)) continue
    const text = plain(gold.wire)
    // A copy that lost its paragraphs does not show the dispatch's.
    if (countWords(text) < fewestWords || !text.includes('\n')) continue
    found.set(gold.dispatch, {
      name: gold.dispatch,
      story: gold.story,
      agency: gold.agency,
      headline: article.title ?? text.slice(0, 60),
      place: placeIn(gold.marks.find(({ kind }) => kind === 'dateline')?.text),
      prose: proseOf(text),
    })
  }
  return [...found.values()]
}

export const readDispatches = (): Dispatch[] => [...readFolder(), ...readStories()]
