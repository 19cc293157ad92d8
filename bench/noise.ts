// Spoils texts as scanning, careless editing and paraphrase do, by a seeded generator: every copy is spoilt by itself.
import { sentences } from '../src/text/sentences.js'
import { pick, type Random } from './random.js'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Wrong, lost and doubled characters, as from OCR; `rate` is their share of all letters and figures. */
export function characterErrors(text: string, rate: number, random: Random): string {
  let spoilt = ''
  for (const character of text) {
    if (!/[\p{L}\p{N}]/u.test(character) || random() >= rate) spoilt += character
    else {
      const kind = random()
      if (kind < 0.7) spoilt += pick(random, [...letters])
      else if (kind < 0.85) spoilt += character + pick(random, [...letters])
    }
  }
  return spoilt
}

const perLine = (text: string, change: (parts: string[]) => string[]): string =>
  text
    .split('\n')
    .map((line) => change(sentences(line).map(({ start, end }) => line.slice(start, end))).join(' '))
    .filter((line) => line !== '')
    .join('\n')

/** Loses every sentence with a chance of `rate`. */
export const sentenceLoss = (text: string, rate: number, random: Random): string =>
  perLine(text, (parts) => parts.filter(() => random() >= rate))

/** Exchanges a line with the next with a chance of `rate`. */
export function reordering(text: string, rate: number, random: Random): string {
  const parts = text.split('\n')
  for (let i = 0; i + 1 < parts.length; i++)
    if (random() < rate) [parts[i], parts[i + 1]] = [parts[i + 1] as string, parts[i] as string]
  return parts.join('\n')
}

const synonyms: readonly (readonly string[])[] = [
  ['said', 'stated', 'told reporters'],
  ['big', 'large'],
  ['begin', 'start'],
  ['began', 'started'],
  ['meeting', 'summit', 'talks'],
  ['country', 'nation'],
  ['also', 'too'],
  ['before', 'ahead of'],
  ['after', 'following'],
  ['about', 'around', 'some'],
  ['many', 'numerous'],
  ['help', 'assist'],
  ['show', 'reveal'],
  ['want', 'wish'],
  ['should', 'ought to'],
  ['but', 'however'],
  ['because', 'since'],
  ['people', 'persons'],
  ['called', 'named'],
  ['year', 'twelvemonth'],
  ['leader', 'chief'],
  ['attack', 'assault'],
  ['new', 'fresh'],
  ['the', 'that'],
  ['a', 'one'],
  ['of', 'from'],
  ['in', 'within'],
]
const others = new Map(synonyms.flatMap((group) => group.map((word) => [word, group] as const)))

/** Puts another word in place of those that have one, with a chance of four times `rate`: about a quarter of all words have one. */
export const substitution = (text: string, rate: number, random: Random): string =>
  text.replace(/[a-z]+/g, (word) => {
    const group = others.get(word)
    return group && random() < rate * 4 ? pick(random, group) : word
  })

export const noises = {
  'character errors': characterErrors,
  'sentences lost': sentenceLoss,
  'lines exchanged': reordering,
  'words substituted': substitution,
} as const
