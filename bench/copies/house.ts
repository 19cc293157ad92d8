// House style: what an outlet does throughout a copy by rule, without changing what is said. A policy is drawn for each copy; most
// outlets have two or three such rules.
import { pick, type Random } from '../random.js'
import { type Edit, matchesIn, replacing } from './edit.js'
import type { Prose } from './prose.js'

/** British beside American. */
export const spellings: readonly (readonly [string, string])[] = `
organisation organization|organisations organizations|organise organize|organised organized|organiser organizer
organisers organizers|organising organizing|recognise recognize|recognised recognized|realise realize|realised realized
criticised criticized|criticise criticize|apologised apologized|authorise authorize|authorised authorized
emphasised emphasized|specialised specialized|stabilise stabilize|modernise modernize|modernised modernized
modernisation modernization|privatisation privatization|finalise finalize|finalised finalized|prioritise prioritize
minimise minimize|maximise maximize|utilised utilized|summarised summarized|harbour harbor|harbours harbors
neighbour neighbor|neighbours neighbors|neighbouring neighboring|neighbourhood neighborhood|labour labor|colour color
colours colors|coloured colored|colourful colorful|favour favor|favours favors|favoured favored|favouring favoring
favourite favorite|favourable favorable|honour honor|honours honors|honoured honored|behaviour behavior|rumour rumor
rumours rumors|humour humor|flavour flavor|flavours flavors|endeavour endeavor|vapour vapor|odour odor|parlour parlor
centre center|centres centers|centred centered|theatre theater|theatres theaters|metre meter|metres meters
kilometre kilometer|kilometres kilometers|centimetre centimeter|centimetres centimeters|millimetre millimeter
millimetres millimeters|litre liter|litres liters|fibre fiber|fibres fibers|sombre somber|travelled traveled
travelling traveling|traveller traveler|travellers travelers|cancelled canceled|cancelling canceling|labelled labeled
labelling labeling|modelled modeled|modelling modeling|fuelled fueled|signalled signaled|levelled leveled
totalled totaled|programme program|programmes programs|tonne ton|tonnes tons|defence defense|offence offense
licence license|grey gray|plough plow|ploughs plows|snowplough snowplow|cheque check|tyre tire|tyres tires|kerb curb
jewellery jewelry|aluminium aluminum|mould mold|sceptical skeptical|catalogue catalog|dialogue dialog
towards toward|afterwards afterward|amongst among|whilst while|learnt learned|burnt burned|analyse analyze
analysed analyzed|analysing analyzing|paralysed paralyzed|skilful skillful|enrol enroll|fulfil fulfill
archaeologists archeologists|archaeological archeological|archaeologist archeologist|anaesthetic anesthetic
paediatric pediatric|judgement judgment|storey story|moustache mustache|pyjamas pajamas|manoeuvre maneuver
artefact artifact|artefacts artifacts|cosy cozy|draught draft|axe ax|woollen woolen|instalment installment
ageing aging|acknowledgement acknowledgment|adviser advisor|advisers advisors|focussed focused|shovelled shoveled
`
  .trim()
  .split(/[|\n]/)
  .map((pair) => pair.split(' ') as [string, string])

// A word that the other spelling also has in other senses is left alone in that direction.
const ambiguous = new Set([
  'check',
  'story',
  'draft',
  'among',
  'while',
  'program',
  'tire',
  'curb',
  'ton',
  'tons',
  'learned',
])
const british = new Map(spellings.filter(([, us]) => !ambiguous.has(us)).map(([gb, us]) => [us, gb] as const))
const american = new Map(spellings)

const numberWords = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const weekdays = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const shortMonths: Readonly<Record<string, string>> = {
  January: 'Jan',
  February: 'Feb',
  August: 'Aug',
  September: 'Sept',
  October: 'Oct',
  November: 'Nov',
  December: 'Dec',
}

const style = (rule: string, from: number, to: number, text: string) =>
  replacing(`house-style: ${rule}`, 'house-style', from, to, text)

const likeCase = (word: string, other: string) =>
  /^\p{Lu}/u.test(word) ? other.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : other

type Rule = (prose: Prose, random: Random) => Edit[]

function spelling(table: ReadonlyMap<string, string>): Rule {
  return (prose) =>
    prose.words.flatMap(({ start, end, text }) => {
      const other = table.get(text.toLowerCase())
      return other ? [style('spelling', start, end, likeCase(text, other))] : []
    })
}

/** Figures with their sign: 31 percent, 31 per cent, 31%; 3 to 4 percent keeps its first figure. */
const perCent: Rule = (prose, random) => {
  const unit = pick(random, ['%', ' percent', ' per cent'])
  return matchesIn(prose, /(?<![\d.,-])(\d+(?:\.\d+)?)(%| percent| per cent)(?!\w)/g, true)
    .filter((match) => match[2] !== unit)
    .map((match) => style('per cent', match.index, match.index + match[0].length, `${match[1]}${unit}`))
}

const countedThing = String.raw`(?= (?!percent|per cent|million|billion|degrees|kg|km|metres|meters|feet|p\.m|a\.m|pm|am)[a-z]{3,})`

const figuresForWords: Rule = (prose) =>
  matchesIn(prose, new RegExp(String.raw`(?<![\w-])(${numberWords.join('|')})(?![\w-])${countedThing}`, 'g'), true)
    .filter(
      (match) =>
        !/^ (?:of|or|to|and|out|more|other|hundred|thousand|dozen|are|were|is|was|have|has|had|did|will)\b/.test(
          prose.text.slice(match.index + match[0].length),
        ),
    )
    .map((match) =>
      style('number', match.index, match.index + match[0].length, String(numberWords.indexOf(match[1] ?? '') + 2)),
    )

const wordsForFigures: Rule = (prose) =>
  matchesIn(
    prose,
    new RegExp(
      String.raw`(?<= )(?<!(?:${months}|Pier|No\.|Route|Flight|Highway|aged|age|minus|to|and) )([2-9]|1[0-2])(?![\w.,:%-])${countedThing}`,
      'g',
    ),
    true,
  )
    .filter((match) => !new RegExp(`^ (?:${months})`).test(prose.text.slice(match.index + match[0].length)))
    .map((match) =>
      style('number', match.index, match.index + match[0].length, numberWords[Number(match[1]) - 2] ?? ''),
    )

/** on Wednesday (Aug 13), as papers of Asia have it; each weekday its own date. */
const dateBehindWeekday: Rule = (prose, random) => {
  const [month, first] = [pick(random, ['Aug', 'March', 'Oct', 'June']), 1 + Math.floor(random() * 20)]
  const names = weekdays.split('|')
  return matchesIn(prose, new RegExp(`(?<=\\b(?:on|said|late|early|last) )(${weekdays})(?=[ ,.])(?! \\()`, 'g'))
    .slice(0, 3)
    .map((match) => {
      const end = match.index + match[0].length
      return style('date behind weekday', end, end, ` (${month} ${first + names.indexOf(match[1] ?? '')})`)
    })
}

const dayAndMonth: Rule = (prose) => [
  ...matchesIn(
    prose,
    new RegExp(`\\b(${months}) (\\d{1,2})(?!\\d|\\.\\d|,\\d{3}| ?[-–]| to \\d| and \\d)`, 'g'),
    true,
  ).map((match) => style('day and month', match.index, match.index + match[0].length, `${match[2]} ${match[1]}`)),
  ...matchesIn(prose, new RegExp(`(?<!\\d|[-–] ?|to |and )\\b(\\d{1,2}) (${months})\\b`, 'g'), true).map((match) =>
    style('day and month', match.index, match.index + match[0].length, `${match[2]} ${match[1]}`),
  ),
]

const monthShortened: Rule = (prose, random) => {
  const stop = pick(random, ['', '.'])
  return matchesIn(prose, new RegExp(`\\b(${Object.keys(shortMonths).join('|')})(?= \\d)`, 'g'), true).map((match) =>
    style('month', match.index, match.index + match[0].length, `${shortMonths[match[1] ?? '']}${stop}`),
  )
}

/** Mr or Ms before the surname of someone whose full name the text has given. */
const honorific: Rule = (prose, random) => {
  const full = new Map<string, { at: number; title: string }>()
  for (const match of matchesIn(
    prose,
    /(?<!\p{Lu}[\p{L}'’-]* )\b(\p{Lu}\p{Ll}+) (\p{Lu}[\p{L}'’-]+)(?=,| said| told| added)/gu,
  )) {
    const surname = match[2] ?? ''
    // Someone who speaks: towns and firms have two capitals, too.
    const speaks = new RegExp(`${surname},? (?:said|told|added|noted)|said (?:\\p{L}+ ){0,4}${surname}`, 'u')
    if (!full.has(surname) && speaks.test(prose.text))
      full.set(surname, { at: match.index, title: pick(random, ['Mr ', 'Ms ', 'Mr. ', 'Ms. ']) })
  }
  return [...full].flatMap(([surname, { at, title }]) =>
    matchesIn(prose, new RegExp(`(?<=(?:^|[\\s"])\\p{Ll}+[,"]* |[.!?,]"? |^)${surname}(?= said| told| added|,)`, 'gmu'))
      .filter((match) => match.index > at + surname.length + 2)
      .map((match) => style('honorific', match.index, match.index, title)),
  )
}

const saysForSaid: Rule = (prose) =>
  matchesIn(prose, /(?<=\p{L},? |" )said(?= \p{Lu}|\.| on | in | the | it | he | she | they |,)/gu).map((match) =>
    style('says for said', match.index, match.index + match[0].length, 'says'),
  )

const rules: readonly { readonly chance: number; readonly rule: Rule }[] = [
  { chance: 0.13, rule: spelling(british) },
  { chance: 0.13, rule: spelling(american) },
  { chance: 0.22, rule: perCent },
  { chance: 0.07, rule: figuresForWords },
  { chance: 0.07, rule: wordsForFigures },
  { chance: 0.08, rule: dateBehindWeekday },
  { chance: 0.1, rule: dayAndMonth },
  { chance: 0.1, rule: monthShortened },
  { chance: 0.08, rule: honorific },
  { chance: 0.04, rule: saysForSaid },
]

/** All of one copy's house style, in order of place. Where two rules meet, the first has it. */
export function houseEdits(prose: Prose, random: Random): Edit[] {
  const taken: { from: number; to: number }[] = []
  const edits = rules.flatMap(({ chance, rule }) => (random() < chance ? rule(prose, random) : []))
  return edits
    .filter(({ parts: [part] }) => {
      if (!part || taken.some(({ from, to }) => part.from <= to + 1 && part.to >= from - 1)) return false
      taken.push(part)
      return true
    })
    .sort((x, y) => (x.parts[0]?.from ?? 0) - (y.parts[0]?.from ?? 0))
}

/** Marks that an outlet sets throughout its page, each in the room of the one it replaces. */
export interface Marks {
  readonly quotes: 'straight' | 'curly' | 'single'
  readonly dash: string | null
}

export const drawMarks = (random: Random): Marks => {
  const draw = random()
  return {
    quotes: draw < 0.35 ? 'curly' : draw < 0.39 ? 'single' : 'straight',
    dash: random() < 0.25 ? pick(random, ['-', '–', '—']) : null,
  }
}

export function setMarks(text: string, { quotes, dash }: Marks): string {
  const dashed = dash === null ? text : text.replace(/(?<=\s)[-–—](?=\s)/g, dash)
  if (quotes === 'straight') return dashed
  const [open, close] = quotes === 'curly' ? ['“', '”'] : ['‘', '’']
  return dashed
    .replace(/(?<=^|[\s([—–-])"/g, open)
    .replaceAll('"', close)
    .replace(/(?<=^|[\s([“])'(?=\p{L})/gu, '‘')
    .replaceAll("'", '’')
}
