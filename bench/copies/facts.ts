// Changes of fact: what a slip of the pen, or worse, makes of a figure, date, name, negation, source, doubt or direction. Each is one
// gold material change. What would be no change of fact to a reader (about 40 → 40) is not made.
import { pick, type Random } from '../random.js'
import { capital, type Edit, type Fact, matchesIn, replacing } from './edit.js'
import type { Prose } from './prose.js'

type Maker = (prose: Prose, random: Random) => Edit[]

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const weekdays = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const numberWords =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty'.split(
    ' ',
  )

const change = (fact: Fact, manner: string, match: RegExpExecArray, text: string): Edit => {
  const kind = text === '' ? 'cut' : match[0] === '' ? 'added' : 'reworded'
  return replacing(`material: ${fact} ${manner}`, kind, match.index, match.index + match[0].length, text, fact)
}

const other = <T>(list: readonly T[], one: T, random: Random): T =>
  pick(
    random,
    list.filter((item) => item !== one),
  )

/** Two figures change places, one is another, or a nought is lost or put on. */
function wrongFigure(figure: string, random: Random): string {
  const digits = [...figure.matchAll(/\d/g)].map(({ index }) => index)
  const put = (at: number, digit: string) => figure.slice(0, at) + digit + figure.slice(at + 1)
  const draw = random()
  if (draw < 0.4 && digits.length > 1) {
    const swaps = digits.slice(0, -1).filter((at, k) => {
      const next = digits[k + 1] ?? at
      return figure[at] !== figure[next] && !(k === 0 && figure[next] === '0')
    })
    const at = swaps.length > 0 ? pick(random, swaps) : -1
    const next = digits[digits.indexOf(at) + 1]
    if (at >= 0 && next !== undefined) {
      const swapped = [...figure]
      swapped[at] = figure[next] ?? ''
      swapped[next] = figure[at] ?? ''
      return swapped.join('')
    }
  }
  const k = Math.floor(random() * digits.length)
  const at = digits[k] ?? 0
  const wrong = other([...(k === 0 ? '123456789' : '0123456789')], figure[at] ?? '', random)
  return put(at, wrong)
}

const notADate = String.raw`(?<!(?:${months}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) |[\p{L}\d/-])`
const isYear = /^(?:1[5-9]|20)\d\d$/

const numbers: Maker = (prose, random) => [
  ...matchesIn(prose, new RegExp(`${notADate}\\d+(?:[.,]\\d+)*(?!\\p{L}|[:\\d/]| (?:${months})|[.,]\\d)`, 'gu'), true)
    .filter(
      (match) => !isYear.test(match[0]) && !/^ (?:GMT|a\.m|p\.m)/.test(prose.text.slice(match.index + match[0].length)),
    )
    .map((match) => change('number', 'figure', match, wrongFigure(match[0], random))),
  ...matchesIn(prose, new RegExp(`(?<![\\w-])(?:${numberWords.join('|')})(?![\\w-])(?= \\p{Ll}{3})`, 'gu'), true).map(
    (match) => change('number', 'word', match, other(numberWords, match[0], random)),
  ),
  ...matchesIn(prose, /(?<=\d )(?:million|billion|thousand)(?!\w)/g, true).map((match) =>
    change('number', 'scale', match, match[0] === 'million' ? 'billion' : 'million'),
  ),
]

const dates: Maker = (prose, random) => [
  ...matchesIn(prose, new RegExp(`\\b(?:${weekdays})(?=[ ,.])`, 'g'), true).map((match) =>
    change('date', 'weekday', match, other(weekdays.split('|'), match[0], random)),
  ),
  ...matchesIn(prose, new RegExp(`(?<=\\b(?:${months}) )\\d{1,2}(?![\\d])`, 'g'), true).map((match) =>
    change(
      'date',
      'day',
      match,
      other(
        Array.from({ length: 28 }, (_, k) => String(k + 1)),
        match[0],
        random,
      ),
    ),
  ),
  ...matchesIn(
    prose,
    new RegExp(`(?<=\\b(?:in|until|since|by|of|last|this) )(?:${months.replace('|May|', '|')})(?![\\w])`, 'g'),
    true,
  ).map((match) => change('date', 'month', match, other(months.split('|'), match[0], random))),
  ...matchesIn(prose, /(?<=\b(?:in|since|until|by|from|of|\d,) )(?:19|20)\d\d(?![\d-])/g, true).map((match) =>
    change('date', 'year', match, String(Number(match[0]) + pick(random, [-2, -1, 1, 2, -10]))),
  ),
]

const otherNames = 'Marlow Tessen Hadley Brunvik Castano Okonjo Perrault Lindahl Vasara Quintero Achebe Solberg'.split(
  ' ',
)
// Titles and nouns that a name contains: another surname in their place would be no slip.
const noNames =
  /^(?:I|The|A|An|It|He|She|They|We|But|And|In|On|At|GMT|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|Sir|Reuters|Christmas|Easter|Celsius|Fahrenheit|Coun|Minister|President|Mayor|Governor|Professor|Chief|Executive|Officer|Judge|Captain|Police|Council|Court|Department|University|Island|Islands|Museum|Trust|Bank|Club|Office|Church|School|Park|Station|Party|Assembly|Union|Company|Group|Street|River|County|Town|City|Director|Saint|Mount|Lake|Port|North|South|East|West|Northern|Southern)$/

/** A letter lost, doubled or two exchanged, as names are misspelt. */
function misspelt(name: string, random: Random): string {
  const at = 1 + Math.floor(random() * (name.length - 2))
  const draw = random()
  if (draw < 0.4 && name[at] !== name[at + 1])
    return name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2)
  if (draw < 0.7) return name.slice(0, at) + name.slice(at + 1)
  const vowel = [...name].findIndex((letter, k) => k > 0 && /[aeiou]/.test(letter))
  if (vowel < 0) return name.slice(0, at) + name.slice(at + 1)
  return name.slice(0, vowel) + other([...'aeiou'], name[vowel] ?? '', random) + name.slice(vowel + 1)
}

const names: Maker = (prose, random) =>
  matchesIn(prose, /(?<=[\p{Ll},]['’"]? (?:\p{Lu}[\p{L}'’-]+ )?)\p{Lu}\p{Ll}{3,}(?![\p{L}'’.-])/gu)
    .filter((match) => !noNames.test(match[0]))
    .map((match) => {
      // Another name only in a surname's place.
      const isSurname = /\p{Lu}[\p{L}.'’-]* $/u.test(prose.text.slice(Math.max(0, match.index - 30), match.index))
      const wrong = isSurname && random() < 0.6 ? other(otherNames, match[0], random) : misspelt(match[0], random)
      return change('name', 'misspelt or other', match, wrong)
    })

const negationWords: readonly (readonly [RegExp, string])[] = [
  [/(?<=\b(?:was|were|is|are|will|would|did|does|do|has|have|had|may|might|could|should|must)) not(?= \p{Ll})/gu, ''],
  [/\bcannot\b/g, 'can'],
  [/\b(won't)\b/g, 'will'],
  [/\b(?:isn't)\b/g, 'is'],
  [/\b(?:aren't)\b/g, 'are'],
  [/\b(?:wasn't)\b/g, 'was'],
  [/\b(?:weren't)\b/g, 'were'],
  [/\b(?:don't)\b/g, 'do'],
  [/\b(?:didn't)\b/g, 'did'],
  [/\b(?:doesn't)\b/g, 'does'],
  [/\b(?:couldn't)\b/g, 'could'],
  [/\b(?:hasn't)\b/g, 'has'],
  [/\bnever (?=\p{Ll})/gu, ''],
  [/\bno longer\b/g, 'still'],
  [/(?<=\b(?:had|have|has|of|with|found|saw|expects|expected|reported) )no (?=\p{Ll})/gu, ''],
  [/(?<= )without(?= )/g, 'with'],
  [/(?<= )not (?=(?:all|every|only|everyone|because|a|the)\b)/g, ''],
]

const negations: Maker = (prose) =>
  negationWords.flatMap(([find, put]) =>
    matchesIn(prose, find, true).map((match) => change('negation', 'dropped', match, put)),
  )

/** Not before a past form or a noun, so that the sentence stays one. */
const negationsPutIn: Maker = (prose) =>
  matchesIn(prose, /(?<=\b(?:was|were|is|are|will|would|could|may) )(?=(?:be|have|open|\p{Ll}+ed)\b)/gu).map((match) =>
    change('negation', 'put in', match, 'not '),
  )

const speakers = String.raw`(?:(?!who|which|and|but|as|when|where|while|after|before)[\p{L}\p{N}'’-]+ ){1,6}?`
const attributions: Maker = (prose) => {
  // ", the harbour board said on Wednesday" at a sentence's end, or before what follows a comma.
  const behind = matchesIn(
    prose,
    new RegExp(
      `(?<=[\\p{L}\\p{N}%]), ${speakers}(?:said|says|added)(?: (?:on )?(?:${weekdays}))?(?=\\.(?:\\s|$)|, (?!adding))`,
      'gu',
    ),
  )
  const accordingTo = matchesIn(prose, /(?<=[\p{L}\p{N}%]), according to [^,."“”\n]{3,60}(?=\.(?:\s|$)|, )/gu)
  const drops = [...behind, ...accordingTo].map((match) => change('attribution', 'dropped', match, ''))
  // "Officials said the ..." at a sentence's start.
  const before = prose.sentences.flatMap((sentence) => {
    const said = new RegExp(
      `^(?:(?:The )?${speakers})(?:said|says|added|argued|claimed) (?:that )?(?=(?:the|a|an|it|there|some|its|no|two|more|all|they)\\b)`,
      'iu',
    ).exec(prose.text.slice(sentence.start, sentence.end))
    if (!said || prose.quoted(sentence.start)) return []
    const from = sentence.start
    const to = from + said[0].length
    const first = capital(prose, to)
    const edit = replacing('material: attribution dropped in front', 'cut', from, to, '', 'attribution')
    return first ? [{ ...edit, parts: [...edit.parts, first] }] : []
  })
  return [...drops, ...before]
}

const hedges: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{Ll} )(?:may|might)(?= (?!not )\p{Ll})/gu, 'will'],
  [
    /(?<=\p{Ll} )could(?= (?:be|have|force|lead|cut|save|take|cost|mean|bring|come|rise|fall|help|open|start|reach|make|cover)\b)/gu,
    'will',
  ],
  [/(?<= )(?:allegedly|apparently|probably|possibly|reportedly|presumably|supposedly|likely) (?!to\b)(?=\p{Ll})/gu, ''],
  [
    /(?<=\b(?:a|an|the|of|for|by|as|two|three|four) )(?:alleged|suspected|apparent|possible|unconfirmed|presumed) (?=\p{Ll})/gu,
    '',
  ],
  [/(?<=\b(?:is|are|was|were) )likely to (?=\p{Ll})/gu, 'certain to '],
  [/(?<= )appear(?:s|ed)? to (?=be\b)/gu, 'is known to '],
]

const certainties: Maker = (prose) =>
  hedges.flatMap(([find, put]) =>
    matchesIn(prose, find, true).map((match) => change('certainty', 'hedge gone', match, put)),
  )

const opposites = new Map(
  `rose fell|rise fall|rising falling|increased decreased|increase decrease|increasing decreasing|up down|higher lower
gained lost|more less|above below|improved worsened|faster slower|larger smaller|earlier later|grew shrank|warmer colder|widened narrowed
strengthened weakened|best worst|highest lowest|most fewest|longer shorter|largest smallest|early late
north south|east west|northern southern|eastern western|approved rejected|accepted refused|gain loss`
    .split(/[|\n]/)
    .flatMap((pair) => {
      const [x = '', y = ''] = pair.split(' ')
      return [[x, y] as const, [y, x] as const]
    }),
)

const directions: Maker = (prose) =>
  matchesIn(prose, /(?<=[\p{Ll}\p{N}%,] )\p{Ll}+(?= (?:\p{Ll}|\d|\p{Sc}|than)|[.,])/gu)
    .filter((match) => {
      if (!opposites.has(match[0])) return false
      // "up to", "set up", "more than" of a figure, and the like have no direction to turn round.
      const behind = prose.text.slice(match.index + match[0].length)
      if (match[0] === 'up' || match[0] === 'down') return /^ (?:by |from |\d|just )/.test(behind)
      if (match[0] === 'more' || match[0] === 'most' || match[0] === 'less') return /^ than \d/.test(behind)
      if (match[0] === 'lost') return /^ (?:\d|\p{Sc})/u.test(behind)
      if (match[0] === 'early' || match[0] === 'late') return /^ (?:on |\p{Lu})/u.test(behind)
      return true
    })
    .map((match) => change('direction', 'turned round', match, opposites.get(match[0]) ?? ''))

const makers: Readonly<Record<Fact, readonly Maker[]>> = {
  number: [numbers],
  date: [dates],
  name: [names],
  negation: [negations, negations, negations, negationsPutIn],
  attribution: [attributions],
  certainty: [certainties],
  direction: [directions],
  quotation: [quotations],
}

/** Another word inside a quotation is another thing said. */
function quotations(prose: Prose, random: Random): Edit[] {
  const swaps: readonly (readonly [string, readonly string[]])[] = [
    ['good', ['fine', 'great']],
    ['want', ['need', 'demand']],
    ['think', ['know', 'believe']],
    ['always', ['often', 'sometimes']],
    ['people', ['men', 'families']],
    ['like', ['love', 'enjoy']],
    ['first', ['last', 'only']],
    ['work', ['fight', 'struggle']],
    ['whole', ['entire', 'poor']],
    ['day', ['week', 'night']],
    ['nobody', ['hardly anyone']],
    ['everybody', ['almost everybody']],
    ['money', ['luck', 'fame']],
    ['water', ['rain', 'mud']],
    ['children', ['grandchildren']],
    ['every', ['nearly every']],
    ['house', ['castle']],
    ['wrong', ['silly', 'risky']],
  ]
  return swaps.flatMap(([word, puts]) =>
    matchesIn(prose, new RegExp(`(?<= )${word}(?=[ ,.])`, 'g'), true)
      .filter((match) => prose.quoted(match.index) && prose.quoted(match.index + match[0].length))
      .map((match) => change('quotation', 'reworded', match, pick(random, puts))),
  )
}

export const factKinds: readonly Fact[] = [
  'number',
  'date',
  'name',
  'negation',
  'attribution',
  'certainty',
  'direction',
  'quotation',
]

/** Every change of one kind of fact that the text has room for. */
export const factEdits = (fact: Fact, prose: Prose, random: Random): Edit[] =>
  pick(random, makers[fact])(prose, random).filter(({ parts }) =>
    parts.every(({ from, to, text, role }) => role !== 'main' || prose.text.slice(from, to) !== text),
  )
