// What of a page is furniture and what is the story's: by form of words, by place, by repetition; against the fixtures'
// gold; and in good time on hostile input.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { datelineAt } from '../../src/text/dateline.js'
import { findFurniture, type PageContext, servesAsHeadline } from '../../src/text/furniture.js'
import { sentences } from '../../src/text/sentences.js'
import { tokenize } from '../../src/text/tokens.js'
import { unitsOf } from '../../src/text/units.js'

const first = 'It snowed for the third day in the hills above the town, the weather office said on Monday.'
const second = 'Ploughs had cleared 12 of the 31 roads by noon, and the school stayed shut until Thursday.'
const third = 'The mayor, Ada Lind, thanked the drivers and asked people to leave their cars at home.'
const story = `${first}\n${second}\n${third}`

const found = (text: string, context?: PageContext) =>
  findFurniture(text, context).map(({ kind, start, end }) => [kind, text.slice(start, end)])
const ahead = (line: string) => found(`${line}\n${story}`)
const between = (line: string) => found(`${first}\n${line}\n${second}\n${third}`)
const behind = (line: string) => found(`${story}\n${line}`)

describe('unitsOf', () => {
  const units = (text: string) =>
    unitsOf(text).map(({ start, end, wholeLine, line }) => [text.slice(start, end), wholeLine, line])

  it('takes a line of one sentence, or of scraps, whole', () => {
    expect(units('Sign up now\n\nIt snowed all day.\nSwipe. Select. Stay.')).toEqual([
      ['Sign up now', true, 0],
      ['It snowed all day.', true, 1],
      ['Swipe. Select. Stay.', true, 2],
    ])
  })

  it('takes a line of full sentences apart', () => {
    expect(units(`Snow\n${first} ${second}`)).toEqual([
      ['Snow', true, 0],
      [first, false, 1],
      [second, false, 1],
    ])
  })
})

describe('furniture by its form of words', () => {
  it.each([
    'Sign up now: Get the Fjord Post newsletters delivered to your inbox',
    'Subscribe to the Fjord Post today',
    'Follow us on Telegram',
    'Read also: Island post office goes under the hammer',
    'Related: Where the ploughs go',
    'Story continues below',
    'Advertisement',
    'Share this article',
    '12 comments',
    '1 of 5',
    '3 hours ago',
    'Published Mar 4, 2031, 10:12 PM',
    'All rights reserved.',
    'Have a tip? Write to us.',
    'À lire aussi : La neige',
    'Lea también: La nieve',
    'Lesen Sie auch: Der Schnee',
    'Baca juga: Salju',
    'Читайте также: Снег',
    'اقرأ أيضا: الثلج',
    '相关阅读：下雪',
    '関連記事：雪',
    'อ่านเพิ่มเติม: หิมะ',
  ])('knows "%s", wherever it stands', (line) => {
    expect(ahead(line)).toEqual([['furniture', line]])
    expect(between(line)).toEqual([['furniture', line]])
    expect(behind(line)).toEqual([['furniture', line]])
  })

  it.each([
    'FILE PHOTO: Snow on the roofs of the town.',
    'Snow is seen in this file photo on March 4, 2031.',
    'Snow on the roofs on Monday. REUTERS/Ada Lind',
    'Snow on the roofs of the town. (AP Photo/Ada Lind)',
    'Snow on the roofs. Ada Lind/AFP via Getty Images',
    'Photo by Ada Lind',
    '图为三月四日的雪',
  ])('knows the caption "%s"', (line) => {
    const zones = between(line)
    expect(new Set(zones.map(([kind]) => kind))).toEqual(new Set(['caption']))
    expect(zones.map(([, words]) => words).join(' ')).toBe(line)
  })

  it.each([
    'By Ada Lind',
    'By Ada Lind and Per Roe, Fjord Post',
    'Ada Lind, Staff Writer',
    'Par Ada Lind',
    '记者 甲乙',
  ])('knows the byline "%s"', (line) => {
    expect(ahead(line)).toEqual([['byline', line]])
  })

  it.each([
    'REUTERS',
    '(Reuters)',
    '- AFP',
    'Avec AFP',
    'AFP, REUTERS',
    'Source: Reuters/fs',
    '(Reporting by Ada Lind in Oslo; Editing by Per Roe)',
    'Per Roe contributed to this report.',
    '© 2031 AFP',
    'Enditem',
    '来源：新华社',
  ])('knows the credit "%s"', (line) => {
    expect(behind(line)).toEqual([['credit', line]])
  })

  it('takes two agencies in brackets for a joint credit, not for a photo credit', () => {
    expect(behind('(Reuters, AFP)')).toEqual([['credit', '(Reuters, AFP)']])
    expect(behind('(AFP/dpa)')).toEqual([['credit', '(AFP/dpa)']])
  })

  it('parts an agency from the promotion that ran into it', () => {
    expect(found(`${first} ${second} REUTERS Sign up for our newsletter`)).toEqual([
      ['credit', 'REUTERS'],
      ['furniture', 'Sign up for our newsletter'],
    ])
  })

  it.each([
    'Subscribers to the ferry line will get their money back, the council said on Monday.',
    'Copying the plan of a larger town would be a mistake, the mayor said on Monday.',
    'She told Reuters that she had not seen such snow in all of her 80 years.',
    'Photographs of the snow hung in the hall of the school for a week.',
    'Readers of the weather map had been warned, and the shops sold out of shovels.',
    '“Sign up for a plough course,” the mayor told the people of the town on Monday.',
  ])('leaves the story its sentence "%s"', (line) => {
    expect(between(line)).toEqual([])
  })
})

describe('blocks of headlines', () => {
  const block = 'Top stories Swipe. Select. Stay informed.'

  it('takes an opener with its scraps inside a paragraph, up to where the story goes on', () => {
    const text = `${first} ${block} ${second} ${third}`
    expect(
      found(text)
        .map(([, words]) => words)
        .join(' '),
    ).toBe(block)
  })

  it('leaves the sentence behind it to the story', () => {
    const headlines =
      'Top stories Ferry line to close in May Keepers of the lighthouse retire on one day Otters hold up'
    const sentence = 'The mayor thanked the drivers of all 31 ploughs for their three nights of work.'
    expect(found(`${first} ${headlines} traffic ${sentence} ${second}`)).toEqual([
      ['furniture', `${headlines} traffic`],
    ])
  })
})

describe('furniture by its place', () => {
  it('takes the first line that is no sentence for the headline, and others before the story for furniture', () => {
    expect(found(`Snow shuts school above the town\nWeather\n${story}`)).toEqual([
      ['headline', 'Snow shuts school above the town'],
      ['furniture', 'Weather'],
    ])
  })

  it('takes a line with an agency before the story for a byline', () => {
    expect(ahead('Ada Lind, Associated Press')).toEqual([['byline', 'Ada Lind, Associated Press']])
  })

  it('takes lines that are no sentences behind the story for furniture', () => {
    expect(behind('Weather\nHills and valleys')).toEqual([
      ['furniture', 'Weather'],
      ['furniture', 'Hills and valleys'],
    ])
  })

  it('leaves headings and the rows of a table to the story', () => {
    expect(between('What comes next')).toEqual([])
    expect(behind('Roads cleared 12\nRoads shut 19')).toEqual([])
  })

  it('judges nothing by place where there is no sentence at all', () => {
    expect(found('Snow\nHills\nTown')).toEqual([])
    expect(found('')).toEqual([])
  })
})

describe('furniture by repetition', () => {
  it('takes the title for the headline, whatever its case and marks', () => {
    expect(found(`SNOW SHUTS SCHOOL.\n${story}`, { title: 'Snow shuts school' })).toEqual([
      ['headline', 'SNOW SHUTS SCHOOL.'],
    ])
  })

  it('takes a sentence that the page shows twice for a caption', () => {
    const caption = 'Snow lies on the roofs of the town.'
    expect(found(`${caption}\n${first}\n${second}\n${caption}\n${third}`)).toEqual([
      ['caption', caption],
      ['caption', caption],
    ])
  })

  it('takes what the outlet repeats, as its caller says', () => {
    const line = 'Snow is what the hills are known for, say those who live in them.'
    const text = `${first}\n${line}\n${second}`
    const start = text.indexOf(line)
    expect(found(text)).toEqual([])
    expect(found(text, { isRepeated: (unit) => unit.start === start })).toEqual([['furniture', line]])
  })

  it('keeps the kind that repeated words have by their form', () => {
    expect(found(`${story}\n(Reuters)`, { isRepeated: (unit) => unit.start > story.length })).toEqual([
      ['credit', '(Reuters)'],
    ])
  })
})

describe('the dateline', () => {
  it('is found at the head of the story, with what stands before it', () => {
    expect(found(`Sign up now\nOSLO - ${story}\nREUTERS`)).toEqual([
      ['furniture', 'Sign up now'],
      ['dateline', 'OSLO - '],
      ['credit', 'REUTERS'],
    ])
  })

  it('is found behind a headline and a byline', () => {
    expect(found(`Snow shuts school above town\nBy Ada Lind\nOSLO (Reuters) - ${story}`)).toEqual([
      ['headline', 'Snow shuts school above town'],
      ['byline', 'By Ada Lind'],
      ['dateline', 'OSLO (Reuters) - '],
    ])
  })

  it('makes furniture of a sentence before it', () => {
    const summary = 'The school above the town stays shut, and the ploughs are slow.'
    expect(found(`${summary}\nOSLO - ${story}`)).toEqual([
      ['furniture', summary],
      ['dateline', 'OSLO - '],
    ])
  })

  it('is found within a line where paragraphs were lost', () => {
    const caption = 'Snow on the roofs of the town. PHOTO: Ada Lind'
    const text = `${caption} OSLO - ${first} ${second} ${third}`
    const zones = found(text)
    expect(zones.map(([, words]) => words?.trim()).join(' ')).toBe(`${caption} OSLO -`)
    expect(zones.at(-1)).toEqual(['dateline', 'OSLO - '])
  })

  it('does not part the story where a later paragraph opens with a place', () => {
    expect(found(`${story}\nPARIS: The ploughs of the French capital were out as well, its mayor said.`)).toEqual([])
  })
})

describe('marks alone', () => {
  it.each(['...', '. . .', '???'])("are the story's amid a line: %s", (marks) => {
    const line = `"I have never seen the like of it. ${marks} I go home on foot," the driver of the plough said.`
    expect(between(line)).toEqual([])
  })

  it('do not make furniture of the line they open', () => {
    expect(
      between('… It went on like that for hours. Nobody in the town saw the sun, and nobody asked for it.'),
    ).toEqual([])
  })

  it('are furniture on a line of their own', () => {
    expect(between('•••')).toEqual([['furniture', '•••']])
  })
})

describe('a dateline that an agency signs', () => {
  const gallery = [
    'Image 1 of 2',
    'The mayor of the town walks past a plough that stands in the snow, Monday, March 3, 2031, above the town. less',
    'The mayor of the town walks past a plough that stands in the snow, Monday, March 3, 2031, above the ... more',
    'Image 2 of 2',
    'The school above the town stays shut. Children of the town build a fort of snow, Monday, March 3, 2031. less',
    'The school above the town stays shut. Children of the town build a fort of ... more',
    'Photo: Ada Lind, AP',
    'Back to Gallery',
  ]

  it('is found behind a gallery, however long', () => {
    for (const times of [1, 5]) {
      const zones = found(
        `${Array.from({ length: times }, () => gallery.join('\n')).join('\n')}\nPORT ALDINE, Velmora (AP) — ${story}`,
      )
      expect(zones.at(-1)).toEqual(['dateline', 'PORT ALDINE, Velmora (AP) — '])
      expect(zones).toHaveLength(gallery.length * times + 1)
    }
  })

  it('takes no paragraphs with it', () => {
    const after = Array.from({ length: 6 }, (_, i) => `${third.slice(0, -1)} for ${i} days.`).join('\n')
    const column = Array.from({ length: 6 }, (_, i) => `${first.slice(0, -1)}, and on day ${i} it rained.`).join('\n')
    expect(found(`${column}\nOSLO (AP) — ${story}\n${after}`)[0]).toEqual(['dateline', 'OSLO (AP) — '])
  })

  it('is known by its country where furniture stands ahead of it', () => {
    const caption =
      'Ada Lind stands by a plough on Sunday. She spent the night in the town and will drive it on Monday.'
    expect(
      found(
        `Ada Lind, Hill Press Published 9:21 a.m. ET March 3, 2031\n${caption}\n(Photo: Nils Berg / AP)\nAldine, Velmora – ${story}`,
      ),
    ).toEqual([
      ['furniture', 'Ada Lind, Hill Press Published 9:21 a.m. ET March 3, 2031'],
      ['caption', caption],
      ['caption', '(Photo: Nils Berg / AP)'],
      ['dateline', 'Aldine, Velmora – '],
    ])
  })
})

describe('what is no headline', () => {
  it.each([
    'Enter Town and City or Zip Code',
    'Hills/World 03/04/2031, 11:06am',
    '(Nils Berg of Hill Town / AP)',
    'Guest Commentary: Why the hills need ploughs',
  ])('leaves the headline to the line below: %s', (line) => {
    expect(servesAsHeadline(line)).toBe(false)
    expect(ahead(`${line}\nSnow shuts school above the town`)).toContainEqual([
      'headline',
      'Snow shuts school above the town',
    ])
  })

  it('is what ends in a colon', () => {
    expect(servesAsHeadline('The latest on the snow (all times local):')).toBe(false)
    expect(servesAsHeadline('Snow: school shut above the town')).toBe(true)
  })
})

describe('furniture by its words, between paragraphs', () => {
  it.each([
    ...['Get the latest breaking news as it happens.', "Choose the plan that's right for you."],
    ...[
      "The day's top stories delivered every morning.",
      'Check out this story',
      'Comments are closed.',
      'Leave a comment',
    ],
    ...[
      "A link has been sent to your friend's email address.",
      'More: What to expect from the snow',
      'Media: Hill News',
    ],
    ...[
      'Ada Lind is an Associated Press writer.',
      'Reading time: 2 minutes',
      'PREMIUM',
      'Save Share',
      'Explainer: How snow falls',
    ],
    ...[
      'Tags: snow, hills, ploughs',
      '61.123456 12.654321',
      'Related: How well do you know snow?',
      'Image 1of/3',
      'Back to Gallery',
    ],
    ...['(RELATED: Ploughs are slow in the hills)'],
  ])('%s', (line) => {
    expect(between(line)).toEqual([['furniture', line]])
  })
})

describe('captions', () => {
  it('are the whole line that a photo credit ends, in one piece', () => {
    const caption =
      'FILE - In this March 4, 2030 file photo, a plough stands in the hills. The snow of the third day is anybody’s guess. ' +
      'As the drivers head home, a look at what they hope for: (Nils Berg/Pool Photo via AP, File)'
    expect(between(caption)).toEqual([['caption', caption]])
    const told =
      'Ada Lind addresses the drivers, Monday, March 3, 2031. Lind told them that the ploughs were slow. (AP Photo/Nils Berg)'
    expect(between(told)).toEqual([['caption', told]])
    expect(between('A plough in the hills. Photo: AP')).toEqual([['caption', 'A plough in the hills. Photo: AP']])
  })

  it.each([
    ...['A plough leaves the town. Photo: AP', 'Drivers at the covered market. (Nils Berg/Hill Courier)'],
    ...['A plough leaves the town. (AP Photo/Nils Berg)', 'A plough leaves the town (Photo by Nils Berg / AFP)'],
    ...[
      'The scene on Monday. PHOTO: REUTERS',
      'A plough in the hills. — AFP photo',
      'Snow on roofs. Credit: Nils Berg',
    ],
  ])('end at their credit where paragraphs were lost: %s', (caption) => {
    const words = found(`${first} ${second} ${caption} ${third} ${first} ${second}`).map(([, zone]) => zone)
    expect(words.join(' ')).toBe(caption)
  })

  it('leave what was told before a credit alone to the story', () => {
    expect(found(`${first} ${second} Photo: Nils Berg ${third} ${first} ${second}`)).toEqual([
      ['caption', 'Photo: Nils Berg'],
    ])
  })

  it('do not take a page of one line', () => {
    const zones = found(`${first} ${second} (AP Photo/Nils Berg)`)
    expect(zones).toEqual([['caption', '(AP Photo/Nils Berg)']])
  })
})

describe('a button that ran into the story', () => {
  it.each(['Updated 10:42 a.m.', 'Share this story: Facebook Twitter WhatsApp Email'])('is %s alone', (button) => {
    expect(found(`${first} ${second} ${button} ${third} ${first} ${second}`)).toEqual([['furniture', button]])
  })
})

describe('pages of little text', () => {
  it('leaves a page that is a photograph its caption', () => {
    const page = 'FILE PHOTO: A plough at work above the town on Monday, the third day of snow. REUTERS/Ada Lind'
    expect(found(`${story}\n${page}`).join(' ')).toContain('A plough')
    expect(found(page).join(' ')).not.toContain('A plough')
  })
})

describe('ranges', () => {
  const pieces = [
    ...['Sign up now', 'Related:', 'Top stories', 'FILE PHOTO: Snow.', 'REUTERS/Ada Lind', 'By Ada Lind', 'REUTERS'],
    ...['(Reuters)', 'OSLO - ', 'OSLO (AFP) - ', first, second, third, 'Snow shuts school above town', 'Weather'],
    ...['© 2031 AFP', '新华社北京3月4日电', '下雪了。', 'The', 'snow', '. ', '\n', '\n', '\n', ' ', ' ', '"', '🙂'],
  ]
  const page = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(''))

  it('ascend, lie inside the text, hold words or marks, and do not overlap', () => {
    fc.assert(
      fc.property(page, fc.boolean(), (text, repeats) => {
        const isRepeated = (unit: { start: number }) => repeats && unit.start % 3 === 0
        let at = 0
        for (const { start, end } of findFurniture(text, { title: 'Snow shuts school above town', isRepeated })) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text.slice(start, end).trim()).not.toBe('')
          expect(end).toBeLessThanOrEqual(text.length)
          at = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are the same where forms are known of a former reading, whatever was repeated then', () => {
    const repeating = fc.uniqueArray(fc.nat(20))
    fc.assert(
      fc.property(page, fc.array(repeating, { minLength: 2, maxLength: 4 }), (text, readings) => {
        const units = unitsOf(text)
        const forms = new Uint8Array(units.length)
        for (const repeated of readings) {
          const context = { title: 'Snow', isRepeated: (_: unknown, place: number) => repeated.includes(place) }
          const expected = findFurniture(text, context)
          expect(findFurniture(text, { ...context, units, forms })).toEqual(expected)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('start and end at no white space, the one behind a dateline aside', () => {
    fc.assert(
      fc.property(page, (text) => {
        for (const { kind, start, end } of findFurniture(text)) {
          const words = text.slice(start, end)
          if (kind !== 'dateline') expect(words).toBe(words.trim())
        }
      }),
      { numRuns: 300 },
    )
  })

  it('of units cover all but white space', () => {
    fc.assert(
      fc.property(page, (text) => {
        let at = 0
        for (const { start, end } of unitsOf(text)) {
          expect(text.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})

describe('the fixtures', () => {
  const kinds = new Set(['furniture', 'caption', 'dateline', 'byline', 'credit', 'headline'])
  const marked = { found: 0, gold: 0, both: 0 }
  for (const { article, gold } of readFixtures()) {
    const isGold = new Uint8Array(article.text.length)
    const isFound = new Uint8Array(article.text.length)
    for (const { kind, start, end } of gold.marks) if (kinds.has(kind)) isGold.fill(1, start, end)
    for (const { start, end } of findFurniture(article.text, { title: article.title ?? null }))
      isFound.fill(1, start, end)
    for (const { index } of article.text.matchAll(/\S/g)) {
      const [known = 0, seen = 0] = [isGold[index], isFound[index]]
      marked.gold += known
      marked.found += seen
      marked.both += known & seen
    }
  }

  it('lose next to nothing of their stories: of the characters found, 99% are furniture', () => {
    expect(marked.found).toBeGreaterThan(10_000)
    expect(marked.both / marked.found).toBeGreaterThanOrEqual(0.99)
  })

  it('keep little furniture: of its characters, seven eighths are found from the article alone', () => {
    expect(marked.both / marked.gold).toBeGreaterThanOrEqual(0.875)
  })
})

describe('hostile input', () => {
  const longest = 200_000
  const units = [
    '(',
    '- ',
    'a ',
    'Sign up ',
    'OSLO ',
    'A-',
    'A.',
    '. ',
    '"',
    "a'",
    '1,',
    'Reuters ',
    'REUTERS/',
    ' (AP',
    '中',
    ' ',
  ]

  it.each(units)('of 200 kB of "%s" in one line takes less than a second', { retry: 2 }, (unit) => {
    const line = unit.repeat(Math.ceil(longest / unit.length)).slice(0, longest)
    const readers = { findFurniture, sentences, tokenize, datelineAt: (text: string) => datelineAt(text, 0) }
    for (const [name, reader] of Object.entries(readers)) {
      const start = performance.now()
      reader(line)
      expect(performance.now() - start, name).toBeLessThan(1000)
    }
  })

  it('of 200 kB in short lines takes less than a second', { retry: 2 }, () => {
    for (const unit of ['\n', 'Snow fell\n', 'Sign up now\n', 'OSLO - a\n', `${first}\n`]) {
      const start = performance.now()
      findFurniture(unit.repeat(Math.ceil(longest / unit.length)))
      expect(performance.now() - start, JSON.stringify(unit)).toBeLessThan(1000)
    }
  })
})

describe('sentences of the story that begin as furniture does', () => {
  it.each([
    'No casualties were reported from the quake.',
    'Two deaths were reported from the storm on Sunday.',
    'Strong winds contributed to the spread of the fire, officials said.',
    'Research by the University of Oxford found that tea helps sleep.',
    'Written in 1851, the opera was not staged until 1902.',
    'Reporting in the journal Science, the team described a new kind of moss.',
    'Contributing factors included speed and bad weather, police said.',
    'The spokesman told a regular briefing in Beijing on Monday.',
    'The email was sent on Friday night, according to the court papers.',
    'Support among US voters fell to 31 percent in May.',
    'Support for the prime minister is now at its lowest since the vote.',
    'Like Velmoran President Otto Varga, he travelled by train on Tuesday.',
    'Like many politicians, he announced his plan on Facebook.',
    'Published in 1951, the novel sold two million copies.',
    'Created in 1998, the park draws 31,000 visitors a year.',
    'Published data showed inflation slowing to 3.2 percent in May.',
    'Contact with the ship was lost at sea.',
    'Contact with the ship was lost at 3:15.',
    'Teodor Brandl is a Velmoran journalist who was freed in 2028.',
    'South Korea covers 100,000 square kilometres of the peninsula.',
    'Customers who subscribe to Pilot will pay more from June.',
    'To enable the transfer, the central bank opened a new account.',
    '500,000 shares changed hands on Monday.',
    'Copyright holders sued the firm in a federal court on Monday.',
    'The daily briefing was cancelled for the second time this week.',
    'Packages are delivered every day, the post office said on Monday.',
    'The man was seen in a photo on the wall of the cafe.',
    'Getty Images sued the start-up in a London court on Tuesday.',
    'From left, right and centre came criticism of the plan.',
    'Get the vaccine before the winter, the minister told parents.',
    'Tell us what happened, the judge asked the witness on Monday.',
    'Thank you for your patience, the airline told its passengers.',
    'Exclusive: the minister resigned on Monday, two officials said.',
    'Register of Deeds John Smith said the files were lost.',
  ])('are left alone: %s', (sentence) => {
    const before =
      'The harbour board opened the old bridge to cyclists on Monday after three years of work on its piers.'
    const after =
      'The board expects more than a thousand riders a day when the summer comes, according to its own figures.'
    const text = `${before}\n${sentence}\n${after}`
    const eaten = findFurniture(text).filter(
      ({ start, end }) => end > before.length && start < text.length - after.length,
    )
    expect(eaten.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([])
  })
})
