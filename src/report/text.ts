// Tells a ClusterResult to a person in a terminal: who wrote each story, who ran it, and what each outlet did, in its words.
// Pure: text in, text out; colours are functions that the caller gives.
import type { ClusterResult } from '../cluster.js'
import type { Span } from '../edit/changes.js'
import type { MaterialFact } from '../edit/material.js'
import type { Cluster, Copy } from '../edit/story.js'
import type { EditSummary } from '../edit/summary.js'

/** How parts of the report are styled; each may return its text as it is. */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly warn: (text: string) => string
}

export interface ReportOptions {
  /**
   * Columns to fill.
   * @default 100
   */
  readonly width?: number
  /**
   * Changes shown for each copy; material ones always are.
   * @default 12
   */
  readonly mostChanges?: number
  readonly style?: Style
}

export const plain: Style = { bold: (text) => text, dim: (text) => text, warn: (text) => text }
const words = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0
export const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
const percent = (share: number) => `${Math.round(share * 100)} %`
/** On one line, without what could steer a terminal: control characters and marks of writing direction. */
export const oneLine = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

/** Text in at most `most` columns: its head and its tail, where it is longer. */
export function shorten(text: string, most: number): string {
  const line = oneLine(text)
  if (line.length <= most) return line
  const tail = Math.floor(most / 4)
  return `${line.slice(0, most - tail - 3).trimEnd()} … ${line.slice(-tail).trimStart()}`
}

export function when(publishedAt: string | null): string {
  return publishedAt === null ? 'date unknown' : `${publishedAt.slice(0, 10)} ${publishedAt.slice(11, 16)}`
}

/** The report on a whole result. */
export function reportText(result: ClusterResult, options: ReportOptions = {}): string {
  const style = options.style ?? plain
  const width = Math.max(60, options.width ?? 100)
  const out: string[] = []
  result.clusters.forEach((cluster, k) => {
    for (const line of clusterLines(cluster, k + 1, width, options.mostChanges ?? 12, style)) out.push(line)
    out.push('')
  })
  if (result.unclustered.length > 0) {
    out.push(style.bold(`Nobody else runs these: ${count(result.unclustered.length, 'article')}`))
    const shown = result.unclustered.slice(0, 20)
    for (const { articleId, outlet, agency } of shown)
      out.push(`   ${shorten(outlet, 30)}  ${style.dim(shorten(articleId, 40))}${agency ? `  by ${agency.name}` : ''}`)
    if (result.unclustered.length > shown.length)
      out.push(style.dim(`   … and ${result.unclustered.length - shown.length} more`))
    out.push('')
  }
  for (const { article, message } of result.rejected) out.push(style.warn(oneLine(`Left out ${article}: ${message}`)))
  for (const { articleId, message } of result.warnings)
    out.push(style.warn(oneLine(`Note on ${articleId}: ${message}`)))
  if (result.rejected.length + result.warnings.length > 0) out.push('')
  const { stats } = result
  out.push(
    `${count(stats.articles, 'article')}: ${stats.clustered.toLocaleString('en-GB')} in ${count(stats.clusters, 'story', 'stories')} ` +
      `(${count(stats.dispatches, 'dispatch', 'dispatches')}), ${stats.unclustered.toLocaleString('en-GB')} on their own. ${count(stats.comparedPairs, 'pair')} compared.`,
  )
  return `${out.join('\n')}\n`
}

function clusterLines(cluster: Cluster, number: number, width: number, mostChanges: number, style: Style): string[] {
  const { agency, canonical, dispatches, copies, outlets } = cluster
  const who = agency ? [agency.name, ...agency.joint].join(' and ') : 'Agency unknown'
  const headline = canonical.headline ?? canonical.text
  const facts = [
    canonical.dateline,
    count(outlets.length, 'outlet'),
    dispatches.length > 1 ? `${dispatches.length} dispatches` : null,
    count(words(canonical.text), 'word'),
  ]
  const out = [style.bold(`${number}. ${who}: ${shorten(headline, width - who.length - 6)}`)]
  out.push(`   ${facts.filter((fact) => fact !== null).join(' · ')}`)
  const [evidence] = agency?.evidence ?? []
  if (evidence) {
    const signer = copies.find((copy) => copy.articleId === evidence.articleId)?.outlet ?? evidence.articleId
    const times = (agency?.evidence.length ?? 1) - 1
    out.push(
      style.dim(
        `   signed: ${evidence.kind} "${shorten(evidence.text, 40)}" in ${shorten(signer, 60)}${times > 0 ? `, and ${times} more` : ''}`,
      ),
    )
  }
  if (dispatches.length > 1) for (const line of dispatchLines(cluster, width, style)) out.push(line)
  const times = new Map<string, number>()
  for (const { outlet } of copies) times.set(outlet, (times.get(outlet) ?? 0) + 1)
  for (const copy of copies)
    if (copy.relation !== 'embedded') {
      // Two copies of one outlet are told apart by their ids.
      const id = (times.get(copy.outlet) ?? 0) > 1 ? `  ${style.dim(shorten(copy.articleId, 40))}` : ''
      for (const line of copyLines(copy, id, cluster, width, mostChanges, style)) out.push(line)
    }
  const hubs = copies.filter((copy) => copy.relation === 'embedded').map((copy) => shorten(copy.outlet, 40))
  if (hubs.length > 0) out.push(style.dim(`   a piece of it stands in ${[...new Set(hubs)].join(', ')}`))
  return out
}

/** One line a dispatch, and what the agency changed in it since the one before. */
function dispatchLines({ dispatches }: Cluster, width: number, style: Style): string[] {
  return dispatches.flatMap(({ firstPublishedAt, articleIds, canonical, revises }, k) => {
    const first = `   dispatch ${k + 1}  ${style.dim(when(firstPublishedAt))}  ${count(articleIds.length, 'copy', 'copies')}`
    if (revises === null) return [`${first}, ${count(words(canonical.text), 'word')}`]
    return [
      `${first}, ${revisionSums(revises.summary, k)}`,
      ...tellingFacts(revises.summary).map((fact) => `      ${style.warn('!')} ${factLine(fact, width - 12)}`),
    ]
  })
}

/** What an agency's edits to its dispatch `number` come to, in a few words. */
export function revisionSums({ kept, cut, reworded, added }: EditSummary, number: number): string {
  const edits = [
    `keeps ${percent(kept)} of dispatch ${number}`,
    added > 0 ? `${count(added, 'word')} new` : null,
    cut > 0 ? `${cut} cut` : null,
    reworded > 0 ? `${reworded} rewritten` : null,
  ]
  return edits.filter((edit) => edit !== null).join(', ')
}

/** The facts that an agency changed from one dispatch to the next, as far as they are news. */
export const tellingFacts = ({ material }: EditSummary): MaterialFact[] =>
  material.filter((fact) => telling.has(fact.kind) && fact.before !== '' && fact.after !== '').slice(0, mostFacts)

// Between dispatches names and dates change with what is told of them.
const telling = new Set<MaterialFact['kind']>(['number', 'direction', 'negation'])
// Of a dispatch rewritten throughout, more facts than these are no news any more.
const mostFacts = 6

export const factLine = ({ kind, before, after }: MaterialFact, width: number) =>
  `${shorten(before, width / 2 - 8) || '(nothing)'} → ${shorten(after, width / 2 - 8) || '(nothing)'} [${kind}]`

/** What a copy's edits come to, in a few words. */
export function sums(summary: EditSummary): string {
  const { kept, firstCut, endsAfter, material } = summary
  const parts = [`has ${percent(kept)} of the text`]
  if (endsAfter !== null && endsAfter < 1) parts.push(`cut from the end after ${percent(endsAfter)}`)
  else if (firstCut !== null && summary.cut > 0) parts.push(`first cut after ${percent(firstCut)}`)
  if (material.length > 0) parts.push(count(material.length, 'fact changed', 'facts changed'))
  return parts.join(', ')
}

function copyLines(
  copy: Copy,
  id: string,
  cluster: Cluster,
  width: number,
  mostChanges: number,
  style: Style,
): string[] {
  const { dispatches, canonical } = cluster
  const number = dispatches.findIndex(({ id }) => id === copy.dispatchId)
  const text = dispatches[number]?.canonical ?? canonical
  const what = copy.relation === 'revision' ? `dispatch ${number + 1} of ${dispatches.length}` : copy.relation
  const out = [
    `   ${style.bold(shorten(copy.outlet, 60))}${id}  ${what}, ${sums(copy.summary)}  ${style.dim(when(copy.publishedAt))}`,
  ]
  const lines = grouped(copy.dispatchChanges.filter(isEdit), text.text, width - 18, style)
  const shown = lines.filter((line, k) => k < mostChanges || line.material)
  for (const line of shown)
    out.push(`      ${line.material ? style.warn('!') : ' '} ${line.label.padEnd(9)} ${line.text}`)
  const hidden = lines.length - shown.length
  if (hidden > 0) out.push(style.dim(`        and ${count(hidden, 'more difference')} (--all-changes shows them)`))
  if (lines.length === 0)
    out.push(
      style.dim(text.basedOn === copy.articleId ? '        the wire’s text is based on this copy' : '        no edits'),
    )
  const page = pageLine(copy.changes, width - 18)
  if (page) out.push(style.dim(`        on page   ${page}`))
  return out
}

const pageKinds = new Set(['furniture', 'caption', 'headline', 'byline', 'dateline', 'credit'])
const isEdit = (span: Span) => !pageKinds.has(span.kind) && span.kind !== 'layout'

interface Line {
  readonly label: string
  readonly text: string
  readonly material: boolean
}

const quotationMarks: Line = { label: 'style', text: 'quotation marks and apostrophes', material: false }

/** Whether a change of house style exchanges marks for others; marks put round words say more than that. */
function isQuotationMarks({ kind, before, after }: Span): boolean {
  const marks = /["'“”‘’«»„‚`]/g
  const words = (text: string) => text.replace(marks, '').replace(/\s+/g, ' ')
  const isExchange = before.match(marks)?.length === after.match(marks)?.length
  return kind === 'house-style' && words(before) === words(after) && (isExchange || !/\p{L}/u.test(before + after))
}

/** One line an edit; the same edit made many times is told once. */
function grouped(edits: readonly Span[], canonical: string, width: number, style: Style): Line[] {
  const lines = new Map<string, { line: Line; times: number }>()
  for (const span of edits) {
    const line = isQuotationMarks(span) ? quotationMarks : editLine(span, canonical, width, style)
    const key = `${line.label} ${line.text}`
    const known = lines.get(key)
    if (known) known.times++
    else lines.set(key, { line, times: 1 })
  }
  return [...lines.values()].map(({ line, times }) =>
    times > 1 ? { ...line, text: `${line.text} ${style.dim(`(${times} times)`)}` } : line,
  )
}

function editLine(span: Span, canonical: string, width: number, style: Style): Line {
  const { kind, material, facts } = span
  const note = facts.length > 0 ? `  ${style.warn(`[${[...new Set(facts.map((fact) => fact.kind))].join(', ')}]`)}` : ''
  const [before, after] = [oneLine(span.before), oneLine(span.after)]
  const half = Math.floor((width - 20) / 2)
  if (kind === 'cut' || kind === 'added') {
    const text = kind === 'cut' ? before : after
    const long = words(text) > 12
    const place = long ? `(${words(text)} words)` : `(after “${lead(canonical, span.canonical[0])}”)`
    return { label: kind, material, text: `${shorten(text, width - 24)} ${style.dim(place)}${note}` }
  }
  if (kind === 'moved') return { label: kind, material, text: shorten(after, width - 10) + note }
  const label = kind === 'house-style' ? 'style' : kind
  const arrow = (from: string, to: string) =>
    `${shorten(from, half) || '(nothing)'} → ${shorten(to, half) || '(nothing)'}`
  // What a long rewording says is in its facts.
  const isLong = material && Math.max(before.length, after.length) > half
  const told = isLong ? facts.map((fact) => arrow(fact.before, fact.after)).join('; ') : arrow(before, after)
  return { label, material, text: shorten(told, width) + note }
}

/** The few words before a place. */
function lead(text: string, at: number): string {
  return oneLine(text.slice(Math.max(0, at - 40), at))
    .split(' ')
    .slice(-3)
    .join(' ')
}

/** What the page has besides the story, by kind: as many items as there is room for. */
function pageLine(changes: readonly Span[], width: number): string {
  const of = (kind: string) => changes.filter((span) => span.kind === kind).map((span) => oneLine(span.after))
  const furniture = ['furniture', 'caption', 'headline'].flatMap(of).reduce((sum, text) => sum + words(text), 0)
  const parts = furniture > 0 ? [`${count(furniture, 'word')} of furniture`] : []
  for (const kind of ['dateline', 'byline', 'credit'] as const)
    for (const text of new Set(of(kind))) parts.push(`${kind} ${shorten(text, 40)}`)
  let line = ''
  for (const part of parts)
    if (line === '' || line.length + part.length + 3 <= width) line += `${line === '' ? '' : ' · '}${part}`
  return line
}
