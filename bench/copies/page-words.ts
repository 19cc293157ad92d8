// What pages print round and between the paragraphs of a story: furniture, captions, datelines, bylines and credits, in the forms
// that real pages use. Invented headlines and names fill them.
import { pick, type Random } from '../random.js'

export const headlines: readonly string[] = `
Council approves new cycle lanes along the canal
Bakery closes after 84 years as owners retire
Rain washes out second day of flower show
School choir to sing at harbour festival
Five things to know before the weekend
Bus fares to rise from September, operator says
Local rower wins silver at national regatta
Museum unveils restored steam engine
How one village brought back its corner shop
Why your tomatoes are splitting, and what to do
New ferry terminal opens a month ahead of time
Police dog finds missing hiker in two hours
Market traders welcome longer opening hours
Lost ring turns up in a potato after nine years
Cinema to show silent films with live piano
Firefighters free cat from organ pipe
Orchard owners hope for late summer sun
Library fines scrapped in three towns
Storm clean-up to last until Friday, mayor says
Teenager builds telescope from scrap metal
Tram line to be extended to the hospital
Review: A quiet novel about noisy neighbours
Opinion: Our parks deserve better benches
Watch: Seal pups return to the estuary
Quiz: How well do you know your own town?
Recipe: Plum cake the way grandmother made it
Brewery turns leftover bread into ginger beer
Swimming pool to reopen with warmer water
Farm shop thieves leave thank-you note
Chess club looks for players under ten
`
  .trim()
  .split('\n')

const people: readonly string[] = (
  'Marta Ellingsen|Tom Brackley|Aiko Sanda|Ruben Castell|Priya Nandan|Greta Holm|Declan Moor|Yusuf Adeyemi|Lena Fisk|Oscar Petrie|' +
  'Noor Hadid|Carla Mendes|Jonas Weil|Hana Kovac|Liam Duffield|Sofia Brandt|Anil Joshi|Mei Tanaka|Erik Lund|Rosa Palmer'
).split('|')

const subjects: readonly string[] = [
  'A ferry leaves the harbour',
  'People walk past the town hall',
  'The scene on Tuesday morning',
  'A general view of the area',
  'Workers at the site earlier this year',
  'Visitors queue outside the building',
  'File photo of the main entrance',
  'A street in the old town',
  'Boats in the bay at dawn',
  'The building as seen from the river',
  'An employee checks equipment',
  'Shoppers at the covered market',
]

const captionForms: readonly string[] = [
  'SUBJECT. Photo: AP',
  'SUBJECT. (AP Photo/PERSON)',
  'SUBJECT. PHOTO: REUTERS',
  'SUBJECT. REUTERS/PERSON/File Photo',
  'SUBJECT. Photograph: PERSON/AFP/Getty Images',
  'SUBJECT. — AFP photo',
  'SUBJECT (Photo by PERSON / AFP)',
  'SUBJECT. Picture: PERSON',
  'SUBJECT. Image credit: Supplied',
  'SUBJECT. (Photo: iStock)',
  'SUBJECT. Credit: PERSON',
  'Photo: PERSON / OUTLET',
  'FILE PHOTO: SUBJECT. REUTERS/PERSON',
  'SUBJECT. (PERSON/OUTLET)',
]

/** Forms of one line; HEADLINE, PERSON, OUTLET are filled in. */
const lineForms: readonly string[] = `
ADVERTISEMENT
Advertisement
- Advertisement -
Story continues below advertisement
Article continues after this advertisement
Advertisement - story continues below
Sign up for our newsletter
Sign up now: Get OUTLET newsletters delivered to your inbox
Sign up to our free daily briefing
Subscribe to our newsletter to get the day's top stories in your inbox
Get the latest news delivered to your inbox every morning
Join our WhatsApp channel for breaking news
Follow us on Telegram for the latest updates
Follow OUTLET on Facebook and Instagram
Download our app for breaking news alerts
Share this article
Share on Facebook
Share this story: Facebook Twitter WhatsApp Email
Click to share on Twitter (Opens in new window)
Copy link
Print this page
Listen to this article
Listen to this article (4 min)
3 min read
Reading time: 2 minutes
View comments (18)
Join the conversation
Leave a comment
Comments are closed.
Read more: HEADLINE
READ MORE: HEADLINE
Read more
Read also: HEADLINE
Also read | HEADLINE
ALSO READ: HEADLINE
See also: HEADLINE
Related: HEADLINE
RELATED | HEADLINE
Recommended: HEADLINE
More: HEADLINE
Watch: HEADLINE
Don't miss: HEADLINE
Next: HEADLINE
Explainer: HEADLINE
You may also like: HEADLINE
From the archive: HEADLINE
Editor's pick: HEADLINE
Most read: HEADLINE
(Also read: HEADLINE)
Continue reading the main story
Skip advertisement
Support independent journalism. Subscribe from $1 a week.
Already a subscriber? Log in
This article is free for a limited time
Thank you for reading OUTLET
Got a story? Email our newsroom at tips@example.com
Report an error in this article
Was this article helpful?
Topics: Europe, Transport, Business
Tags: news, world, regional
Filed under: World
Home > News > World
Updated 10:42 a.m.
Published 14 hours ago
Last updated: March 4, 2031, 9:12 am
Swipe for more photos
Scroll down for video
Video: HEADLINE
`
  .trim()
  .split('\n')

const blockTitles: readonly string[] = [
  'Related Stories',
  'RELATED STORIES',
  'Top stories',
  'Most popular',
  'Most Read',
  'Read next',
  'More on this topic',
  'MORE FROM WORLD',
  'You might also like',
  'People are also reading…',
  'Trending now',
  'Recommended for you',
]

/** Only at a page's foot. */
const footForms: readonly string[] = [
  'Copyright 2031 OUTLET. All rights reserved.',
  'This article was generated from an automated news agency feed without modifications to text.',
  '(Except for the headline, this story has not been edited by OUTLET staff and is published from a syndicated feed.)',
  'Click here for more world news',
  'Back to top',
  'Read the full print edition of OUTLET online',
  'Contact us | Privacy policy | Terms of use',
  'Get the OUTLET app: iOS Android',
]

const headForms: readonly string[] = [
  'WORLD',
  'News | World',
  'PREMIUM',
  'Subscribers only',
  'Monday, 10 March 2031 | 5:12 PM',
  'March 10, 2031 | 9:45am',
  'Published Mar 10, 2031, 10:12 PM',
  'Updated: 10 Mar 2031, 08:30',
  '2 min read',
  'Text size A A A',
  'Save Share',
]

/** A piece of the page: its kind as SpanKind names it, and its lines. */
export interface PagePiece {
  readonly kind: 'furniture' | 'caption' | 'byline' | 'dateline' | 'credit' | 'headline'
  readonly lines: readonly string[]
}

const fill = (form: string, outlet: string, random: Random) =>
  form
    .replaceAll('HEADLINE', pick(random, headlines))
    .replaceAll('PERSON', pick(random, people))
    .replaceAll('SUBJECT', pick(random, subjects))
    .replaceAll('OUTLET', outlet)

export const caption = (outlet: string, random: Random): PagePiece => ({
  kind: 'caption',
  lines: [fill(pick(random, captionForms), outlet, random)],
})

/** Furniture between paragraphs: a line, sometimes a block of headlines under its title. */
export function furniture(outlet: string, random: Random): PagePiece {
  const draw = random()
  if (draw < 0.12) {
    const count = 2 + Math.floor(random() * 3)
    const shown = new Set(Array.from({ length: count }, () => pick(random, headlines)))
    return { kind: 'furniture', lines: [pick(random, blockTitles), ...shown] }
  }
  return { kind: 'furniture', lines: [fill(pick(random, lineForms), outlet, random)] }
}

export const headFurniture = (outlet: string, random: Random): PagePiece => ({
  kind: 'furniture',
  lines: [fill(pick(random, headForms), outlet, random)],
})

export const footFurniture = (outlet: string, random: Random): PagePiece =>
  random() < 0.5
    ? furniture(outlet, random)
    : { kind: 'furniture', lines: [fill(pick(random, footForms), outlet, random)] }

/** How an agency writes its own name; the first is the short one. */
const printed: Readonly<Record<string, readonly string[]>> = {
  Reuters: ['Reuters', 'REUTERS'],
  AP: ['AP', 'The Associated Press', 'Associated Press'],
  AFP: ['AFP', 'Agence France-Presse'],
  PTI: ['PTI', 'Press Trust of India'],
  dpa: ['dpa', 'DPA'],
  'Canadian Press': ['The Canadian Press', 'THE CANADIAN PRESS'],
  UPI: ['UPI', 'United Press International'],
  Xinhua: ['Xinhua'],
  EFE: ['EFE'],
  ANSA: ['ANSA'],
  Bernama: ['Bernama', 'BERNAMA'],
  Kyodo: ['Kyodo', 'Kyodo News'],
  'PA Media': ['PA', 'PA Media'],
  AAP: ['AAP', 'Australian Associated Press'],
  NZME: ['NZME'],
}

export const namesOf = (agency: string): readonly string[] => printed[agency] ?? [agency]

/** A dateline, with the agency's name when it signs there. Ends where the lead begins. */
export function dateline(place: string, agency: string | null, date: string, random: Random): string {
  const [city = place] = place.split(/, (?=\p{L}+ \d)/u)
  const shown =
    random() < 0.75 ? city : city.replace(/\p{L}+/gu, (word) => (word[0] ?? '') + word.slice(1).toLowerCase())
  const dated = random() < 0.35 ? `${shown}, ${date}` : shown
  const short = agency === null ? null : (namesOf(agency)[0] ?? agency)
  if (short === null) return pick(random, [`${dated} - `, `${dated} — `, `${dated}: `, `${dated} – `])
  return pick(random, [
    `${dated} (${short}) - `,
    `${dated} (${short}) — `,
    `${dated} (${short}) `,
    `${dated}, ${short} - `,
    `${dated} (${short}): `,
    `${dated} — (${short}) `,
  ])
}

const person = (random: Random) => pick(random, people)

/** A line at the head or foot by which the agency signs. */
export function credit(agency: string, random: Random): string {
  const names = namesOf(agency)
  const name = pick(random, names)
  const long = names[1] ?? name
  if (agency === 'Reuters' && random() < 0.4)
    return pick(random, [
      `(Reporting by ${person(random)}; Editing by ${person(random)}) REUTERS`,
      `(Reporting by ${person(random)} and ${person(random)}; editing by ${person(random)})`,
      `Reporting by ${person(random)} for Reuters`,
    ])
  if (agency === 'AP' && random() < 0.3)
    return 'Copyright 2031 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.'
  if (agency === 'Xinhua' && random() < 0.4) return 'Enditem'
  return pick(random, [name, name.toUpperCase(), `- ${name}`, `— ${name}`, `(${name})`, `Source: ${name}`, `© ${long}`])
}

/** A byline as a line on the page; with the agency's name when it signs there. */
export const byline = (agency: string | null, outlet: string, random: Random): string =>
  agency === null
    ? pick(random, [
        `By ${person(random)}`,
        `${outlet} staff`,
        `By ${outlet} Reporter`,
        `By ${outlet} Staff and Wire Services`,
        `${person(random)}, ${outlet}`,
      ])
    : pick(random, [
        `By ${person(random)}, ${pick(random, namesOf(agency))}`,
        pick(random, namesOf(agency)),
        `By ${pick(random, namesOf(agency))}`,
        `${person(random)} | ${pick(random, namesOf(agency))}`,
      ])

/** The field of the byline, beside the text. */
export const bylineField = (agency: string | null, outlet: string, random: Random): string =>
  agency === null
    ? pick(random, [person(random), `By ${person(random)}`, `${outlet} staff`])
    : pick(random, [...namesOf(agency), `By ${person(random)}, ${pick(random, namesOf(agency))}`])
