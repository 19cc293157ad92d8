// What an outlet's desk does to a dispatch: makers that find every place for one manner of edit, and the draw of a copy's edits. Most
// copies are lightly edited, a few heavily. Edits never overlap and keep three words between them; house style runs through moved
// passages, and what is cut takes its house style along.
import { pick, type Random } from '../random.js'
import { type Edit, matchesIn, type Part, replacing, smallLetter, withCapital, wordsBetween } from './edit.js'
import { factEdits, factKinds } from './facts.js'
import { appositions, fillSentence, openers, ownSentences, phrasesAtEnd, phrasesOfSpeech } from './own-words.js'
import { countWords, type Prose, type Sentence } from './prose.js'
import { clauses, synonyms } from './wordings.js'

interface Desk {
  readonly prose: Prose
  readonly outlet: string
  readonly random: Random
}
type Maker = (desk: Desk) => Edit[]

const weekdays = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const timePhrase =
  `(?:(?:early |late )?(?:on |since )(?:${weekdays})(?: (?:morning|afternoon|evening|night))?|in (?:early |late |mid-)?(?:${months})(?: \\d{4})?|` +
  `last (?:week|month|year|spring|summer|autumn|winter)|this (?:week|month|year|spring|summer|autumn|winter)|earlier this (?:week|month|year)|` +
  `next (?:week|month|year|spring|summer|autumn|winter)|in (?:19|20)\\d\\d|on (?:${months}) \\d{1,2})`

/** A sentence that opens no quotation that another closes, and the other way round. */
const isWhole = (prose: Prose, { start, end }: Sentence) =>
  (prose.text.slice(start, end).match(/"/g)?.length ?? 0) % 2 === 0 &&
  !(prose.quoted(start) && prose.text[start] !== '"')

/** A sentence with the white space that goes with it when others stay in its paragraph. */
const sentenceRange = (prose: Prose, { start, end, isLast }: Sentence): readonly [number, number] =>
  isLast ? [start - (prose.text[start - 1] === ' ' ? 1 : 0), end] : [start, end + (prose.text[end] === ' ' ? 1 : 0)]

const isAlone = ({ isFirst, isLast }: Sentence) => isFirst && isLast

const cutEnd: Maker = ({ prose }) => {
  const all = prose.words.length
  return prose.paragraphs.slice(0, -1).flatMap(([, end]) => {
    const kept = countWords(prose.text.slice(0, end))
    return kept >= 0.4 * all && kept <= 0.95 * all
      ? [replacing('cut: from the end', 'cut', end, prose.text.length, '')]
      : []
  })
}

const cutParagraph: Maker = ({ prose }) =>
  prose.paragraphs.slice(1).map(([start, end]) => replacing('cut: paragraph', 'cut', start - 1, end, ''))

const cutSentence: Maker = ({ prose }) =>
  prose.sentences
    .slice(1)
    .filter((sentence) => !isAlone(sentence) && isWhole(prose, sentence))
    .map((sentence) => replacing('cut: sentence', 'cut', ...sentenceRange(prose, sentence), ''))

// What would change a fact when it goes is no plain cut.
const telling =
  /\b(?:not|no|never|without|nobody|nothing|none|may|might|could|alleged|suspected|likely|would|will|said|says|told|according|claimed|reportedly|accused|apparently|possibly|probably|argued|warned)\b|n't/i

const phrasePatterns: readonly RegExp[] = [
  // Its director, who took over in May,
  /(?<=\p{L}), (?:a|an|the|its|his|her|their|one|who|which|whose|where|when|including) [^,."“”()\n;—–]{6,90},(?= (?!and |or )\p{Ll})/gu,
  // ..., which was built in 1911.
  /(?<=\p{L}), (?:which|who|where|including|while|although|though|after|with|but) [^,."“”()\n;—–]{12,110}(?=\.(?:\s|$))/gu,
  / \([^()\n]{3,60}\)/g,
  new RegExp(`(?<=\\p{Ll}) ${timePhrase}(?=[ ,.](?!\\d))`, 'gu'),
  new RegExp(`(?<=\\bsaid) (?:${weekdays})(?=[ ,.])`, 'gu'),
  / (?:in the capital|in the region|in the country|in the area|at the time|so far|in the city|in the town|for the first time|in total|each year|every year|as well|at the same time|in advance|on average|in all|of course)(?=[ ,.])/g,
]

const cutPhrase: Maker = ({ prose, random }) =>
  matchesIn(prose, pick(random, phrasePatterns))
    .filter(({ 0: words }) => !telling.test(words))
    .map(({ index, 0: words }) => replacing('cut: phrase', 'cut', index, index + words.length, ''))

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const synonym: Maker = ({ prose, random }) =>
  synonyms.flatMap(({ from, to }) =>
    matchesIn(
      prose,
      new RegExp(`(?<!\\bnot? )(?<![\\p{L}\\p{N}'’-])${literally(from)}(?![\\p{L}\\p{N}'’-])`, 'gu'),
    ).map(({ index, 0: words }) =>
      replacing('reworded: word', 'reworded', index, index + words.length, pick(random, to)),
    ),
  )

const clause: Maker = ({ prose }) =>
  clauses.flatMap(({ find, put }) =>
    matchesIn(prose, find).map((match) =>
      replacing('reworded: clause', 'reworded', match.index, match.index + match[0].length, put(match)),
    ),
  )

const ownSentence = ({ outlet, random }: Desk) =>
  fillSentence(pick(random, ownSentences), outlet, Math.floor(random() * 10))

const addSentence: Maker = (desk) =>
  desk.prose.sentences.map(({ end }) => replacing('added: sentence', 'added', end, end, ` ${ownSentence(desk)}`))

const addParagraph: Maker = (desk) => {
  const { prose, random } = desk
  const more = random() < 0.4 ? ` ${ownSentence(desk)}` : ''
  const atEnd = random() < 0.4
  return (atEnd ? prose.paragraphs.slice(-1) : prose.paragraphs).map(([, end]) =>
    replacing('added: paragraph', 'added', end, end, `\n${ownSentence(desk)}${more}`),
  )
}

const addPhrase: Maker = ({ prose, outlet, random }) => {
  const draw = random()
  if (draw < 0.4) {
    const phrase = pick(random, phrasesAtEnd).replace('OUTLET', outlet)
    return matchesIn(prose, /(?<=\p{Ll}{3})(?<!\b(?:said|added|says))(?=\.(?:\s|$))/gu).map(({ index }) =>
      replacing('added: phrase', 'added', index, index, ` ${phrase}`),
    )
  }
  if (draw < 0.65)
    return matchesIn(prose, /(?<=(?:[\p{Ll}], |" )(?:\p{L}+ ){1,4}(?:said|added))(?=[.,])/gu).map(({ index }) =>
      replacing('added: phrase', 'added', index, index, ` ${pick(random, phrasesOfSpeech)}`),
    )
  if (draw < 0.85)
    return prose.sentences.slice(1).flatMap((sentence) => {
      const small = prose.quoted(sentence.start) ? null : smallLetter(prose, sentence.start)
      if (!small) return []
      const opener: Part = {
        from: sentence.start,
        to: sentence.start,
        text: `${pick(random, openers)}, `,
        role: 'main',
      }
      return [{ manner: 'added: phrase', kind: 'added', page: null, fact: null, parts: [opener, small] } as const]
    })
  return matchesIn(prose, /(?<=\bthe \p{Ll}{4,})(?= (?:is|was|has|had|were|are|will) )/gu).map(({ index }) =>
    replacing('added: phrase', 'added', index, index, `, ${pick(random, appositions)},`),
  )
}

const moved = (manner: string, parts: readonly Part[]): Edit => ({
  manner,
  kind: 'moved',
  page: null,
  fact: null,
  parts,
})

const moveSentence: Maker = ({ prose, random }) =>
  prose.sentences
    .slice(1)
    .filter(
      (sentence) =>
        !isAlone(sentence) &&
        isWhole(prose, sentence) &&
        countWords(prose.text.slice(sentence.start, sentence.end)) >= 5,
    )
    .flatMap((sentence) => {
      const near = random() < 0.5
      // Behind another sentence, not the one before it, nor in the midst of a quotation.
      const targets = prose.sentences.filter(
        (other) =>
          other.end !== sentence.end &&
          (other.end > sentence.end || other.end + 1 < sentence.start) &&
          isWhole(prose, other) &&
          Math.abs(other.paragraph - sentence.paragraph) <= (near ? 0 : 4),
      )
      if (targets.length === 0) return []
      const at = pick(random, targets).end
      const [from, to] = sentenceRange(prose, sentence)
      return [
        moved('moved: sentence', [
          { from, to, text: '', role: 'source' },
          { from: at, to: at, text: ` ${prose.text.slice(sentence.start, sentence.end)}`, role: 'target' },
        ]),
      ]
    })

const moveTime: Maker = ({ prose, random }) =>
  matchesIn(
    prose,
    new RegExp(
      `(?<=[\\p{Ll}\\p{N}])(?<!\\b(?:period|time|month|day|recorded|same|until|than|before|after|since)) ${timePhrase}(?=[ ,.](?!\\d))`,
      'gu',
    ),
  ).flatMap((match) => {
    const phrase = match[0].trim()
    const to = match.index + match[0].length
    const sentence = prose.sentences.find(({ start, end }) => start <= match.index && end >= to)
    if (!sentence || /^ (?:to|and|or|of) /.test(prose.text.slice(to))) return []
    const source: Part = { from: match.index, to, text: '', role: 'source' }
    const stop = sentence.end - 1
    if (random() < 0.5) {
      const small = prose.quoted(sentence.start) ? null : smallLetter(prose, sentence.start)
      if (!small || match.index - sentence.start < 12) return []
      const comma = random() < 0.7 ? ', ' : ' '
      return [
        moved('moved: time phrase', [
          { from: sentence.start, to: sentence.start, text: withCapital(phrase) + comma, role: 'target' },
          small,
          source,
        ]),
      ]
    }
    if (prose.text[stop] !== '.' || prose.quoted(stop) || stop - to < 12 || /["\d]$/.test(prose.text.slice(0, stop)))
      return []
    return [moved('moved: time phrase', [source, { from: stop, to: stop, text: ` ${phrase}`, role: 'target' }])]
  })

const manners: readonly { readonly weight: number; readonly make: Maker }[] = [
  { weight: 10, make: cutParagraph },
  { weight: 12, make: cutSentence },
  { weight: 10, make: cutPhrase },
  { weight: 20, make: synonym },
  { weight: 7, make: clause },
  { weight: 6, make: addSentence },
  { weight: 3, make: addParagraph },
  { weight: 6, make: addPhrase },
  { weight: 4, make: moveSentence },
  { weight: 4, make: moveTime },
  { weight: 20, make: ({ prose, random }) => factEdits(pick(random, factKinds), prose, random) },
]
const totalWeight = manners.reduce((sum, { weight }) => sum + weight, 0)

function drawMaker(random: Random): Maker {
  let left = random() * totalWeight
  for (const { weight, make } of manners) {
    left -= weight
    if (left < 0) return make
  }
  return synonym
}

const spacing = 3

/** Whether an edit keeps its distance from one that is there already. */
function keepsApart(prose: Prose, edit: Edit, other: Edit): boolean {
  return edit.parts.every((part) =>
    other.parts.every((one) => {
      const swallows = (outer: Part, inner: Part, kind: Edit['kind']) =>
        kind === 'house-style' &&
        (outer.text === '' || outer.role === 'source') &&
        outer.from <= inner.from &&
        inner.to <= outer.to &&
        outer.to - outer.from > 15
      if (swallows(part, one, other.kind) || swallows(one, part, edit.kind)) return true
      if (part.from <= one.to && one.from <= part.to) return false
      return wordsBetween(prose, [part.from, part.to], [one.from, one.to]) >= spacing
    }),
  )
}

/** Adds an edit where it has room; says whether it had. */
export function addEdit(prose: Prose, edits: Edit[], edit: Edit): boolean {
  if (!edits.every((other) => keepsApart(prose, edit, other))) return false
  edits.push(edit)
  return true
}

/** How many edits a desk makes: none in some copies, up to six in most, more in one of eight. */
function drawCount(random: Random): number {
  const draw = random()
  if (draw < 0.1) return 0
  if (draw < 0.88) return 1 + Math.floor(random() * random() * 6)
  return 7 + Math.floor(random() * 10)
}

const tries = 6

/** The end of the dispatch cut off, in a third of all copies. */
export function endCut(prose: Prose, random: Random): Edit | null {
  const places = random() < 0.35 ? cutEnd({ prose, outlet: '', random }) : []
  return places.length > 0 ? pick(random, places) : null
}

/** The desk's other edits, beside those that are there. */
export function deskEdits(prose: Prose, outlet: string, random: Random, edits: Edit[]): void {
  const desk: Desk = { prose, outlet, random }
  // A short text bears fewer.
  const count = Math.min(drawCount(random), Math.ceil(prose.words.length / 25))
  for (let k = 0; k < count; k++)
    for (let attempt = 0; attempt < tries; attempt++) {
      const places = drawMaker(random)(desk)
      if (places.length > 0 && addEdit(prose, edits, pick(random, places))) break
    }
}
