// Small invented wire stories for histories of an index: dispatches of a few paragraphs, and what outlets make of them. Short, so
// that thousands of histories run in seconds; varied, so that copies, excerpts, revisions, round-ups, columns and an outlet's own lines all occur.
import type { Article } from '../../src/article/article.js'

const places = ['Nordvik', 'Port Amsel', 'Lowen', 'Tarrow', 'Eastmere', 'Halden Bay', 'Quillon', 'Brask']
const people = [
  'Mara Venn',
  'Oskar Lind',
  'Ines Tolo',
  'Piet Harrow',
  'Lena Abt',
  'Tomas Reyl',
  'Ada Korr',
  'Nils Brandt',
]
const things = ['ferry', 'harbour', 'bridge', 'school', 'market', 'railway', 'museum', 'dam']
const deeds = ['closed', 'reopened', 'rebuilt', 'inspected', 'flooded', 'enlarged', 'sold', 'renamed']

/** The paragraphs of a dispatch, by its number. */
export function dispatch(n: number): string[] {
  const [place, person] = [places[n % 8], people[(n * 3 + 1) % 8]]
  const [thing, deed] = [things[(n * 5 + 2) % 8], deeds[(n * 7 + 3) % 8]]
  const [sum, year] = [1200 + n * 317, 1950 + ((n * 13) % 60)]
  return [
    `The ${thing} of ${place} was ${deed} on Tuesday after ${sum} people signed a letter to the council, ${person} told reporters.`,
    `${person}, who has led the ${thing} office since ${year}, said that nobody had expected so many to care for an old ${thing}.`,
    `Work on the ${thing} in ${place} is to cost ${sum * 3} crowns, a third of it paid by the province and the rest by gifts from readers.`,
    `Boats, carts and a brass band came to ${place} in the evening, and the ${thing} stayed ${deed} until the last lamp was put out.`,
    `It was the first time in ${(n % 9) + 11} years that a ${thing} had been ${deed} in that part of the coast, the province's archive shows.`,
  ]
}

/** A new lead, as the agency puts it out when it knows more. */
const newLead = (n: number) =>
  `The council of ${places[n % 8]} met until midnight and voted by ${(n % 5) + 9} to ${(n % 3) + 2} to keep what had been done, whatever it may cost the town in years to come.`

const outlets = ['Strait Courier', 'Channel Harbour', 'Fjord Post', 'Hill News', 'Delta Ledger']
const lines = ['Read our morning letter every day', 'More from our desk below', 'Support the paper in your town']

/** What an outlet made of a dispatch. */
export interface Version {
  readonly dispatch: number
  readonly form: 'whole' | 'same' | 'excerpt' | 'revision' | 'round-up' | 'digest' | 'column' | 'own' | 'slip'
  readonly outlet: number
  /** How many of its own lines the outlet adds. */
  readonly lines: number
  /** In hours, or null where it is not known. */
  readonly hour: number | null
}

/** What a columnist has to say, in more words than what is quoted of a dispatch. */
const notes = (n: number): string[] =>
  [1, 4, 6].map(
    (k) =>
      `My neighbour on ${places[(n * 3 + k) % 8]} road, a retired clerk of ${40 + n} winters, keeps ${(n % 4) + k} hens, ${n + 2 * k} books on the ${things[(n + k) % 8]} and a lasting grudge against whoever ${deeds[(n * 5 + k) % 8]} the path behind his shed in spring.`,
  )

/** The article of an id in a version. */
export function articleOf(id: string, { dispatch: n, form, outlet, lines: own, hour }: Version): Article {
  const paragraphs = dispatch(n)
  const text = {
    whole: [...paragraphs, `Reporting for the ${outlets[outlet % 5]} by its desk in ${places[(n + outlet) % 8]}.`],
    same: paragraphs,
    excerpt: paragraphs.slice(0, 2 + (outlet % 2)),
    revision: [
      newLead(n),
      ...paragraphs.slice(0, 4),
      `A second vote is to be held in week ${(n % 7) + 2} of the new year.`,
    ],
    'round-up': [paragraphs[0], paragraphs[2], ...dispatch(n + 1).slice(0, 3), ...dispatch(n + 3).slice(1, 4)],
    digest: [...notes(n), ...notes(n + 1), ...paragraphs, ...notes(outlet), ...dispatch(n + 1)],
    column: [...notes(n + outlet), ...paragraphs.slice(3), ...notes(n + outlet + 1), ...dispatch(n + 1).slice(3)],
    own: [`A column of ${outlets[outlet % 5]} on things other than the news, number ${n * 5 + outlet}, as every week.`],
    slip: paragraphs.map((paragraph) => paragraph.replace('people', 'poeple').replace('evening', 'evenning')),
  }[form]
  const article = {
    id,
    outlet: outlets[outlet % 5] as string,
    text: [...lines.slice(0, own), ...text].join('\n'),
  }
  return hour === null ? article : { ...article, publishedAt: new Date(Date.UTC(2031, 2, 1) + hour * 36e5) }
}
