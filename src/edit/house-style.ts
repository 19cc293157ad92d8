// Tells house style from rewording: two wordings that say the same in another outlet's manner of quotation marks, dashes,
// spelling (British and American), numbers, dates, honorifics and `said`/`says`. Both are brought to one form and compared.
import { dayNames, monthNames, sameNames, smallNumbers, tens } from './fact-forms.js'
import { type Quantity, quantities, sameQuantity } from './quantities.js'

const numberWords = new Map([...smallNumbers, 'twenty'].map((word, value) => [word, String(value)] as const))
const tensValues = new Map(tens.map((word, i) => [word, 20 + 10 * i] as const))

const sameWords = new Map<string, string>([
  ...monthNames.flatMap((month) => [[month.slice(0, 3), month]] as const),
  ...['mon', 'tue', 'thu', 'fri'].map(
    (short) => [short, dayNames.find((day) => day.startsWith(short)) ?? short] as const,
  ),
  ['sept', 'september'],
  ['tues', 'tuesday'],
  ['thur', 'thursday'],
  ['thurs', 'thursday'],
  ['says', 'said'],
  ['say', 'said'],
  ['pct', 'percent'],
  ['pc', 'percent'],
  ['mln', 'million'],
  ['mn', 'million'],
  ['bln', 'billion'],
  ['bn', 'billion'],
  ['km', 'kilometer'],
  ['kms', 'kilometer'],
  ['kilometers', 'kilometer'],
  ['kilometres', 'kilometer'],
  ['kilometre', 'kilometer'],
  ['metres', 'meter'],
  ['meters', 'meter'],
  ['metre', 'meter'],
  ['kg', 'kilogram'],
  ['kgs', 'kilogram'],
  ['kilograms', 'kilogram'],
  ['kilogrammes', 'kilogram'],
  ['kilos', 'kilogram'],
  ['tonnes', 'ton'],
  ['tonne', 'ton'],
  ['tons', 'ton'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
  ['kerb', 'curb'],
  ['plough', 'plow'],
  ['jewellery', 'jewelry'],
  ['sceptical', 'skeptical'],
  ['sceptics', 'skeptics'],
  ['ageing', 'aging'],
  ['judgement', 'judgment'],
  ['storey', 'story'],
  ['storeys', 'stories'],
  ['aluminium', 'aluminum'],
  ['whilst', 'while'],
  ['amongst', 'among'],
  ['towards', 'toward'],
  ['afterwards', 'afterward'],
  ['learnt', 'learned'],
  ['burnt', 'burned'],
  ['advisor', 'adviser'],
  ['enquiry', 'inquiry'],
  ['artefact', 'artifact'],
  ['manoeuvre', 'maneuver'],
  ['mum', 'mom'],
  ['hr', 'hour'],
  ['hrs', 'hours'],
  ['vs', 'versus'],
  ['govt', 'government'],
  ['prof', 'professor'],
  ['gen', 'general'],
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['capt', 'captain'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['adm', 'admiral'],
  ['col', 'colonel'],
  ['corp', 'corporation'],
  ['dept', 'department'],
])
const honorifics = new Set('mr mrs ms miss dr sir dame datuk dato tan sri tun prof shri smt madam'.split(' '))

// Endings that differ between British and American English, on the stems that have them; other words look alike by chance.
const our =
  /^((?:mis|dis|un)?(?:arm|behavi|cand|clam|col|demean|endeav|enam|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig))our/
const doubled =
  /^((?:un)?(?:cance|channe|counse|dia|equa|fue|grove|initia|jewe|labe|leve|marve|mode|pane|peda|quarre|riva|shove|signa|snorke|spira|tota|trave|tunne|unrave|worshi|kidna)[lp])[lp](?=ed|ing|er|or|ist)/
const re = /^(cent|theat|fib|lit|met|calib|somb|spect|lust|meag|sab|kilomet|centimet|millimet)re(?=s?$|d$)/
const diphthong =
  /^(an|arch|encyclop|gyn|h|leuk|orthop|p|medi|man|f|diarrh|esoph|c)(ae|oe)(?=mi|sthe|olog|di|co|mo|m|uv|tus|tal|a|s)/

/** What is written otherwise in Britain and how it is in America, in the order in which they are applied. */
export const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|ing|er|ers|ation|ations|ational)$/, 'iz$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [our, '$1or'],
  [re, '$1er'],
  [doubled, '$1'],
  [/^(defen|offen|preten|licen)ce(s|d)?$/, '$1se$2'],
  [/^(ana|cata|dia|mono|epi|pro)logue(s|d)?$/, '$1log$2'],
  [diphthong, '$1e'],
]
// A word without any of these has one spelling.
const otherSpellings = /[iy]s[eai]|our|re[sd]?$|[lp]{2}|ce[sd]?$|logue|[ao]e/

/** One spelling for words that differ between British and American English. */
export function oneSpelling(word: string): string {
  const known = sameWords.get(word)
  if (known) return known
  if (word.length < 5 || !otherSpellings.test(word)) return word
  return spellings.reduce((written, [british, american]) => written.replace(british, american), word)
}

/** What scale words multiply by. */
const scales: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const currencies: readonly (readonly [RegExp, string])[] = [
  [/(\b(?:us|s|a|hk|nz|c|nt))?\$/g, ' $1dollar '],
  [/€/g, ' euro '],
  [/£/g, ' pound '],
  [/[¥￥]/g, ' yen '],
  [/₹/g, ' rs '],
]
const currencyWords = new Map(
  [...'dollar euro pound yen rupee franc crown peso'.split(' ')].flatMap((word) => [
    [`${word}s`, word] as const,
    [word, word] as const,
  ]),
)
/** Whether a word, in one manner, names a currency. */
const isCurrency = (word: string) =>
  word === 'rs' || word === 'yen' || word.endsWith('dollar') || currencyWords.has(word)

/** Figures in one manner: 38,000 and 38.000 and 38 000 and 38'000; 1,60 and 1.60; 4m and 4 million. */
const figuresInOneManner = (text: string) =>
  text
    .replace(/(?<=\d)m\b/g, ' million')
    .replace(
      /(?<=(?<![\d.,])[1-9]\d{0,2}(?:[,.' ’\u2009\u00a0\u202f]\d{3}){0,4})(?:[,' ’\u2009\u00a0\u202f](?=\d{3}(?!\d))|\.(?=\d00(?!\d)|\d{3}\.\d{3}(?!\d))|(?<=\.\d{3})\.(?=\d{3}(?!\d)))/g,
      '',
    )
    .replace(/(?<=\d),(?=\d{1,2}(?!\d))/g, '.')

const anyWords = /\d+(?:\.\d+)?|[\p{L}\p{M}]+|\p{Sc}/gu
// The same where there are no other letters.
const isEnglish = /^[\0-\x7f]*$/
const englishWords = /\d+(?:\.\d+)?|[a-z]+|\$/g

const known = new Map<string, string>()
const mostKnown = 1000

/** The words of a passage in one manner; figures with their scale are one number, and a currency stands before its sum. */
export function inOneManner(text: string): string {
  // The same edit stands in many copies, so the last passages are remembered.
  const remembered = known.get(text)
  if (remembered !== undefined) return remembered
  const words = wordsInOneManner(text)
  if (known.size >= mostKnown) known.clear()
  known.set(text, words)
  return words
}

function wordsInOneManner(text: string): string {
  let flat = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/per cent\b|%/g, ' percent ')
  if (/\d/.test(flat)) flat = figuresInOneManner(flat)
  if (flat.includes('.')) flat = flat.replace(/\.(?<=\b\p{L}\.)(?=\p{L}\b|\s|$)/gu, '')
  flat = flat.replace(/['’‘]/g, '')
  if (/\d/.test(flat))
    flat = flat.replace(/(\d)(st|nd|rd|th)\b/g, '$1').replace(/(?<![\p{L}\p{N}] ?)[-−–](?=\d)/gu, ' minus ')
  if (/[$€£¥￥₹]/.test(flat)) for (const [symbol, word] of currencies) flat = flat.replace(symbol, word)
  const words = flat.match(isEnglish.test(flat) ? englishWords : anyWords) ?? []
  const kept: string[] = []
  for (const [i, word] of words.entries()) {
    const scale = scales.get(sameWords.get(word) ?? word)
    const before = kept.at(-1) ?? ''
    if (honorifics.has(word) && words.length > 1) continue
    const ten = tensValues.get(word)
    const unit = numberWords.get(words[i + 1] ?? '')
    if (scale && /^\d/.test(before)) kept[kept.length - 1] = String(Math.round(Number(before) * scale * 1e6) / 1e6)
    else if (ten && unit && Number(unit) < 10) kept.push(String(ten + Number(unit)))
    else if (numberWords.has(word) && tensValues.has(words[i - 1] ?? '') && Number(numberWords.get(word)) < 10) continue
    else if (isCurrency(word) && /^\d/.test(before)) kept.splice(-1, 0, currencyWords.get(word) ?? word)
    else kept.push(ten ? String(ten) : (numberWords.get(word) ?? currencyWords.get(word) ?? oneSpelling(word)))
  }
  return kept.join(' ')
}

const month = `(?:${monthNames.join('|')}|${monthNames.map((name) => name.slice(0, 3)).join('|')}|sept)`
const weekday = `(?:${dayNames.join('|')}|${dayNames.map((name) => name.slice(0, 3)).join('|')})`
const dateInsertion = new RegExp(
  `^[\\s,]*(?:\\(\\s*(?:${weekday},? )?(?:${month}\\.? \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? ${month}|${weekday})\\.?(?:,? \\d{4})?(?:,? local time)?\\s*\\))[\\s,.;:]*$`,
  'i',
)

const isStop = (text: string) => /^[\s,.;:]*$/.test(text)

/** Whether two wordings differ in house style alone. Either may be empty: `(Aug 13)` and `Mr` put in are house style. */
export function isHouseStyle(before: string, after: string): boolean {
  if (dateInsertion.test(before) ? isStop(after) : dateInsertion.test(after) && isStop(before)) return true
  // Beside nothing, only words that say nothing are house style: a look at the first tells.
  if ((before === '' && !maySayNothing(after)) || (after === '' && !maySayNothing(before))) return false
  const [a, b] = [inOneManner(before), inOneManner(after)]
  const onlyHonorific = (text: string) => text !== '' && text.split(' ').every((word) => honorifics.has(word))
  if (a === '' && b === '') return true
  if ((a === '' && onlyHonorific(b)) || (b === '' && onlyHonorific(a))) return true
  if (a === b || (isNamed(before) && isNamed(after) && oneName(a) === oneName(b)) || saysSameQuantities(before, after))
    return true
  // 13 August and August 13, 4 mar and March 4.
  const isDate = (words: readonly string[]) =>
    words.length <= 4 &&
    words.some((word) => monthNames.includes(word)) &&
    words.every((word) => monthNames.includes(word) || dayNames.includes(word) || /^\d+$/.test(word))
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')]
  return isDate(wordsA) && isDate(wordsB) && wordsA.sort().join() === wordsB.sort().join()
}

/** Whether the first word of some is a title, or there is none, as far as can be told without looking at the others. */
const maySayNothing = (words: string) => {
  const first = /^[^a-z\d\x80-\uffff]*([a-z]+)(?![^\s.,;:-])/i.exec(words)?.[1]?.toLowerCase()
  return first === undefined || first.length < 3 || honorifics.has(first)
}

const isNamed = (words: string) => /^\s*(?:[Tt]he )?\p{Lu}/u.test(words)

/** A name by which a place or body is known too: us, united states. */
const oneName = (name: string) => {
  const plain = name.replace(/^the /, '')
  return sameNames.get(plain) ?? plain
}

/** Whether both state the same quantities, and nothing else but the same words between them: 5 p.m. and 17:00. */
function saysSameQuantities(before: string, after: string): boolean {
  if (before.length + after.length > longestQuantities) return false
  const a = quantities(before)
  if (a.length === 0) return false
  const b = quantities(after)
  if (a.length !== b.length || !a.every((one, k) => sameQuantity(one, b[k] ?? one))) return false
  const between = (text: string, found: readonly Quantity[]) =>
    [...found, null]
      .map((one, k) => inOneManner(text.slice(found[k - 1]?.end ?? 0, one?.start ?? text.length)))
      .join('|')
  // A unit that one of them leaves out is no manner.
  return a.every(({ unit }, k) => unit === b[k]?.unit) && between(before, a) === between(after, b)
}

const longestQuantities = 80
