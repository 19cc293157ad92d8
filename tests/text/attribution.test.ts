// Who signs an article and where, what only looks like a signature, and how signatures are weighed into an agency.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckedArticle } from '../../src/article/article.js'
import { attribute, type EvidenceKind, type Signature, signatures } from '../../src/text/attribution.js'
import { findFurniture } from '../../src/text/furniture.js'

const first = 'It snowed for the third day in the hills above the town, the weather office said on Monday.'
const second = 'Ploughs had cleared 12 of the 31 roads by noon, and the school stayed shut until Thursday.'
const story = `${first}\n${second}`

function article(fields: Partial<CheckedArticle>): CheckedArticle {
  const none = { title: null, byline: null, url: null, language: null, time: null }
  return { id: 'snow-1', outlet: 'Fjord Post', text: story, ...none, ...fields }
}

function signaturesOf(fields: Partial<CheckedArticle>): readonly Signature[] {
  const given = article(fields)
  return signatures(given, findFurniture(given.text, { title: given.title }))
}

/** Agency, kind, field and words of each signature. */
const signed = (fields: Partial<CheckedArticle>) =>
  signaturesOf(fields).map(({ agency, evidence: { kind, field, text } }) => [agency, kind, field, text])

describe('signatures', () => {
  it.each([
    ['a dateline', `OSLO (Reuters) - ${story}`, ['Reuters', 'dateline', 'text', 'Reuters']],
    [
      'a Chinese dateline',
      '新华社北京3月4日电 山上连下三天雪，气象局周一说。',
      ['Xinhua', 'dateline', 'text', '新华社'],
    ],
    ['a byline on the page', `Ada Lind, Associated Press\n${story}`, ['AP', 'byline', 'text', 'Associated Press']],
    ['a closing line', `${story}\n(AFP)`, ['AFP', 'sign-off', 'text', 'AFP']],
    ['a closing line in capitals', `${first} ${second} REUTERS`, ['Reuters', 'sign-off', 'text', 'REUTERS']],
    ['a source line', `${story}\nSource: Reuters/fs`, ['Reuters', 'credit', 'text', 'Reuters']],
    ['a rights line', `${story}\n© 2031 AFP`, ['AFP', 'copyright', 'text', 'AFP']],
    [
      'a dateline with the agency behind its dash',
      `OSLO — (Reuters) ${story}`,
      ['Reuters', 'dateline', 'text', 'Reuters'],
    ],
    ['a dateline with a comma', `Rome, ANSA - ${story}`, ['ANSA', 'dateline', 'text', 'ANSA']],
    ['a dateline below a gallery', `1 / 4\nOSLO (AP) — ${story}`, ['AP', 'dateline', 'text', 'AP']],
    [
      'a Korean dateline',
      '(서울=연합뉴스) 눈이 사흘째 내렸다고 기상청이 월요일 밝혔다.',
      ['Yonhap', 'dateline', 'text', '연합뉴스'],
    ],
    [
      'a Japanese dateline',
      '【パリAFP】山で三日続けて雪が降ったと気象局が月曜日に発表した。',
      ['AFP', 'dateline', 'text', 'AFP'],
    ],
    ['a byline with a bar', `Ada Lind | WAM\n${story}`, ['WAM', 'byline', 'text', 'WAM']],
    [
      'a byline with a date',
      `The Associated Press | Sunday, March 9, 2031\n${story}`,
      ['AP', 'byline', 'text', 'Associated Press'],
    ],
    [
      'a byline that lost its space',
      `Ada LindAssociated Press\n${story}`,
      ['AP', 'byline', 'text', 'Associated Press'],
    ],
    ['a byline that runs into the lead', `By Ada Lind, AFP ${first} ${second}`, ['AFP', 'byline', 'text', 'AFP']],
    ['a name that runs into the lead', `AFP ${first} ${second}`, ['AFP', 'byline', 'text', 'AFP']],
    [
      'a sign-off before a promotion',
      `${first} ${second} (Bernama) Get our app: iOS Android`,
      ['Bernama', 'sign-off', 'text', 'Bernama'],
    ],
    [
      'a sign-off behind a link',
      `${first} ${second} Report an error in this article © PAP`,
      ['PAP', 'copyright', 'text', 'PAP'],
    ],
    [
      'a source behind a link',
      `${story}\nYou may also like: Choir to sing Source: Bloomberg`,
      ['Bloomberg', 'credit', 'text', 'Bloomberg'],
    ],
    ['an Arabic source', `${story}\nالمصدر: رويترز`, ['Reuters', 'credit', 'text', 'رويترز']],
    ['a Russian source', `${story}\nИсточник: ТАСС`, ['TASS', 'credit', 'text', 'ТАСС']],
    ['a small sign-off in the line', `${first} ${second} dpa`, ['dpa', 'sign-off', 'text', 'dpa']],
    [
      'a note on the writer',
      `${story}\nAda Lind is an Associated Press writer.`,
      ['AP', 'credit', 'text', 'Associated Press'],
    ],
    ['closing words that are its alone', `${story}\nEnditem`, ['Xinhua', 'sign-off', 'text', 'Enditem']],
  ])('are found in %s', (_, text, expected) => {
    expect(signed({ text })).toEqual([expected])
  })

  it('are found in the byline, the outlet and the address', () => {
    expect(signed({ byline: 'By Ada Lind, Associated Press' })).toEqual([
      ['AP', 'byline', 'byline', 'Associated Press'],
    ])
    expect(signed({ outlet: 'Reuters' })).toEqual([['Reuters', 'outlet', 'outlet', 'Reuters']])
    const url = 'https://www.reuters.com/world/snow-1'
    expect(signed({ url })).toEqual([['Reuters', 'url', 'url', url]])
  })

  it('tell the two agencies of a joint credit apart', () => {
    expect(signed({ text: `${story}\nAFP, REUTERS` }).map(([agency]) => agency)).toEqual(['AFP', 'Reuters'])
    expect(signed({ text: `${story}\n(Reuters, AFP)` }).map(([agency]) => agency)).toEqual(['Reuters', 'AFP'])
  })

  it.each([
    ['a mention in the story', `${first}\nThe mayor told Reuters on Monday that the school would stay shut.`],
    ['a photo credit', `FILE PHOTO: Snow on the roofs. REUTERS/Ada Lind\n${story}`],
    ['a contribution', `${story}\nReuters contributed to this report.`],
    ['a contribution in brackets', `${story}\n(Avec AFP et Reuters)`],
    ['a contribution with a dash', `${story}\n– With AFP, Reuters`],
    ['material', `${story}\nmit Material der dpa`],
    ['further reporting', `${story}\nAdditional reporting by PA Media`],
    ['a place that has its name', `ANSA STREET — ${story}`],
    ['a state', `SCRANTON (PA) — ${story}`],
    ['a person who has its name', `By Clara Reuter\n${story}`],
    ['a photographer before the story', `The hall in Ambleford. Photograph: Ada Lind/Reuters\n${story}`],
    ['a photographer above a caption', `Ada Lind, Associated Press\nFILE - Snow on the roofs, March 2031.\n${story}`],
    ['a photographer given twice', `Ada Lind | AP\nAda Lind | AP\n${story}`],
    ['a photographer and a library', `Ada Lind | AFP | Getty Images\n${story}`],
    ['inputs', `${story}\nWith inputs from Reuters`],
    ['files', `${story}\nWith files from The Canadian Press`],
    ['an outlet whose name only holds a form', `Ada Lind, APEX News\n${story}`],
  ])('are not found in %s', (_, text) => {
    expect(signed({ text })).toEqual([])
  })

  it('are found where its own writers helped, unless the outlet has a byline', () => {
    const text = `${story}\nAssociated Press writer Ada Lind in Oslo contributed to this report.`
    expect(signed({ text }).map(([agency]) => agency)).toEqual(['AP'])
    expect(signed({ text, byline: 'By Per Roe' })).toEqual([])
  })

  it('are both found in a joint dateline, which is no photo credit', () => {
    const names = signed({ text: `Kiel (dpa/Reuters) - ${story}` }).map(([agency]) => agency)
    expect(names).toEqual(['dpa', 'Reuters'])
  })

  it('are not found in the byline field where it tells of a contribution or a photo', () => {
    expect(signed({ byline: 'Ada Lind, with files from Reuters' })).toEqual([])
    expect(signed({ byline: 'Ada Lind; photo by AFP' })).toEqual([])
  })

  it('are not found in a photo credit that ran into the dateline', () => {
    const text = `Snow on the roofs of the town. PHOTO: REUTERS OSLO - ${first} ${second} AFP`
    expect(signed({ text }).map(([agency]) => agency)).toEqual(['AFP'])
  })

  it('are not found where there is nothing', () => {
    expect(signed({ text: '' })).toEqual([])
    expect(signed({})).toEqual([])
  })

  it('carry the article, and offsets of just their words in their field', () => {
    const parts = [
      'OSLO (Reuters) - ',
      'By Ada Lind, AP\n',
      `${first} `,
      `${second}\n`,
      '(AFP)',
      '\n© 2031 dpa',
      'Enditem',
    ]
    const page = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((pieces) => pieces.join(''))
    const byline = fc.constantFrom(null, 'Reuters', 'Ada Lind, AFP and dpa')
    fc.assert(
      fc.property(page, byline, (text, by) => {
        const given = { ...article({ text, byline: by }), url: 'https://apnews.com/snow', outlet: 'AFP' }
        for (const { evidence } of signatures(given, findFurniture(text))) {
          expect(evidence.articleId).toBe('snow-1')
          expect(given[evidence.field]?.slice(evidence.start, evidence.end)).toBe(evidence.text)
          expect(evidence.text).not.toBe('')
        }
      }),
    )
  })
})

describe('attribute', () => {
  const signature = (agency: string, kind: EvidenceKind, articleId = 'snow-1'): Signature => ({
    agency,
    evidence: { articleId, kind, field: 'text', text: agency, start: 0, end: agency.length },
  })

  it('names nobody where nobody signs', () => {
    expect(attribute([])).toBeNull()
  })

  it('is as sure of one signature as its kind may be trusted', () => {
    expect(attribute([signature('AFP', 'dateline')])).toMatchObject({ name: 'AFP', confidence: 0.95, joint: [] })
    expect(attribute([signature('AFP', 'copyright')])).toMatchObject({ name: 'AFP', confidence: 0.7 })
  })

  it('is surer of two signatures than of one', () => {
    const both = attribute([signature('AFP', 'dateline'), signature('AFP', 'byline')])
    expect(both?.confidence).toBeCloseTo(0.995, 3)
    expect(both?.evidence.map(({ kind }) => kind)).toEqual(['dateline', 'byline'])
  })

  it('names the agency that signs best, and gives its evidence alone', () => {
    const attribution = attribute([
      signature('AFP', 'copyright', 'snow-1'),
      signature('Reuters', 'dateline', 'snow-2'),
      signature('Reuters', 'sign-off', 'snow-3'),
    ])
    expect(attribution?.name).toBe('Reuters')
    expect(attribution?.evidence.map(({ articleId }) => articleId)).toEqual(['snow-2', 'snow-3'])
    expect(attribution?.joint).toEqual(['AFP'])
  })

  it('names the first of a joint credit', () => {
    const joint = signaturesOf({ text: `${story}\n(Reuters, AFP)` })
    expect(attribute(joint)).toMatchObject({ name: 'Reuters', joint: ['AFP'] })
  })

  it('shares its confidence among agencies that sign alike, the first in the alphabet being named', () => {
    expect(attribute([signature('Reuters', 'sign-off'), signature('AFP', 'sign-off')])).toMatchObject({
      name: 'AFP',
      confidence: 0.475,
      joint: ['Reuters'],
    })
  })

  it('gives the same answer in whatever order the signatures come', () => {
    const kinds: EvidenceKind[] = ['sign-off', 'credit', 'dateline', 'byline', 'copyright', 'outlet', 'url']
    const one = fc.tuple(fc.constantFrom('AFP', 'AP', 'dpa'), fc.constantFrom(...kinds))
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (all) => {
        const found = all.map(([agency, kind]) => signature(agency, kind))
        const [forth, back] = [attribute(found), attribute([...found].reverse())]
        expect(forth?.confidence).toBeGreaterThan(0)
        expect(forth?.confidence).toBeLessThanOrEqual(1)
        expect({ ...back, evidence: [] }).toEqual({ ...forth, evidence: [] })
        expect(forth?.evidence).toHaveLength(found.filter(({ agency }) => agency === forth?.name).length)
      }),
    )
  })
})
