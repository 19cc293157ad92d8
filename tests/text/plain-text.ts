// The plain ways of counting words and cutting sentences, by regular expressions: what the fast ways must equal.
import { knownAbbreviations as english } from 'natural/lib/natural/util/abbreviations_en.js'
import { knownAbbreviations as spanish } from 'natural/lib/natural/util/abbreviations_es.js'
import { type Range, trim } from '../../src/text/sentences.js'

const unspacedLetters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const spacedWords = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu

export function plainWordCount(text: string): number {
  const unspaced = text.match(unspacedLetters)?.length ?? 0
  return (text.replace(unspacedLetters, ' ').match(spacedWords)?.length ?? 0) + unspaced / 2
}

export const plainEndsInStop = (text: string): boolean => /[.!?…。！？؟।۔]["'”’»)\]』」）]*$/u.test(text)

const news =
  'Adm Atty Ave Brig Capt Cmdr Co Col Corp Cpl Det Dist Ft Gen Gov Hon Inc Insp Jr Lt Ltd Maj Mt Messrs No Ph.D Pfc ' +
  'Pres Pvt Prof Rep Reps Rev Sen Sens Sgt Sr St Ste Supt Spc U.S U.K U.N a.m p.m e.g i.e vs etc al ' +
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun ' +
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo'
const abbreviations = new Set(
  [...english, ...spanish, ...news.split(' ')].map((word) => word.replace(/\.$/, '').toLowerCase()),
)
const alsoWords = new Set(['no', 'al', 'min', 'est', 'temp', 'art', 'const', 'ant', 'ap', 'id', 'cap', 'mat', 'vet'])

function endsInAbbreviation(before: string, nextIsFigure: boolean): boolean {
  const word = /[\p{L}\p{N}.]+$/u.exec(before.slice(-12))?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word)) return true
  if (alsoWords.has(word.toLowerCase())) return nextIsFigure
  return word !== '' && (abbreviations.has(word.toLowerCase()) || /^(?:\p{L}\.)+\p{L}$/u.test(word))
}

const ends = /\n|[.!?…。！？｡।؟۔][.!?…。！？｡।؟۔"'”’»)\]』」）》]*/g

export function plainSentences(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  const close = (end: number) => {
    const sentence = trim(text, start, end)
    if (sentence.end > sentence.start) found.push(sentence)
    start = end
  }
  for (const { 0: marks, index } of text.matchAll(ends)) {
    const end = index + marks.length
    const following = text.slice(end).replace(/^[ \t\n\v\f\r\u00a0\u3000\u2028]+/, '')
    const isSpaced = following.length < text.length - end
    if (marks === '\n') close(index)
    else if (end === text.length) break
    else if (/^[。！？｡।؟۔]/.test(marks)) close(end)
    else if (isSpaced && !/^\p{Ll}/u.test(following))
      if (marks !== '.' || !endsInAbbreviation(text.slice(0, index), /^\d/.test(following))) close(end)
  }
  close(text.length)
  return found
}
