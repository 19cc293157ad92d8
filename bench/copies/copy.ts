// One outlet's copy of a dispatch: the desk's edits, the house style and the page round them, put together into an article, with the
// gold of every stretch of it and of the dispatch.
import type { Article } from '../../src/index.js'
import { pick, type Random, seeded } from '../random.js'
import type { Dispatch } from './dispatches.js'
import type { Edit, GoldKind, Part } from './edit.js'
import { addEdit, deskEdits, endCut } from './edits.js'
import { drawMarks, houseEdits, setMarks } from './house.js'
import * as page from './page-words.js'
import type { Prose, Range } from './prose.js'

/** A stretch of the article and of the dispatch in its place; either may be empty. */
export interface Segment {
  readonly kind: GoldKind
  /** The edit's place in the copy's list, -1 for none. */
  readonly edit: number
  readonly role: Part['role']
  readonly article: Range
  readonly dispatch: Range
}

export interface Copy {
  readonly article: Article
  readonly dispatch: Dispatch
  readonly seed: number
  readonly edits: readonly Edit[]
  readonly segments: readonly Segment[]
  /** Whether the agency signs here. */
  readonly signs: boolean
}

export interface CopyPlan {
  readonly id: string
  readonly outlet: string
  readonly dispatch: Dispatch
  readonly seed: number
  readonly signs: boolean
  readonly publishedAt: string
}

const pageEdit = (kind: page.PagePiece['kind'], at: number, text: string): Edit => ({
  manner: `page: ${kind}`,
  kind: 'page',
  page: kind,
  fact: null,
  parts: [{ from: at, to: at, text, role: 'main' }],
})

type Signature = 'dateline' | 'byline' | 'byline field' | 'credit' | 'credit above'

function drawSignatures(random: Random): Set<Signature> {
  const found = new Set<Signature>()
  const add = () => {
    const draw = random()
    found.add(
      draw < 0.36
        ? 'credit'
        : draw < 0.64
          ? 'dateline'
          : draw < 0.78
            ? 'byline field'
            : draw < 0.92
              ? 'byline'
              : 'credit above',
    )
  }
  add()
  if (random() < 0.35) add()
  return found
}

interface Page {
  readonly head: readonly Edit[]
  readonly foot: readonly Edit[]
  readonly byline: string | null
}

const dates = ['March 4', 'Aug 13', 'Oct. 6', 'June 21', 'September 9']

function drawPage({ outlet, dispatch, signs }: CopyPlan, title: string, random: Random): Page {
  const { agency, place, prose } = dispatch
  const signatures = signs ? drawSignatures(random) : new Set<Signature>()
  const by = (signature: Signature) => (signatures.has(signature) ? agency : null)
  const head: Edit[] = []
  const line = (kind: page.PagePiece['kind'], lines: readonly string[]) =>
    head.push(pageEdit(kind, 0, `${lines.join('\n')}\n`))
  if (random() < 0.07) line('headline', [title])
  if (random() < 0.2) line('furniture', page.headFurniture(outlet, random).lines)
  if (random() < 0.2) line('caption', page.caption(outlet, random).lines)
  if (by('credit above')) line('credit', [pick(random, page.namesOf(agency))])
  if (signatures.has('byline') || random() < 0.12) line('byline', [page.byline(by('byline'), outlet, random)])
  if (random() < 0.12) line('furniture', page.furniture(outlet, random).lines)
  if (signatures.has('dateline') || random() < 0.55)
    head.push(pageEdit('dateline', 0, page.dateline(place, by('dateline'), pick(random, dates), random)))

  const end = prose.text.length
  const foot: Edit[] = []
  const closing = (kind: page.PagePiece['kind'], lines: readonly string[], runsOn: boolean) =>
    foot.push(pageEdit(kind, end, `${runsOn ? ' ' : '\n'}${lines.join('\n')}`))
  if (random() < 0.06) closing('furniture', page.furniture(outlet, random).lines, false)
  if (by('credit')) closing('credit', [page.credit(agency, random)], random() < 0.35)
  if (random() < 0.25) closing('furniture', page.footFurniture(outlet, random).lines, false)
  if (random() < 0.1) closing('furniture', page.footFurniture(outlet, random).lines, false)
  const field = signatures.has('byline field') || random() < 0.25
  return { head, foot, byline: field ? page.bylineField(by('byline field'), outlet, random) : null }
}

/** Furniture and captions between paragraphs. */
function addFurniture(prose: Prose, outlet: string, random: Random, edits: Edit[]): void {
  const draw = random()
  const count = draw < 0.4 ? 0 : draw < 0.65 ? 1 : draw < 0.8 ? 2 : draw < 0.93 ? 3 : 5
  for (let k = 0; k < count; k++) {
    const [, at] = pick(random, prose.paragraphs.slice(0, -1))
    const piece = random() < 0.18 ? page.caption(outlet, random) : page.furniture(outlet, random)
    addEdit(prose, edits, pageEdit(piece.kind, at, `\n${piece.lines.join('\n')}`))
  }
}

/** A title as the outlet has it: the agency's, one with a word changed or a name behind a bar, or none. */
function drawTitle({ dispatch, outlet }: CopyPlan, random: Random): string {
  const draw = random()
  if (draw < 0.6) return dispatch.headline
  if (draw < 0.75) return `${dispatch.headline} | ${outlet}`
  const words = dispatch.headline.split(' ')
  return draw < 0.9
    ? words.slice(0, Math.max(4, words.length - 3)).join(' ')
    : `${dispatch.place}: ${dispatch.headline}`
}

/** Puts the parts of all edits into the dispatch's text, in order of place; what stands at one place keeps the order of the list. */
function assemble(prose: Prose, edits: readonly Edit[], paragraphMark: string): { text: string; segments: Segment[] } {
  const parts = edits.flatMap((edit, k) => edit.parts.map((part) => ({ part, edit, k })))
  // Words put in come before what is done to the words behind them.
  parts.sort((x, y) => x.part.from - y.part.from || Number(x.part.to > x.part.from) - Number(y.part.to > y.part.from))
  let text = ''
  let at = 0
  const segments: Segment[] = []
  const emit = (kind: GoldKind, edit: number, role: Part['role'], dispatch: Range, words: string) => {
    const start = text.length
    text += words.replaceAll('\n', paragraphMark)
    if (dispatch[1] > dispatch[0] || text.length > start)
      segments.push({ kind, edit, role, dispatch, article: [start, text.length] })
  }
  for (const { part, edit, k } of parts) {
    // House style inside what is cut goes with it, and inside what is moved is there already.
    if (part.from < at) continue
    emit('same', -1, 'main', [at, part.from], prose.text.slice(at, part.from))
    const isDrop = edit.kind === 'cut' || part.role === 'source' || part.text === ''
    const kind = part.role === 'case' ? 'same' : isDrop && edit.kind !== 'moved' ? 'cut' : edit.kind
    const words = part.role === 'target' ? withHouseStyle(prose, edit, edits) : part.text
    emit(kind, k, part.role, [part.from, part.to], words)
    at = part.to
  }
  emit('same', -1, 'main', [at, prose.text.length], prose.text.slice(at))
  return { text, segments }
}

/** A moved sentence with the house style that runs through the copy. */
function withHouseStyle(prose: Prose, moved: Edit, edits: readonly Edit[]): string {
  const [source, target] = [
    moved.parts.find(({ role }) => role === 'source'),
    moved.parts.find(({ role }) => role === 'target'),
  ]
  if (!source || !target) throw new Error('a move has a source and a target')
  const inside = edits
    .filter(({ kind }) => kind === 'house-style')
    .flatMap(({ parts }) => parts)
    .filter(({ from, to }) => from >= source.from && to <= source.to)
    .sort((x, y) => y.from - x.from)
  if (inside.length === 0) return target.text
  let words = prose.text.slice(source.from, source.to)
  for (const { from, to, text } of inside)
    words = words.slice(0, from - source.from) + text + words.slice(to - source.from)
  return ` ${words.trim()}`
}

export function makeCopy(plan: CopyPlan): Copy {
  const random = seeded(plan.seed)
  const { dispatch, outlet } = plan
  const { prose } = dispatch
  const title = drawTitle(plan, random)
  const { head, foot, byline } = drawPage(plan, title, random)
  const edits: Edit[] = houseEdits(prose, random)
  // No edit within three words of the head; the foot may follow any.
  const first = head[0] ?? pageEdit('dateline', 0, '')
  const middle: Edit[] = [...edits.filter((edit) => addEdit(prose, [first], edit))]
  const end = endCut(prose, random)
  if (end) addEdit(prose, middle, end)
  addFurniture(prose, outlet, random, middle)
  middle.push(first)
  deskEdits(prose, outlet, random, middle)
  const all = [...head, ...middle.filter((edit) => edit !== first), ...foot]
  const draw = random()
  const paragraphMark = draw < 0.62 ? '\n' : draw < 0.72 ? '\n\n' : ' '
  const { text, segments } = assemble(prose, all, paragraphMark)
  const article: Article = {
    id: plan.id,
    outlet,
    text: setMarks(text, drawMarks(random)),
    ...(random() < 0.92 ? { title } : {}),
    ...(byline === null ? {} : { byline }),
    ...(random() < 0.5
      ? { url: `https://${outlet.toLowerCase().replace(/[^a-z]/g, '')}.example/news/${plan.id}` }
      : {}),
    language: 'en',
    ...(random() < 0.9 ? { publishedAt: plan.publishedAt } : {}),
  }
  return { article, dispatch, seed: plan.seed, edits: all, segments, signs: plan.signs }
}
