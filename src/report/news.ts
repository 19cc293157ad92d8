// Tells what an article changed to a person who watches stories break and grow: a story when a second outlet carries it, and then a line
// for each further copy. Pure: data in, text out; colours are functions that the caller gives.
import type { MaterialFact } from '../edit/material.js'
import type { Cluster, Copy, Dispatch } from '../edit/story.js'
import type { EditSummary } from '../edit/summary.js'
import type { Added, IndexedArticle } from '../live/answers.js'
import type { StoryEvent } from '../live/live-stories.js'
import { count, factLine, plain, revisionSums, type Style, shorten, sums, tellingFacts, when } from './text.js'

/** A story that an article touched. */
export interface StoryNews {
  readonly id: string
  /** Who signs it, or null. */
  readonly agency: string | null
  readonly headline: string
  /** How many of its articles each outlet has, in the order in which outlets came. */
  readonly outlets: ReadonlyMap<string, number>
  readonly articles: number
  /** Two outlets carry it now, and not before. */
  readonly isBreaking: boolean
  /** The whole story; null where it has many copies. */
  readonly cluster: Cluster | null
}

/** What an article changed. */
export interface News {
  readonly article: IndexedArticle
  /** What the outlet had in its place. */
  readonly before: IndexedArticle | null
  /** What it did to the text that it had; null where that is the same. */
  readonly edit: EditSummary | null
  readonly added: Added
  readonly events: readonly StoryEvent[]
  /** Those of them that come of articles which are kept no longer: no news. */
  readonly aged: ReadonlySet<StoryEvent>
  /** By id. */
  readonly stories: ReadonlyMap<string, StoryNews>
}

export interface NewsOptions {
  /**
   * Columns to fill.
   * @default 100
   */
  readonly width?: number
  readonly style?: Style
  /**
   * Tell of articles that one outlet alone carries, too.
   * @default false
   */
  readonly all?: boolean
}

const labelWidth = 10
// A page with more changed facts than these has another text.
const mostFacts = 6
// As many copies are told of when a story breaks.
const mostCopies = 5

/** The lines that tell of it; none where it is of interest to nobody yet. */
export function newsText(news: News, { width = 100, style = plain, all = false }: NewsOptions = {}): string {
  return new Telling(news, Math.max(60, width), style, all).text()
}

/** The account of a copy, where it is worked out. */
export const copyOf = ({ cluster }: StoryNews, articleId: string): Copy | null =>
  cluster?.copies.find((copy) => copy.articleId === articleId && copy.relation !== 'embedded') ?? null

class Telling {
  readonly #news: News
  readonly #width: number
  readonly #style: Style
  readonly #all: boolean
  readonly #lines: string[] = []

  constructor(news: News, width: number, style: Style, all: boolean) {
    this.#news = news
    this.#width = width
    this.#style = style
    this.#all = all
  }

  text(): string {
    const { article, before, added, events, aged, stories } = this.#news
    const own = added.clusterId === null ? undefined : stories.get(added.clusterId)
    if (before && (this.#all || (own && isCarried(own)))) this.#edited()
    for (const story of stories.values()) if (story.isBreaking) this.#breaking(story)
    for (const event of events) {
      const story = stories.get(event.clusterId)
      if (story && !story.isBreaking && !aged.has(event) && (this.#all || isCarried(story))) this.#event(event, story)
    }
    if (added.outcome === 'embedded') this.#piece()
    if (this.#all && added.outcome === 'new' && !before)
      this.#tell('alone', `${this.#who(60)}  ${this.#style.dim(`[${shorten(article.id, 40)}]`)}`)
    return this.#lines.map((line) => `${line}\n`).join('')
  }

  #event(event: StoryEvent, story: StoryNews): void {
    const { article } = this.#news
    switch (event.kind) {
      case 'created':
        this.#tell('twice', this.#name(story), [`so far at ${this.#outlets(story)} alone`])
        return
      case 'grown': {
        const others = event.articleIds.filter((id) => id !== article.id)
        if (others.length < event.articleIds.length && !this.#isNewDispatch(story)) this.#copy(story)
        if (others.length > 0) this.#tell('larger', this.#name(story), [`in it now: ${this.#ids(others)}`])
        return
      }
      case 'revised':
        this.#revised(story, event.dispatchId)
        return
      case 'merged':
        this.#tell('MERGED', this.#name(story), [
          `the same story as [${shorten(event.mergedId, 40)}], as is seen from ${this.#who(40)}`,
          `at ${this.#outlets(story)} (${count(story.outlets.size, 'outlet')})`,
          ...this.#why(),
        ])
        return
      case 'shrunk':
        this.#tell('smaller', this.#name(story), [`no more in it: ${this.#ids(event.articleIds)}`])
        return
      case 'expired':
        this.#tell('over', this.#name(story))
    }
  }

  #breaking(story: StoryNews): void {
    const { cluster } = story
    const carriers = cluster?.copies.filter(({ relation }) => relation !== 'embedded') ?? []
    const copies = carriers
      .slice(0, mostCopies)
      .flatMap(({ outlet, publishedAt, summary }) => [
        `${this.#style.bold(shorten(outlet, 40))}  ${sums(summary)}  ${this.#style.dim(when(publishedAt))}`,
        ...this.#facts(summary.material),
      ])
    const dispatches = cluster?.dispatches ?? []
    this.#tell('NEW STORY', this.#name(story), [
      ...(cluster ? copies : [`at ${this.#outlets(story)}`]),
      ...(carriers.length > mostCopies
        ? [`and ${count(carriers.length - mostCopies, 'more copy', 'more copies')}`]
        : []),
      ...dispatches.flatMap((dispatch, k) => this.#revision(dispatch, k)),
      ...this.#why(),
    ])
  }

  #copy(story: StoryNews): void {
    const { article, added } = this.#news
    const account = copyOf(story, article.id)
    const isAgain = (story.outlets.get(article.outlet) ?? 0) > 1
    const others = new Map(story.outlets)
    others.delete(article.outlet)
    const places = `${others.size > 0 ? `also at ${this.#outlets({ outlets: others })} ` : ''}(${count(story.outlets.size, 'outlet')})`
    const said = account ? sums(account.summary) : added.matches[0]?.reason
    const line = [`${this.#who(44)} ${this.#whatOf(story, account)}, ${places}`, said].filter(
      (part) => part !== undefined,
    )
    this.#tell(
      isAgain ? 'again' : 'copy',
      `${line.join('; ')}  ${this.#id(story)}`,
      this.#facts(account?.summary.material ?? []),
    )
  }

  /** What the article is a copy of. */
  #whatOf({ agency, cluster }: StoryNews, account: Copy | null): string {
    const by = agency === null ? '' : `${shorten(agency, 40)} `
    const dispatches = cluster?.dispatches ?? []
    const number = dispatches.findIndex(({ id }) => id === account?.dispatchId) + 1
    if (dispatches.length > 1 && number > 0) return `copy of ${by}dispatch ${number} of ${dispatches.length}`
    return agency === null ? 'copy of a text that no agency signs' : `copy of the ${by}dispatch`
  }

  #revised(story: StoryNews, dispatchId: string): void {
    const dispatches = story.cluster?.dispatches ?? []
    const k = dispatches.findIndex(({ id }) => id === dispatchId)
    const dispatch = dispatches[k]
    this.#tell('REVISION', this.#name(story), [
      `${dispatch ? `dispatch ${k + 1} of ${dispatches.length}` : 'another dispatch'}, seen at ${this.#who(60)}`,
      ...(dispatch ? this.#revision(dispatch, k) : []),
      ...this.#why(),
    ])
  }

  #revision({ revises }: Dispatch, k: number): string[] {
    return revises
      ? [`dispatch ${k + 1} ${revisionSums(revises.summary, k)}`, ...this.#facts(tellingFacts(revises.summary))]
      : []
  }

  #piece(): void {
    const { added, stories } = this.#news
    const held = added.clusterIds
      .flatMap((id) => stories.get(id) ?? [])
      .filter((story) => this.#all || isCarried(story))
    if (held.length > 0)
      this.#tell('piece', `${this.#who(60)} holds a piece of`, [
        ...held.map((story) => this.#name(story)),
        ...this.#why(),
      ])
  }

  #edited(): void {
    const { edit, article, added, stories } = this.#news
    const own = added.clusterId === null ? undefined : stories.get(added.clusterId)
    const figures: [number, string][] = edit
      ? [
          [edit.cut, 'cut'],
          [edit.reworded, 'reworded'],
          [edit.added, 'added'],
        ]
      : []
    const edits = figures.filter(([words]) => words > 0).map(([words, what]) => `${count(words, 'word')} ${what}`)
    const said = edits.length > 0 ? edits.join(', ') : edit ? 'layout or style alone' : 'its text is the same'
    const place = own ? this.#id(own) : this.#style.dim(`[${shorten(article.id, 40)}]`)
    this.#tell('edited', `${this.#who(60)}: ${said}  ${place}`, this.#facts(edit?.material ?? []))
  }

  /** Whether a dispatch begins with the article; that is told as such. */
  #isNewDispatch({ id }: StoryNews): boolean {
    const { article, events } = this.#news
    return events.some((event) => event.kind === 'revised' && event.clusterId === id && event.dispatchId === article.id)
  }

  #tell(label: string, line: string, more: readonly string[] = []): void {
    const shown = label === label.toUpperCase() ? this.#style.bold(label) : label
    this.#lines.push(`${shown}${' '.repeat(labelWidth - label.length)}${line}`)
    for (const one of more) this.#lines.push(`${' '.repeat(labelWidth)}${one}`)
  }

  /** Outlet and headline of the article. */
  #who(most: number): string {
    const { outlet, title } = this.#news.article
    return `${this.#style.bold(shorten(outlet, 40))}${title ? ` “${shorten(title, most)}”` : ''}`
  }

  #name(story: StoryNews): string {
    const agency = shorten(story.agency ?? 'Agency unknown', 40)
    const headline = shorten(story.headline, Math.max(40, this.#width - labelWidth - agency.length - 24))
    return `${this.#style.bold(`${agency}: ${headline}`)}  ${this.#id(story)}`
  }

  #id({ id }: StoryNews): string {
    return this.#style.dim(`[${shorten(id, 40)}]`)
  }

  /** As many outlets as there is room for. */
  #outlets({ outlets }: Pick<StoryNews, 'outlets'>): string {
    const names = [...outlets.keys()].map((outlet) => shorten(outlet, 40))
    const shown: string[] = []
    for (const name of names) {
      if (shown.length > 0 && `${shown.join(', ')}, ${name}`.length > this.#width / 2) break
      shown.push(name)
    }
    const hidden = names.length - shown.length
    return `${shown.join(', ')}${hidden > 0 ? ` and ${hidden.toLocaleString('en-GB')} more` : ''}`
  }

  #ids(ids: readonly string[]): string {
    return shorten(ids.join(', '), this.#width - 30)
  }

  #why(): string[] {
    const [match] = this.#news.added.matches
    return match ? [this.#style.dim(`why: beside ${shorten(match.outlet, 40)}, ${match.reason}`)] : []
  }

  #facts(facts: readonly MaterialFact[]): string[] {
    return facts
      .slice(0, mostFacts)
      .map((fact) => `${this.#style.warn('!')} ${factLine(fact, this.#width - labelWidth - 4)}`)
  }
}

const isCarried = ({ outlets }: StoryNews) => outlets.size > 1
