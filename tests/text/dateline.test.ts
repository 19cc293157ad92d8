// Which heads of a story are datelines, how far each reaches and which place it names, and which only look like one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datelineAt, datelineWithin } from '../../src/text/dateline.js'

/** The dateline that heads a text, what is left behind it, and its place. */
function head(text: string): { dateline: string; story: string; place: string } | null {
  const found = datelineAt(text, 0)
  return found && { dateline: text.slice(found.start, found.end), story: text.slice(found.end), place: found.place }
}

describe('datelineAt', () => {
  it.each([
    ['OSLO - It snowed', 'OSLO - ', 'OSLO'],
    ['OSLO – It snowed', 'OSLO – ', 'OSLO'],
    ['OSLO — It snowed', 'OSLO — ', 'OSLO'],
    ['OSLO -- It snowed', 'OSLO -- ', 'OSLO'],
    ['OSLO—It snowed', 'OSLO—', 'OSLO'],
    ['OSLO: It snowed', 'OSLO: ', 'OSLO'],
    ['PORT ALDINE :It snowed', 'PORT ALDINE :', 'PORT ALDINE'],
    ['OSLO - “It snowed', 'OSLO - ', 'OSLO'],
    ['OSLO - 12 roads', 'OSLO - ', 'OSLO'],
    ['SAINT-ORVAIN, France — It snowed', 'SAINT-ORVAIN, France — ', 'SAINT-ORVAIN, France'],
    ['ÅLESUND, Norway - It snowed', 'ÅLESUND, Norway - ', 'ÅLESUND, Norway'],
    ['МОСКВА - Снег', 'МОСКВА - ', 'МОСКВА'],
    ['OSLO, March 4 - It snowed', 'OSLO, March 4 - ', 'OSLO, March 4'],
  ])('finds a place in capitals before a dash or colon in "%s"', (text, dateline, place) => {
    expect(head(text)).toEqual({ dateline, place, story: text.slice(dateline.length) })
  })

  it.each([
    ['OSLO (Reuters) - It snowed', 'OSLO (Reuters) - ', 'OSLO'],
    ['NEW DELHI (AP) — It snowed', 'NEW DELHI (AP) — ', 'NEW DELHI'],
    ['PARIS, Oct. 4 (AFP) -- It snowed', 'PARIS, Oct. 4 (AFP) -- ', 'PARIS, Oct. 4'],
    ['OSLO, 4 Mar 2031 (Xinhua) -- It snowed', 'OSLO, 4 Mar 2031 (Xinhua) -- ', 'OSLO, 4 Mar 2031'],
    ['MOSCOW, March 4. /TASS/. It snowed', 'MOSCOW, March 4. /TASS/. ', 'MOSCOW, March 4'],
    ['OSLO (REUTERS) - It snowed', 'OSLO (REUTERS) - ', 'OSLO'],
    ['Jakarta (ANTARA) - Salju', 'Jakarta (ANTARA) - ', 'Jakarta'],
    ['Berlin (dpa) - Der Schnee', 'Berlin (dpa) - ', 'Berlin'],
    ['Madrid, 4 mar (EFE).- La nieve', 'Madrid, 4 mar (EFE).- ', 'Madrid, 4 mar'],
    ['القاهرة (رويترز) - ثلج', 'القاهرة (رويترز) - ', 'القاهرة'],
  ])('finds a place before an agency in brackets in "%s"', (text, dateline, place) => {
    expect(head(text)).toEqual({ dateline, place, story: text.slice(dateline.length) })
  })

  it.each([
    ['新华社北京3月4日电 下雪', '新华社北京3月4日电 ', '北京'],
    ['新华社北京3月4日电（记者甲）下雪', '新华社北京3月4日电（记者甲）', '北京'],
    ['（中央社台北4日電）下雪', '（中央社台北4日電）', ''],
    ['東京（ロイター）雪', '東京（ロイター）', '東京'],
    ['【東京共同】雪', '【東京共同】', '東京'],
  ])('finds the forms of Chinese and Japanese in "%s"', (text, dateline, place) => {
    expect(head(text)).toEqual({ dateline, place, story: text.slice(dateline.length) })
  })

  it.each([
    'Oslo - It snowed',
    'Oslo (pop. 700,000) - It snowed',
    'OSLO It snowed',
    'OSLO-based weather men said',
    'It snowed in OSLO - again',
    'A - It snowed',
    'OSLO - ',
    '',
  ])('finds none in "%s"', (text) => {
    expect(head(text)).toBeNull()
  })

  it.each(['UPDATE: It', 'WATCH - It', 'FILE PHOTO - It', 'EXCLUSIVE: It', 'BREAKING NEWS - It', 'READ MORE: It'])(
    'takes the label of "%s snowed" for no place',
    (label) => {
      expect(head(`${label} snowed`)).toBeNull()
    },
  )

  it('takes a town whose name opens with a label for a place', () => {
    expect(head('READING, England — It snowed')?.place).toBe('READING, England')
    expect(head('MORE BAY - It snowed')?.place).toBe('MORE BAY')
  })

  it('takes an agency in brackets inside a sentence for no dateline', () => {
    expect(head('The Canadian Press (CP) said it would move its newsroom to a larger house.')).toBeNull()
    expect(head('Snow is rare there (Reuters) and nobody has a plough, the council said.')).toBeNull()
  })

  it('takes the time of day behind an outlet in capitals for no dateline', () => {
    expect(head('HILL TODAY Published 5:57 a.m. ET July 16, 2031 and it snowed')).toBeNull()
    expect(head('OSLO: 57 ploughs were out')?.place).toBe('OSLO')
  })

  it('knows a town in small letters by its country and a dash, and no one by their trade', () => {
    expect(head('Aldine, Velmora – The mayor said')?.place).toBe('Aldine, Velmora')
    expect(head('Ada Lind, Associated Press – The mayor said')).toBeNull()
    expect(head('Aldine – The mayor said')).toBeNull()
  })

  it('reads from the offset that is given, and gives offsets of the whole text', () => {
    const text = 'Sign up now OSLO - It snowed'
    expect(datelineAt(text, 12)).toEqual({ start: 12, end: 19, place: 'OSLO' })
    expect(datelineAt(text, 0)).toBeNull()
  })

  it('lies within the text, with words behind it, whatever the head', () => {
    const piece = fc.constantFrom(
      ...['OSLO', 'SAINT', 'Oslo', ', ', ' ', ' - ', '-', ' — ', ':', '(AFP)', '(Reuters)', '/TASS/', '.', 'March 4'],
      ...['新华社', '北京', '3月4日电', '（', '共同社', '）', '“', '12', 'A', 'It snowed'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(5), (pieces, offset) => {
        const text = pieces.join('')
        const found = datelineAt(text, offset)
        if (!found) return
        expect(found.start).toBe(offset)
        expect(found.end).toBeGreaterThan(offset)
        expect(found.end).toBeLessThanOrEqual(text.length)
        expect(text.slice(found.start, found.end)).toContain(found.place)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('datelineWithin', () => {
  const within = (text: string, reach?: number) => {
    const found = datelineWithin(text, 0, text.length, reach)
    return found && text.slice(found.start, found.end)
  }

  it('finds a dateline behind a caption that ran into it', () => {
    expect(within('A plough at work on Monday. Photo: Ada Lind OSLO - It snowed on Monday.')).toBe('OSLO - ')
    expect(within('A plough at work. PORT ALDINE, Velmora (Reuters) - It snowed.')).toBe(
      'PORT ALDINE, Velmora (Reuters) - ',
    )
  })

  it('leaves an agency that credits the photo out of the place', () => {
    expect(within('A plough at work on Monday. PHOTO: REUTERS OSLO - It snowed on Monday.')).toBe('OSLO - ')
  })

  it('finds none where no sentence opens behind the dash', () => {
    expect(within('The so-called LONG RUN - an uphill race - was called off.')).toBeNull()
  })

  it('does not take a label for it', () => {
    expect(within('A plough at work. FILE PHOTO - It snowed on Monday.')).toBeNull()
  })

  it('looks no further than its reach and the end that is given', () => {
    const text = `${'Snow. '.repeat(20)}OSLO - It snowed.`
    expect(within(text)).toBe('OSLO - ')
    expect(within(text, 100)).toBeNull()
    expect(datelineWithin(text, 0, 100)).toBeNull()
  })
})

it('is looked for in time that grows as the text does', { retry: 2 }, () => {
  const start = performance.now()
  datelineWithin(`x ${'A-'.repeat(15_000)}`, 0, 30_000)
  for (let k = 0; k < 200; k++) datelineAt(`${'AB-CD-'.repeat(23)} `, 0)
  expect(performance.now() - start).toBeLessThan(2000)
})
