// Who wrote it: right where a copy of the group is signed, nobody where none is, and nobody for articles that no agency wrote.
import { type Cluster, clusterArticles } from '../../src/index.js'
import { figure, table } from '../table.js'
import { around, type Examples } from './examples.js'
import type { Group } from './groups.js'
import type { StaffArticle } from './staff.js'

interface Counted {
  all: number
  right: number
}

export class AgencyTally {
  readonly #groups = new Map<string, Counted>()
  #staff = 0
  #falseStaff = 0

  addGroup(group: Group, cluster: Cluster | null, examples: Examples): void {
    const given = cluster?.agency?.name ?? null
    const signed = group.copies.filter(({ signs }) => signs).length
    const name = signed === 0 ? 'no copy signed' : signed === 1 ? 'one copy signed' : 'several signed'
    const counted = this.#groups.get(name) ?? { all: 0, right: 0 }
    counted.all++
    if (given === group.agency) counted.right++
    this.#groups.set(name, counted)
    if (given !== group.agency)
      examples.add('agency', () => {
        const signers = group.copies.filter(({ signs }) => signs)
        const ways = signers.map(
          ({ article, edits, seed }) =>
            `${article.id} seed ${seed}, byline ${JSON.stringify(article.byline ?? null)}, ` +
            edits
              .filter(({ page }) => page === 'credit' || page === 'dateline' || page === 'byline')
              .map(({ page, parts }) => `${page} ${JSON.stringify(parts[0]?.text ?? '')}`)
              .join(', '),
        )
        const evidence =
          cluster?.agency?.evidence.map(
            ({ articleId, kind, text }) => `${articleId} ${kind} ${JSON.stringify(text)}`,
          ) ?? []
        return `${group.name}: gold ${group.agency}, given ${given}\n  signed: ${ways.join('\n          ')}\n  evidence: ${evidence.join(', ')}`
      })
  }

  /** Each article alone, so that no other copy speaks for it. */
  addStaff({ article, seed }: StaffArticle, examples: Examples): void {
    const { unclustered } = clusterArticles([article])
    const agency = unclustered[0]?.agency ?? null
    this.#staff++
    if (agency === null) return
    this.#falseStaff++
    examples.add('agency', () => {
      const told = agency.evidence.map(({ kind, field, text, start, end }) =>
        field === 'text' ? `${kind} ${around(article.text, start, end)}` : `${kind} ${field} ${text}`,
      )
      return `staff seed ${seed}: given ${agency.name}\n  ${told.join('\n  ')}`
    })
  }

  get share(): number {
    const signed = [...this.#groups].filter(([name]) => name !== 'no copy signed').map(([, counted]) => counted)
    return signed.reduce((sum, { right }) => sum + right, 0) / signed.reduce((sum, { all }) => sum + all, 0)
  }

  /** Agencies named where nobody signed. */
  get falseOnes(): number {
    const unsigned = this.#groups.get('no copy signed')
    return this.#falseStaff + (unsigned ? unsigned.all - unsigned.right : 0)
  }

  print(): void {
    const rows = [...this.#groups]
      .sort()
      .map(([name, { all, right }]) => [name, String(all), String(right), figure(right / all)])
    const staff = [
      'articles of no agency',
      String(this.#staff),
      String(this.#staff - this.#falseStaff),
      figure(1 - this.#falseStaff / this.#staff),
    ]
    table('Who wrote it', [['', 'groups or articles', 'right', 'share'], ...rows, staff])
  }
}
