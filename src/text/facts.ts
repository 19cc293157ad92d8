// Marks the words that state facts: numbers, dates and names. They are what tells two events in one form of words apart.
// A name is a capitalised word inside a sentence; scripts without capitals have none.
import { type Tokens, tokenize } from './tokens.js'

export const NUMBER = 1
export const DATE = 2
export const NAME = 4

const numberWords =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
  'twenty thirty forty fifty sixty seventy eighty ninety ' +
  'deux trois quatre cinq sept huit neuf dix dos tres cuatro cinco seis siete ocho nueve diez zwei drei vier fünf sechs sieben acht neun zehn ' +
  'два три четыре пять шесть семь восемь девять десять dua tiga empat lima enam tujuh delapan sembilan sepuluh'
const dateWords =
  'january february march april may june july august september october november december ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec ' +
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri ' +
  'janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche ' +
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo ' +
  'januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду четверг пятницу субботу воскресенье ' +
  'januari februari maret juli agustus oktober desember senin selasa rabu kamis jumat sabtu minggu ' +
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد'

const kindOfWord = new Map<number, number>()
for (const [words, kind] of [
  [numberWords, NUMBER],
  [dateWords, DATE],
] as const)
  for (const hash of tokenize(words).hashes) kindOfWord.set(hash, kind)

const hashesOf = (words: string) => new Set(tokenize(words).hashes)
const [sept] = hashesOf('sept')
// Months and days that are other words too, when in small letters.
const alsoWords = hashesOf('march mar may mon wed sun sat sept mai')
const weekdays = hashesOf(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag понедельник вторник среду четверг пятницу субботу воскресенье ' +
    'senin selasa rabu kamis jumat sabtu minggu الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
)
const isMonth = (hash: number) => kindOfWord.get(hash) === DATE && !weekdays.has(hash)

const values = new Map<number, number>()
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
  .split(' ')
  .forEach((word, value) => {
    for (const hash of tokenize(word).hashes) values.set(hash, value)
  })

/** The value of an English number word up to twenty, by its hash, or null. */
export function numberWordValue(hash: number): number | null {
  return values.get(hash) ?? null
}

// Most words are none of the known ones, as the first bits of their hashes tell without a look-up.
const knownBits = 12
const mayBeKnown = new Uint8Array(1 << knownBits)
for (const hash of kindOfWord.keys()) mayBeKnown[hash >>> (32 - knownBits)] = 1

const kindOf = (hash: number) => (mayBeKnown[hash >>> (32 - knownBits)] === 1 ? kindOfWord.get(hash) : undefined)

const FIGURE = 1
const CAPITAL = 2
const OTHER = 3
// What the character of each UTF-16 code unit is, once it has been met.
const classes = new Uint8Array(65536)

function classify(character: string): number {
  return /\p{Nd}/u.test(character) ? FIGURE : /\p{Lu}/u.test(character) ? CAPITAL : OTHER
}

/** What a word begins with: a figure, a capital or something else; the words of two code units are Han. */
function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (classes[code] === 0) classes[code] = classify(String.fromCharCode(code))
  return classes[code] as number
}

const sentenceBreaks = new Set(Array.from('.!?:;"“”«»„\n', (mark) => mark.charCodeAt(0)))

function hasSentenceBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && sentenceBreaks.has(code)) return true
  }
  return false
}

/** For every word, whether it is part of a number, a date or a name (0: none). Linear in the words. `kinds` is room, all 0. */
export function facts(
  { text, count, hashes, starts, ends }: Tokens,
  kinds: Uint8Array = new Uint8Array(count),
): Uint8Array {
  const opening: number[] = []
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    const known = kindOf(hashes[i] as number)
    const first = classAt(text, start)
    if (first === FIGURE) {
      const after = text.charCodeAt(ends[i] as number)
      const figures = (ends[i] as number) - start
      const monthBefore = i > 0 && kinds[i - 1] === DATE && isMonth(hashes[i - 1] as number)
      const besideDate = i > 0 && kinds[i - 1] === DATE && (figures === 4 || (figures <= 2 && monthBefore))
      // 3月4日, 4 March, March 4, 2031
      kinds[i] =
        after === 0x6708 || after === 0x65e5 || after === 0x5e74 || besideDate || (i + 1 < count && isDate(i + 1))
          ? DATE
          : NUMBER
    } else if (known !== undefined) {
      // In small letters sept is the French seven.
      kinds[i] = known === DATE && !isDate(i) ? (hashes[i] === sept ? NUMBER : 0) : known
    } else if (first === CAPITAL) {
      if (i > 0 && !hasSentenceBreak(text, ends[i - 1] as number, start)) kinds[i] = NAME
      else opening.push(i)
    }
  }
  // The first word of a sentence is a name where a name follows it, or where it is one elsewhere in the text.
  const names = new Set<number>()
  for (let i = 0; i < count; i++) if (kinds[i] === NAME) names.add(hashes[i] as number)
  for (const i of opening) if (kinds[i + 1] === NAME || names.has(hashes[i] as number)) kinds[i] = NAME
  return kinds

  // "may", "march" and "mar" are dates only in capitals; scripts without them have no such doubt.
  function isDate(i: number): boolean {
    if (kindOf(hashes[i] as number) !== DATE) return false
    const first = text.slice(starts[i], (starts[i] as number) + 1)
    const next = text.charCodeAt((ends[i] as number) + 1)
    return (
      !alsoWords.has(hashes[i] as number) ||
      first !== first.toLowerCase() ||
      first.toLowerCase() === first.toUpperCase() ||
      (next >= 48 && next <= 57) ||
      (i > 0 && kinds[i - 1] === NUMBER)
    )
  }
}
