// What an outlet makes of a text: its edits, its credit and the lines around it.
import { pick, type Random } from '../random.js'
import type { Outlet } from './outlets.js'
import { spelt } from './outlets.js'
import { below } from './phrases.js'
import { Writer } from './prose.js'
import type { Dispatch, Piece } from './stories.js'
import { pasts } from './vocabulary.js'

export interface Page {
  readonly title: string
  readonly byline: string
  readonly text: string
}

/** The agencies' names, and the words with which their copy closes. */
const credits = [
  ['Reuters', 'REUTERS'],
  ['AP', 'The Associated Press'],
  ['AFP', 'AFP'],
  ['Xinhua', 'Enditem'],
  ['dpa', '(dpa)'],
  ['EFE', 'EFE'],
  ['ANSA', '(ANSA)'],
  ['TASS', 'TASS'],
] as const
const months = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** Exchanges a word of a paragraph, or spoils a figure. */
function touched(random: Random, paragraph: string): string {
  const start = paragraph.indexOf(' ', below(random, paragraph.length)) + 1
  const end = paragraph.indexOf(' ', start)
  if (start === 0 || end < 0) return paragraph
  const word = paragraph.slice(start, end)
  const other = /^[a-z]{4,}$/.test(word)
    ? random() < 0.5
      ? `${pasts.one(random)} ${word}`
      : pasts.one(random)
    : random() < 0.3
      ? word.replace(/\d/, () => String(1 + below(random, 9)))
      : word
  return paragraph.slice(0, start) + other + paragraph.slice(end)
}

function edited(random: Random, { paragraphs }: Dispatch): string[] {
  const kind = random()
  const kept = kind < 0.15 ? 0.1 + 0.6 * random() : kind < 0.5 ? 0.7 + 0.3 * random() : 1
  const body = paragraphs.slice(0, Math.max(1, Math.round(paragraphs.length * kept)))
  if (body.length > 3 && random() < 0.1) body.splice(1 + below(random, body.length - 1), 1)
  for (let changes = random() < 0.5 ? 0 : 1 + below(random, 4); changes > 0; changes--) {
    const place = below(random, body.length)
    body[place] = touched(random, body[place] ?? '')
  }
  return body
}

function dateline(random: Random, outlet: Outlet, { cast, agency, printed }: Dispatch): string {
  const kind = random()
  const city = (cast.places[0] ?? '').toUpperCase()
  const name = credits[agency]?.[0] ?? ''
  if (kind < 0.2) return ''
  if (kind < 0.5) return `${city} (${name})${outlet.dash}`
  if (kind < 0.7) return `${city}, ${months[printed.getUTCMonth()]} ${printed.getUTCDate()} (${name})${outlet.dash}`
  return city + outlet.dash
}

/** Puts the outlet's lines around a body and spells it as the house does. */
function page(random: Random, outlet: Outlet, body: string[], caption: string, headlines: readonly string[]): string {
  const related = () => `${outlet.related} ${headlines.length > 0 ? pick(random, headlines) : outlet.name}`
  if (body.length > 3 && random() < outlet.interrupts) body.splice(2 + below(random, body.length - 2), 0, related())
  if (body.length > 4 && outlet.within.length > 0 && random() < 0.7)
    body.splice(2 + below(random, body.length - 3), 0, pick(random, outlet.within))
  let text = ''
  for (const line of outlet.above) text += `${line}\n\n`
  if (random() < 0.4) text += `${caption}\n\n`
  text += body.join('\n\n')
  for (const line of outlet.below) text += `\n\n${line}`
  if (headlines.length > 2 && random() < 0.4) {
    text += `\n\n${outlet.related}`
    const from = below(random, headlines.length - 2)
    for (const headline of headlines.slice(from, from + 4)) text += `\n${headline}`
  }
  return spelt(outlet, text)
}

export function copyPage(random: Random, outlet: Outlet, dispatch: Dispatch, headlines: readonly string[]): Page {
  const [name, close] = credits[dispatch.agency] ?? credits[0]
  const body = edited(random, dispatch)
  body[0] = dateline(random, outlet, dispatch) + (body[0] ?? '')
  const added = random()
  if (added < 0.08) body.splice(1 + below(random, body.length), 0, new Writer(random, dispatch.cast).paragraph())
  if (added > 0.7) body[body.length - 1] += ` ${close}`
  else if (added > 0.4) body.push(pick(random, [close, `Source: ${name}`, `(${name})`, `— ${name}`]))
  const byline = pick(random, [
    name,
    `By ${dispatch.writer}, ${name}`,
    `${outlet.name} staff and agencies`,
    dispatch.writer,
  ])
  const title = random() < 0.5 ? dispatch.title : new Writer(random, dispatch.cast).headline()
  const caption = `${dispatch.caption}. (${dispatch.writer}/${name})`
  return { title, byline, text: page(random, outlet, body, caption, headlines) }
}

export function staffPage(random: Random, outlet: Outlet, piece: Piece, headlines: readonly string[]): Page {
  const caption = `${piece.caption}. PHOTO: ${outlet.name}`
  const text = page(random, outlet, [...piece.paragraphs], caption, headlines)
  return { title: piece.title, byline: `By ${piece.writer}`, text }
}

/** The first paragraphs of other dispatches under one headline. */
export function roundUpPage(
  random: Random,
  outlet: Outlet,
  parts: readonly Dispatch[],
  headlines: readonly string[],
): Page {
  const body = parts.flatMap(({ title, paragraphs }) => [title, paragraphs[0] ?? ''])
  const text = page(random, outlet, body, `PHOTO: ${outlet.name}`, headlines)
  return { title: `${outlet.name} briefing: ${parts[0]?.title ?? ''}`, byline: outlet.name, text }
}

export const formPage = (random: Random, outlet: Outlet, form: { title: string; text: string }): Page => ({
  title: form.title,
  byline: outlet.name,
  text: page(random, outlet, form.text.split('\n\n'), `PHOTO: ${outlet.name}`, []),
})
