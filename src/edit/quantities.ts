// Reads the quantities and dates that a text states: figures, number words, fractions, scores, sums of money, measures, clock
// times, months with their days, years, days of the week. Each is brought to one value, so that `$4.2m` and `4.2 million
// dollars`, `17:00` and `5 p.m.`, `a dozen` and `12` are the same. Linear in the text.
import { westernFigures } from '../text/tokens.js'
import {
  currencies,
  fractions,
  months,
  numberWords,
  ordinals,
  scaleWords,
  units,
  vagueNumbers,
  weekdays,
} from './fact-forms.js'
import { Openings } from './openings.js'

/** A quantity or date, with its UTF-16 offsets. */
export interface Quantity {
  readonly kind: 'number' | 'date'
  readonly start: number
  readonly end: number
  /** What it is of: `clock`, `place` in a row, `score`, `vague`; `figure` for all else. Of dates: `day`, `weekday`, `year`, `relative`. */
  readonly sort: string
  readonly value: number | string
  /** The currency or unit, or null where none is told. */
  readonly unit: string | null
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

// 25 000 is one figure; `in 2019 300 people` are two.
const wordForms =
  /\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[,.'’ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?|(?:\p{Lu}\.){2,}|[\p{L}\p{M}]+(?:['’]\p{L}+)?|[%$€£¥₹₩₽°½¼¾⅓⅔]/gu
/** Figures of any script as those of ours, one character for one; their marks too. */
const western = (text: string) => westernFigures(text).replace(/٬/g, ',').replace(/٫/g, '.')

/**
 * The value of figures as printed: 38,000 and 38 000 and 1.234.567 are thousands, 1,60 and 1.60 are not. One full stop before three
 * figures parts thousands only where the last two are noughts, as in 38.000 and 4.500; behind a nought nothing does.
 */
function figureValue(figures: string): number {
  const isWhole =
    /^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}\.\d00$|^[1-9]\d{0,2}(?:[,'’ \u00a0\u202f\u2009]\d{2,3})*[,'’ \u00a0\u202f\u2009]\d{3}(?:[.,]\d{1,2})?$/.test(
      figures,
    )
  const joined = isWhole ? figures.replace(/[,.'’ \u00a0\u202f\u2009](?=\d{2,3}(?:\D|$))(?!\d{2}$)/g, '') : figures
  return Number(joined.replace(',', '.').replace(/[^\d.].*$/, ''))
}

const isFigures = (word: Word | undefined) => word !== undefined && /^\d/.test(word.text)
const han: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const hanNumber =
  /百分之(\d+(?:\.\d+)?|[〇零一二三四五六七八九十百]{1,6})|(?<![\d一二三四五六七八九])(?:\d[\d.,]{0,12}|[一二两三四五六七八九十]{1,8})(?:\s?[十百千万萬亿億兆]{1,3}[\d一二三四五六七八九]{0,8}){1,4}|(?<![\d一二三四五六七八九])[一二两三四五六七八九十]{1,8}(?=[人名个個年月日岁歳倍次家位件艘台万億])/gu

// Every form of such a number has one of these.
const isHan = /[一二两三四五六七八九十百千万萬亿億兆]/

/** Reads all quantities of a text, in order. */
export function quantities(original: string): Quantity[] {
  const text = western(original)
  const found: Quantity[] = []
  const taken = new Uint8Array(text.length)
  const take = (one: Quantity) => {
    for (let k = one.start; k < one.end; k++) if (taken[k] === 1) return
    taken.fill(1, one.start, one.end)
    found.push(one)
  }
  const canMatch = openings.in(text)
  if (canMatch(clock)) for (const one of clocks(text)) take(one)
  for (const one of days(text, canMatch)) take(one)
  if (isHan.test(text)) for (const one of hanNumbers(text)) take(one)
  if (canMatch(score)) for (const one of scores(text)) take(one)
  for (const one of counted(text, taken)) take(one)
  return found.sort((x, y) => x.start - y.start)
}

const clock =
  /(?<![\d.,$€£])(\d{1,2})(?:[:.h](\d{2}))?\s?(?:([ap])\.?m\b\.?|(?:uhr|horas?|heures?|h|pukul)(?![\p{L}\d])|de la (mañana|tarde|noche))|(?<![\d.,$€£])(\d{1,2})(?::|h(?=\d\d(?!\p{L})))(\d{2})(?![\d:])|(?<!\p{L})(noon|midnight)(?!\p{L})/giu

function clocks(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(clock)) {
    const [all, hour, minute, half, part, hour24, minute24, word] = match
    const late = half?.toLowerCase() === 'p' || part === 'tarde' || part === 'noche'
    const hours = word ? (word.toLowerCase() === 'noon' ? 12 : 0) : Number(hour ?? hour24)
    if (hours > 24) continue
    const shifted = late && hours < 12 ? hours + 12 : half?.toLowerCase() === 'a' && hours === 12 ? 0 : hours
    const value = (shifted % 24) * 60 + Number(minute ?? minute24 ?? 0)
    found.push({ kind: 'number', sort: 'clock', value, unit: null, start: match.index, end: match.index + all.length })
  }
  return found
}

const either = (words: Iterable<string>) => [...words].sort((x, y) => y.length - x.length).join('|')
const monthName = either(months.keys())
const dayOfMonth = new RegExp(
  `(?<![\\p{L}\\d])(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: de| of)? (${monthName})(?!\\p{L})\\.?|(${monthName})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]\\d))(?:,?(?: de| del)? (\\d{4})(?!\\d))?|(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日|(\\d{4})年`,
  'giu',
)
// A day of the month has both a figure and this.
const anyMonth = new RegExp(`(?<![\\p{L}\\d])(?:${monthName})|[月年]`, 'iu')
const monthAlone = new RegExp(
  `(?<![\\p{L}\\d])(${either([...months.keys()].filter((name) => name.length > 3))})(?!\\p{L})(?: (\\d{4})(?!\\d))?`,
  'giu',
)
// The month, where no other word can stand.
const monthOfMay =
  /(?<=(?<!\p{L})(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Ll]ast|[Tt]his|[Nn]ext|[Oo]f|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id|[Dd]uring|[Tt]o|[Aa]nd|[Tt]hrough)[ -])May(?!\p{L})(?: (\d{4})(?!\d))?/gu
const weekday = new RegExp(
  `(?<!\\p{L})(${either([...weekdays.keys()].filter((name) => /^\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Arabic}/u.test(name)))})(?!\\p{L})|(${either([...weekdays.keys()].filter((name) => /\p{Script=Han}/u.test(name)))})`,
  'giu',
)
const year = /(?<![\d.,$€£]|\d\s)(?:1[89]|20)\d{2}(?![\d,]\d|\d|\s?(?:%|km|people|tonnes|tons))/g
const relative =
  /(?<!\p{L})(?:today|tonight|yesterday|tomorrow|overnight|(?:last|next|this|previous|coming) (?:week|month|year|quarter|season|weekend|summer|winter|spring|autumn|night|century|decade)|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:minute|hour|day|week|month|year)s? (?:ago|earlier|later)|hier|aujourd['’]hui|demain|gestern|heute|morgen|ayer|hoy|mañana|kemarin|besok|bulan depan|bulan lalu|minggu lalu|minggu depan|вчера|сегодня|завтра|أمس|اليوم|غدا)(?!\p{L})|昨天|今天|明天|昨日|今日|明日|先月|来月|上个月|下个月|去年|今年|明年|来年|上周|下周|先週|来週/giu
// Small letters make other words of them.
const alsoWords = /^(?:may|mar|mart|mai|sept|mon|sat|sun|wed|dec|jan|minggu|march|sun)$/

function days(text: string, canMatch: (pattern: RegExp) => boolean): Quantity[] {
  const matches = (pattern: RegExp) => (canMatch(pattern) ? text.matchAll(pattern) : [])
  const found: Quantity[] = []
  const add = (match: RegExpMatchArray, sort: string, value: string | number) =>
    found.push({
      kind: 'date',
      sort,
      value,
      unit: null,
      start: match.index ?? 0,
      end: (match.index ?? 0) + match[0].length,
    })
  for (const match of canMatch(anyMonth) ? matches(dayOfMonth) : []) {
    const [, dayFirst, monthAfter, monthFirst, dayAfter, latinYear, hanYear, hanMonth, hanDay, onlyYear] = match
    const month = monthAfter ?? monthFirst
    if (onlyYear) add(match, 'year', Number(onlyYear))
    else if (hanMonth) add(match, 'day', `${Number(hanMonth)}-${Number(hanDay)}-${hanYear ?? ''}`)
    else if (Number(dayFirst ?? dayAfter) <= 31)
      add(match, 'day', `${months.get((month ?? '').toLowerCase())}-${Number(dayFirst ?? dayAfter)}-${latinYear ?? ''}`)
  }
  for (const match of matches(relative)) add(match, 'relative', match[0].toLowerCase().replace(/^(?:an?|one) /, '1 '))
  for (const match of matches(weekday)) {
    const name = match[0]
    if (!alsoWords.test(name) && !/^(?:fri|thu|tue)$/.test(name))
      add(match, 'weekday', weekdays.get(name.toLowerCase()) ?? name)
  }
  for (const match of matches(monthAlone)) {
    const name = match[1] ?? ''
    if (!alsoWords.test(name)) add(match, 'month', `${months.get(name.toLowerCase())}-${match[2] ?? ''}`)
  }
  for (const match of matches(monthOfMay)) add(match, 'month', `5-${match[1] ?? ''}`)
  for (const match of matches(year)) add(match, 'year', Number(match[0]))
  return found
}

const score = /(?<![\d.,-])(\d{1,3})\s?(?:[-–:]|to)\s?(\d{1,3})(?![\d-]|[.,:]\d|\s?(?:%|per\s?cent|million|billion))/g

const openings = new Openings([clock, dayOfMonth, anyMonth, relative, weekday, monthAlone, monthOfMay, year, score])

/** Votes and results: both figures count, in their order. */
function scores(text: string): Quantity[] {
  return [...text.matchAll(score)].map((match) => ({
    kind: 'number',
    sort: 'score',
    value: `${match[1]}-${match[2]}`,
    unit: null,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function hanValue(numeral: string): number {
  let total = 0
  let part = 0
  let digit = 0
  for (const piece of numeral.replace(/[,\s]/g, '').match(/[\d.]+|./gu) ?? []) {
    const scale = piece === '十' ? 10 : scaleWords.get(piece)
    if (scale === undefined) digit = /^\d/.test(piece) ? Number(piece) : digit * 10 + (han[piece] ?? 0)
    else if (scale < 1e4) {
      part += (digit || 1) * scale
      digit = 0
    } else {
      total += (part + digit || 1) * scale
      part = 0
      digit = 0
    }
  }
  return Math.round((total + part + digit) * 1e6) / 1e6
}

function hanNumbers(text: string): Quantity[] {
  return [...text.matchAll(hanNumber)].map((match) => {
    const end = match.index + match[0].length
    const next = text[end] ?? ''
    return {
      kind: 'number',
      sort: 'figure',
      value: hanValue(match[1] ?? match[0]),
      unit: match[1] ? '%' : (currencies.get(next) ?? null),
      start: match.index,
      end,
    }
  })
}

const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
])

/** Figures and number words with their scale, currency and unit. */
function counted(text: string, taken: Uint8Array): Quantity[] {
  const words: Word[] = [...text.matchAll(wordForms)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  const lower = (k: number) => (words[k]?.text ?? '').toLowerCase()
  const beside = (k: number) =>
    /^[\s\u00a0\u202f-]{0,2}$/.test(text.slice(words[k - 1]?.end ?? 0, words[k]?.start ?? 0))
  const found: Quantity[] = []
  for (let k = 0; k < words.length; k++) {
    const word = words[k] as Word
    if (taken[word.start] === 1) continue
    const read = readNumber(k)
    if (!read) continue
    const { value, sort } = read
    let { next } = read
    let start = word.start
    let unit: string | null = null
    let factor = 1
    // A currency before the figure, and a sign.
    const behind = found.at(-1)?.end ?? 0
    const head = text.slice(Math.max(behind, start - 7), start)
    const symbol =
      /(?:\b(?:us|a|s|hk|nz|c)|\brm|\brs\.?|\brp\.?)?[$€£¥₹₩₽]\s?([-−–]?)$|\b(?:rm|rs\.?|rp\.?|chf)\s?$/i.exec(head)
    if (symbol) {
      const name = symbol[0].toLowerCase().replace(/[\s.−–-]/g, '')
      unit = currencies.get(name) ?? currencies.get(name.slice(-1)) ?? null
      start -= symbol[0].length
    }
    const sign = /(?:^|(?<=[\s(]))(?:[-−–]|minus )$/.exec(text.slice(Math.max(behind, start - 7), start))?.[0] ?? ''
    const negative = sign !== '' || (symbol?.[1] ?? '') !== ''
    start -= sign.length
    // °C, percent, kilometres, dollars behind it.
    if (sort === 'figure' || sort === 'vague') {
      while (lower(next) === '°' || lower(next) === 'degrees' || lower(next) === 'square') next++
      const known = units.get(lower(next))
      const money = currencies.get(lower(next) === 'us' ? lower(next + 1) : lower(next))
      if (lower(next) === 'per' && lower(next + 1) === 'cent') {
        unit = '%'
        next += 2
      } else if (known && beside(next) && !(lower(next) === 'm' && unit)) {
        unit = known.unit
        factor = known.factor
        next++
        if (/^points?$/.test(lower(next))) {
          if (unit === '%') unit = '% point'
          next++
        }
      } else if (money && beside(next)) {
        unit = money
        next += lower(next) === 'us' ? 2 : 1
      }
    }
    const last = words[next - 1] as Word
    if (typeof value === 'number' && !Number.isFinite(value)) continue
    const signed = typeof value === 'number' && negative ? -value : value
    found.push({
      kind: 'number',
      sort,
      value: typeof signed === 'number' ? Math.round(signed * factor * 1e6) / 1e6 : signed,
      unit,
      start,
      end: last.end,
    })
    k = next - 1
  }
  return found

  /** The number that begins with word k, and the word behind it. */
  function readNumber(k: number): { value: number | string; sort: string; next: number } | null {
    const word = lower(k)
    if (isFigures(words[k])) {
      const ordinal = /^(?:st|nd|rd|th)$/.test(lower(k + 1)) && words[k + 1]?.start === words[k]?.end
      if (ordinal) return { value: figureValue(word), sort: 'place', next: k + 2 }
      const half = vulgarFractions.get(lower(k + 1))
      if (half !== undefined) return { value: figureValue(word) + half, sort: 'figure', next: k + 2 }
      const { factor, next } = scaled(k + 1)
      const out = outOf(figureValue(word), next)
      return out ?? { value: figureValue(word) * factor, sort: 'figure', next }
    }
    if (word === 'a' && lower(k + 1) === 'dozen') return { value: 12, sort: 'figure', next: k + 2 }
    if (word === 'half' && lower(k + 1) === 'a' && lower(k + 2) === 'dozen')
      return { value: 6, sort: 'figure', next: k + 3 }
    if (word === 'a' && scaleWords.has(lower(k + 1)) && lower(k + 1).length > 4)
      return { value: scaleWords.get(lower(k + 1)) ?? 1, sort: 'figure', next: k + 2 }
    if (word === 'half') return { value: 1 / 2, sort: 'figure', next: k + 1 }
    const fraction = word === 'a' || word === 'one' ? fractions.get(lower(k + 1)) : undefined
    if (fraction !== undefined) return { value: fraction, sort: 'figure', next: k + 2 }
    if (numberWords.has(word)) {
      let value = numberWords.get(word) ?? 0
      let next = k + 1
      const part = fractions.get(lower(next).replace(/s$/, ''))
      if (part && /s$/.test(lower(next)) && value < 10) return { value: value * part, sort: 'figure', next: next + 1 }
      if (value >= 20 && value % 10 === 0 && (numberWords.get(lower(next)) ?? 99) < 10 && beside(next)) {
        value += numberWords.get(lower(next)) ?? 0
        next++
      }
      if (lower(next) === 'dozen') return { value: value * 12, sort: 'figure', next: next + 1 }
      if (lower(next) === 'and' && lower(next + 1) === 'a' && lower(next + 2) === 'half')
        return { value: value + 0.5, sort: 'figure', next: next + 3 }
      const { factor, next: after } = scaled(next)
      const rest = factor === 100 && lower(after) === 'and' ? (numberWords.get(lower(after + 1)) ?? 0) : 0
      if (rest > 0) return { value: value * factor + rest, sort: 'figure', next: after + 2 }
      return outOf(value, after) ?? { value: value * factor, sort: 'figure', next: after }
    }
    if (ordinals.has(word)) return { value: ordinals.get(word) ?? 0, sort: 'place', next: k + 1 }
    if (vagueNumbers.has(word)) return { value: vagueNumbers.get(word) ?? word, sort: 'vague', next: k + 1 }
    return null
  }

  /** One in five, 3 out of 10. */
  function outOf(value: number, at: number) {
    const from = lower(at) === 'out' && lower(at + 1) === 'of' ? at + 2 : lower(at) === 'in' ? at + 1 : -1
    if (from < 0) return null
    const whole = isFigures(words[from]) ? figureValue(lower(from)) : numberWords.get(lower(from))
    return whole && whole > value && whole <= 100
      ? { value: (value / whole) * 100, sort: 'share', next: from + 1 }
      : null
  }

  function scaled(at: number): { factor: number; next: number } {
    let factor = 1
    let next = at
    while (scaleWords.has(lower(next)) && beside(next)) {
      // A metre is no million unless it touches a figure or a currency stands before it.
      if (/^[mb]$/.test(lower(next)) && words[next]?.start !== words[next - 1]?.end) break
      if (/^(?:thousands|millions|billions|hundreds)$/.test(lower(next))) break
      factor *= scaleWords.get(lower(next)) ?? 1
      next++
    }
    return { factor, next }
  }
}

/** Whether two state the same, or one of them more than the other. */
export function sameQuantity(x: Quantity, y: Quantity): boolean {
  if (x.kind !== y.kind) return false
  if (x.kind === 'date') return sameDate(x, y)
  const share = (one: Quantity) =>
    one.sort === 'share' || (one.sort === 'figure' && one.unit === '%') ? Number(one.value) : null
  const [shareX, shareY] = [share(x), share(y)]
  if (x.sort !== y.sort && shareX !== null && shareY !== null) return Math.abs(shareX - shareY) < 0.01
  if (x.sort !== y.sort) return false
  if (x.unit !== null && y.unit !== null && x.unit !== y.unit && !(x.value === y.value && areDollars(x.unit, y.unit)))
    return false
  if (typeof x.value !== 'number' || typeof y.value !== 'number') return x.value === y.value
  return Math.abs(x.value - y.value) <= Math.max(1e-6, 1e-12 * Math.abs(x.value))
}

/** Dollars of which one side does not say whose they are. */
const areDollars = (x: string, y: string) =>
  (x === 'dollar' && y.endsWith('dollar')) || (y === 'dollar' && x.endsWith('dollar'))

function sameDate(x: Quantity, y: Quantity): boolean {
  if (x.sort === y.sort && x.sort !== 'day' && x.sort !== 'month') return x.value === y.value
  const parts = (one: Quantity): { month?: string; day?: string; year?: string } => {
    const [month = '', day = '', yearOf = ''] = String(one.value).split('-')
    if (one.sort === 'day') return { month, day, year: yearOf }
    if (one.sort === 'month') return { month, year: day }
    if (one.sort === 'year') return { year: month }
    return {}
  }
  const [a, b] = [parts(x), parts(y)]
  const agree = (p: string | undefined, q: string | undefined) => !p || !q || p === q
  // A day of the week, "yesterday" and a date may be one day.
  const isNear = (one: Quantity) =>
    one.sort === 'weekday' ||
    (one.sort === 'relative' && !/ (?:ago|earlier|later)$|^(?:last|next|previous)/.test(String(one.value)))
  if (isNear(x) || isNear(y)) return (isNear(x) || x.sort === 'day') && (isNear(y) || y.sort === 'day')
  if (x.sort === 'relative' || y.sort === 'relative') return false
  const shares = (a.month && b.month) || (a.year && b.year)
  return Boolean(shares) && agree(a.month, b.month) && agree(a.day, b.day) && agree(a.year, b.year)
}
