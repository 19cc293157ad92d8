// A history of changes that can be taken up at any step: each step follows from its number and from which articles are in.
import { seeded } from '../../bench/random.js'
import type { Article, StoryIndex } from '../../src/index.js'
import { articleOf } from '../live/wire.js'

export type Step =
  | { readonly kind: 'add' | 'update'; readonly article: Article }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'expire'; readonly before: number }

const firstHour = Date.UTC(2031, 2, 1)
const forms = ['whole', 'whole', 'same', 'slip', 'excerpt', 'revision', 'round-up', 'own'] as const
/** Of a long article, whose record takes a while to write: so many words, of so many letters, all its own. */
const longText = { words: 2000, letters: 400 }

/** The step of a number. Of every `longEvery` articles about one is long. */
export function stepAt(
  seed: number,
  number: number,
  has: (id: string) => boolean,
  longEvery = Number.POSITIVE_INFINITY,
): Step {
  const random = seeded(seed * 1_000_003 + number)
  const pick = (most: number) => Math.floor(random() * most)
  if (pick(40) === 0) return { kind: 'expire', before: firstHour + pick(60) * 36e5 }
  const id = `a${pick(45)}`
  if (has(id) && pick(3) === 0) return { kind: 'remove', id }
  const article = articleOf(id, {
    dispatch: pick(4),
    form: forms[pick(forms.length)] ?? 'whole',
    outlet: pick(5),
    lines: pick(3),
    hour: pick(12) === 0 ? null : pick(24 * 6),
  })
  const isLong = random() * longEvery < 1
  const text = isLong
    ? Array.from({ length: longText.words }, (_, k) => `n${number}n${k}`.padEnd(longText.letters, 'n')).join(' ')
    : article.text
  return { kind: has(id) ? 'update' : 'add', article: { ...article, text } }
}

type Changed = Pick<StoryIndex, 'add' | 'update' | 'remove' | 'expire'>

export function take(index: Changed, step: Step): void {
  if (step.kind === 'remove') index.remove(step.id)
  else if (step.kind === 'expire') index.expire(step.before)
  else index[step.kind](step.article)
}

/** The same in a map of the articles that are in, in order of arrival. */
export function note(articles: Map<string, Article>, step: Step): void {
  if (step.kind === 'remove') articles.delete(step.id)
  else if (step.kind === 'expire') {
    for (const [id, { publishedAt }] of articles)
      if (publishedAt && Number(publishedAt) < step.before) articles.delete(id)
  } else {
    articles.delete(step.article.id)
    articles.set(step.article.id, step.article)
  }
}

/** What articles say, as text to compare. */
export const textOf = (articles: Iterable<Article>): string =>
  [...articles]
    .map(({ id, outlet, text, publishedAt }) =>
      [id, outlet, text, publishedAt ? new Date(publishedAt).toISOString() : '-'].join('|'),
    )
    .join('\n')
