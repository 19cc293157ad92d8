// Form reports: the same words every time, other facts. Weather, results, tables, earnings notes.
import { pick, type Random, seeded } from '../random.js'
import { newBody, newCast, newPerson } from './cast.js'
import { below, figure } from './phrases.js'
import { Writer } from './prose.js'
import { capital, placeName, Stock } from './vocabulary.js'

type Fill = (random: Random) => string

const decimal: Fill = (random) => `${below(random, 90)}.${below(random, 100)}`
const fills: Readonly<Record<string, Fill>> = {
  '#': decimal,
  '%': (random) => `${below(random, 12)}.${below(random, 10)}`,
  '@': placeName,
  '&': (random) => capital(newBody(random)),
  '*': (random) => newPerson(random).full,
  '~': (random) => pick(random, ['rose', 'fell', 'gained', 'lost', 'climbed', 'slipped']),
  '^': figure,
}
const blank = /[#%@&*~^]/g

const frames: readonly string[] = [
  '& on Tuesday reported net income of $# million for the quarter.',
  'The company, based in @, said it had profit of # cents a share, against # cents a year earlier.',
  'Revenue ~ % percent to $# million in the period.',
  'Shares of & ~ % percent to close at $# on Friday.',
  'The benchmark index ~ # points, or % percent, to #, traders in @ said.',
  'Among the most active were &, which ~ % percent, and &, which ~ % percent.',
  'The winning numbers drawn in @ on Saturday were #, # and #.',
  'The jackpot was estimated at $# million and goes to a ticket sold in @.',
  'Temperatures in @ will reach # degrees, with a low of # degrees overnight and winds of up to # miles an hour.',
  'Rain is expected in @, with a chance of # percent through the evening.',
  '@ beat @ % to % at home with points from * and *.',
  '* scored # points for @, which has won # of its last # games.',
  'The weekly auction in @ sold # tons at an average price of $#, which ~ % percent.',
  'Stocks of the crop ~ to # tons from # tons in the week before, the office in @ said.',
  'The central rate of the currency was set at #, and it ~ % percent against the dollar.',
]

const language = seeded(1819)
const cast = newCast(language, 'Friday')

/** A form of words: some of the frames, and sentences of its own in which a figure changes. */
function newForm(random: Random): string {
  const writer = new Writer(random, cast)
  const start = below(random, frames.length)
  const lines = Array.from({ length: 3 + below(random, 4) }, (_, k) => frames[(start + k) % frames.length] ?? '')
  for (let own = 2 + below(random, 4); own > 0; own--) {
    const words = writer.sentence().replace(blank, '').split(' ')
    for (let k = 3 + below(random, 5); k < words.length - 1; k += 7 + below(random, 8))
      words[k] = pick(random, ['^', '#', '&', '*'])
    lines.push(words.join(' '))
  }
  if (random() < 0.4) for (let row = 4 + below(random, 12); row > 0; row--) lines.push('@ # # %')
  return `${writer.headline().replace(blank, '')}\n${lines.join('\n\n')}`
}

const forms = new Stock(
  Array.from({ length: 400 }, () => newForm(language)),
  30,
)

export function formReport(random: Random): { title: string; text: string } {
  const form = forms.one(random)
  const filled = form.replace(blank, (mark) => fills[mark]?.(random) ?? '')
  const end = filled.indexOf('\n')
  return { title: filled.slice(0, end), text: filled.slice(end + 1) }
}
