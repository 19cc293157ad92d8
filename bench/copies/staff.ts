// Articles that no agency wrote: an outlet's own local stories, and texts without any credit, with what only looks like a signature:
// an agency told something, a photograph's credit, a contribution to the report, an outlet that quotes a wire.
import type { Article } from '../../src/index.js'
import { pick, type Random, seeded } from '../random.js'
import type { Dispatch } from './dispatches.js'
import { drawMarks, setMarks } from './house.js'
import { outlets } from './own-words.js'
import * as page from './page-words.js'

const towns = 'Wexley|Ambleford|Port Carrow|Tansley Green|Millbrook|Harlow Springs|Upper Denby|Saltash Cove'.split('|')
const firsts = 'Hollis|Perla|Gus|Ines|Marcus|Ruthanne|Saul|Dorothea|Kamal|Birgit|Owen|Lucinda'.split('|')
const lasts = 'Venn|Osgood|Amador|Calloway|Eddington|Okafor|Birnbaum|Strand|Whitlock|Pereira|Nakata|Lowe'.split('|')
const things =
  'turnip|quilt|pumpkin|jar of honey|model steam engine|sourdough loaf|barbershop quartet|sheepdog|marrow|brass band'.split(
    '|',
  )

const leads: readonly string[] = [
  'A THING entered by PERSON took first prize at the TOWN Harvest Fair on Sunday, to loud applause from the grandstand.',
  'The TOWN town council voted NUMBER to 3 on Tuesday to repair the roof of the old market hall before winter.',
  'Volunteers in TOWN picked up NUMBER bags of litter along the river on Saturday, the most since the event began.',
  'PERSON has been named head teacher of TOWN Primary School and will take up the post in September.',
  'A power cut left NUMBER homes in TOWN without light for most of Thursday evening.',
  'The TOWN public library will stay open on Sundays from next month after a trial drew NUMBER visitors.',
  'Commuters in TOWN will have a new bus to the station from Monday, the county said.',
]

const bodies: readonly string[] = [
  'Attendance reached NUMBER over two days, organizers said, the most since the barn roof was replaced.',
  '"I have waited nine years for this," said PERSON, who grew up two streets away.',
  'Proceeds of $NUMBER go to the volunteer fire company, whose pumper dates from the previous century.',
  'PERSON, who chairs the committee, thanked the helpers and asked for patience with the parking.',
  'The work will cost about $NUMBER,000 and is to be paid for from the reserve.',
  'Not everyone was pleased. PERSON said the money would have been better spent on the swimming pool.',
  'Rain held off until the last judge had left the field.',
  'A second meeting is planned for the end of the month at the parish hall.',
  '"It is a small thing, but it is our small thing," PERSON said.',
  'Traffic on the high street was slow through the afternoon, and two cars were towed.',
  'The last time that happened was in 1987, when the mayor rode in on a donkey.',
  'Tickets are $5 for adults and free for children under 12.',
  'PERSON, a retired bus driver from TOWN, came with three grandchildren and a folding chair.',
  'County engineers will look at the drains again in spring.',
  'The choir of TOWN sang two songs, one of them twice.',
  'Anyone with old photographs of the building is asked to bring them to the front desk.',
]

/** Mentions of an agency that sign nothing. */
const mentions: readonly string[] = [
  'The company told Reuters in May that it had orders for NUMBER more.',
  '"We are ready," PERSON told The Associated Press last year.',
  'A spokesman told AFP that the firm would not comment.',
  'Analysts polled by Reuters had expected less.',
  'The figures were first reported by Bloomberg.',
  'According to the Xinhua news agency, a similar fair is held in Linshan.',
  'PERSON, who once worked for the Press Association, now keeps bees.',
  'The story was picked up by dpa and ran in Germany, too.',
  'A photograph of it by the AP went round the world in 2019.',
  'PERSON said in an interview with Kyodo News that the design was his own.',
]

const photoLines: readonly string[] = [
  'Photo: AP',
  'PHOTO: REUTERS',
  'A judge inspects the entries. (AP Photo/Corbin Tate)',
  'The market hall in TOWN. Photograph: Ilmar Roos/Reuters',
  'The scene on Sunday. — AFP photo',
  'The grandstand at TOWN (Photo by PERSON / AFP via Getty Images)',
  'FILE PHOTO: The river in spring. REUTERS/PERSON/File Photo',
]

const contributions: readonly string[] = [
  'The Associated Press contributed to this report.',
  'AP contributed to this report.',
  'Reuters contributed to this article.',
  'AFP contributed reporting.',
  'With inputs from PTI',
  'This report contains material from The Associated Press.',
]

const ownBylines: readonly string[] = [
  'By PERSON',
  'By PERSON, OUTLET staff writer',
  'PERSON | OUTLET',
  'Staff report',
  'OUTLET staff',
]

export interface StaffArticle {
  readonly article: Article
  readonly seed: number
}

function fill(form: string, outlet: string, random: Random): string {
  const person = () => `${pick(random, firsts)} ${pick(random, lasts)}`
  return form
    .replace(/PERSON/g, person)
    .replace(/TOWN/g, () => pick(random, towns))
    .replace(/THING/g, () => pick(random, things))
    .replace(/NUMBER/g, () => String(4 + Math.floor(random() * 900)))
    .replaceAll('OUTLET', outlet)
}

/** Local news, or the words of a dispatch that nobody signs. */
function paragraphs(dispatches: readonly Dispatch[], outlet: string, random: Random): string[] {
  if (random() < 0.3) return pick(random, dispatches).prose.text.split('\n')
  const put = (form: string) => fill(form, outlet, random)
  const count = 5 + Math.floor(random() * 6)
  const left = [...bodies]
  const body = Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0] ?? '').map(put)
  return [put(pick(random, leads)), ...body]
}

export function makeStaff(dispatches: readonly Dispatch[], seed: number): StaffArticle {
  const random = seeded(seed)
  const outlet = pick(random, outlets)
  const put = (form: string) => fill(form, outlet, random)
  const lines = paragraphs(dispatches, outlet, random)
  const between = () => 1 + Math.floor(random() * (lines.length - 1))
  if (random() < 0.6) lines.splice(between(), 0, put(pick(random, mentions)))
  if (random() < 0.35) lines.splice(between(), 0, put(pick(random, photoLines)))
  if (random() < 0.5) lines.splice(between(), 0, ...page.furniture(outlet, random).lines)
  if (random() < 0.3) lines.push(put(pick(random, contributions)))
  if (random() < 0.3) lines.push(...page.footFurniture(outlet, random).lines)
  if (random() < 0.4) lines.unshift(put(pick(random, ownBylines)))
  if (random() < 0.35) lines.unshift(put(pick(random, photoLines)))
  const text = setMarks(lines.join(random() < 0.7 ? '\n' : ' '), drawMarks(random))
  const byline = random() < 0.5 ? { byline: put(pick(random, ownBylines)) } : {}
  return {
    article: { id: `staff-${seed}`, outlet, text, title: put(pick(random, leads)).slice(0, 60), ...byline },
    seed,
  }
}
