// How published dates are read: moments, relative dates against a clock that is given, printed formats in UTC whatever
// the machine's zone, and what stays unknown.
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type DateOptions, readMoment, readPublicationDate } from '../../src/article/publication-date.js'

const utc = (text: string | null) => (text === null ? null : Date.parse(text))
const read = (value: string, options?: DateOptions) => {
  const { time } = readPublicationDate(value, options)
  return time === null ? null : new Date(time).toISOString()
}
const unknown = (value: Date | number | string, options?: DateOptions) => {
  const date = readPublicationDate(value, options)
  return date.time === null ? date.unknown : `read as ${new Date(date.time).toISOString()}`
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('readMoment', () => {
  it.each([
    ['2031-03-04', '2031-03-04T00:00:00Z'],
    ['2031-03-04T10:30', '2031-03-04T10:30:00Z'],
    ['2031-03-04 10:30:15', '2031-03-04T10:30:15Z'],
    ['2031-03-04T10:30:15Z', '2031-03-04T10:30:15Z'],
    ['2031-03-04T10:30:15.250Z', '2031-03-04T10:30:15.250Z'],
    ['2031-03-04T10:30:15,250Z', '2031-03-04T10:30:15.250Z'],
    ['2031-03-04T10:30+08:00', '2031-03-04T02:30:00Z'],
    ['2031-03-04 10:30 +08:00', '2031-03-04T02:30:00Z'],
    ['2031-03-04T10:30:15 +08:00', '2031-03-04T02:30:15Z'],
    ['2031-03-04T10:30-0330', '2031-03-04T14:00:00Z'],
    ['2028-02-29', '2028-02-29T00:00:00Z'],
  ])('reads %s as ISO 8601, in UTC where it names no zone', (value, expected) => {
    expect(readMoment(value)).toBe(utc(expected))
  })

  it.each(['2031-02-30', '2031-02-29T10:00Z', '2031-13-01', '2031-03-00', '2031-03-04T25:00Z', '2031-03-04T10:61Z'])(
    'does not guess what day or time %s might mean',
    (value) => {
      expect(readMoment(value)).toBeNull()
    },
  )

  it.each(['', '2031', '2031-3-4', '04.03.2031', '1930000000000', 'Tue, 04 Mar 2031 10:30:00 GMT'])(
    'takes %j for no ISO 8601',
    (value) => {
      expect(readMoment(value)).toBeNull()
    },
  )

  it('reads the same in every zone of the machine', () => {
    vi.stubEnv('TZ', 'Asia/Kathmandu')
    expect(new Date(2031, 2, 4).getTimezoneOffset()).toBe(-345)
    expect(readMoment('2031-03-04 10:30')).toBe(Date.UTC(2031, 2, 4, 10, 30))
  })

  it('takes a Date and epoch milliseconds as they are, and no others than real ones', () => {
    expect(readMoment(new Date(1234))).toBe(1234)
    expect(readMoment(0)).toBe(0)
    expect(readMoment(-1234)).toBe(-1234)
    for (const bad of [new Date(Number.NaN), Number.NaN, Number.POSITIVE_INFINITY, 8.65e15])
      expect(readMoment(bad)).toBeNull()
  })

  it('reads back every moment that a Date can print', () => {
    const min = new Date(Date.UTC(1000, 0, 1))
    const max = new Date(Date.UTC(9999, 11, 31))
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        expect(readMoment(date.toISOString())).toBe(date.getTime())
      }),
    )
  })
})

describe('readPublicationDate', () => {
  it('says why a Date or number is unknown', () => {
    expect(unknown(Number.NaN)).toBe('is not a valid date')
    expect(unknown(new Date(Number.NaN))).toBe('is not a valid date')
  })

  it('looks past white space around a date', () => {
    expect(read(' 4 Mar 2031\n')).toBe('2031-03-04T00:00:00.000Z')
    expect(read(' 2031-03-04\n')).toBe('2031-03-04T00:00:00.000Z')
  })

  describe('relative dates', () => {
    const asOf = '2031-03-04T12:00:00Z'

    it.each([
      ['6 hours ago', '2031-03-04T06:00:00.000Z'],
      ['1 hour ago', '2031-03-04T11:00:00.000Z'],
      ['an hour ago', '2031-03-04T11:00:00.000Z'],
      ['about 2 hours ago', '2031-03-04T10:00:00.000Z'],
      ['2 hrs ago', '2031-03-04T10:00:00.000Z'],
      ['30 seconds ago', '2031-03-04T11:59:30.000Z'],
      ['5 mins ago', '2031-03-04T11:55:00.000Z'],
      ['one day ago', '2031-03-03T12:00:00.000Z'],
      ['2 Weeks Ago', '2031-02-18T12:00:00.000Z'],
      ['just now', '2031-03-04T12:00:00.000Z'],
      ['Today', '2031-03-04T12:00:00.000Z'],
      ['yesterday', '2031-03-03T12:00:00.000Z'],
    ])('counts "%s" from asOf', (value, expected) => {
      expect(read(value, { asOf })).toBe(expected)
    })

    it('takes asOf in all forms of a moment', () => {
      for (const same of [asOf, new Date(asOf), Date.parse(asOf)])
        expect(read('yesterday', { asOf: same })).toBe('2031-03-03T12:00:00.000Z')
    })

    it('knows no clock of its own', () => {
      for (const value of ['6 hours ago', 'yesterday', 'just now']) expect(unknown(value)).toContain('asOf')
      expect(unknown('6 hours ago', { asOf: 'noon' })).toContain('asOf')
    })

    it.each(['a few hours ago', '2 months ago', 'in 6 hours', '6 hours ago today'])(
      'does not guess at "%s"',
      (value) => {
        expect(unknown(value, { asOf })).toBe('fits no format of the option dateFormats')
      },
    )
  })

  describe('printed formats', () => {
    it.each(['04-03-2031', '04/03/2031', '4 Mar 2031', '04 Mar 2031', '4 March 2031', 'Mar 4, 2031', 'March 4, 2031'])(
      'reads %s, the day before the month where both are figures',
      (value) => {
        expect(read(value)).toBe('2031-03-04T00:00:00.000Z')
      },
    )

    it.each(['13/13/2031', '30/02/2031', '31 June 2031', '4 Brumaire 2031', '4 March', 'March 2031', '04-03-2031x'])(
      'leaves %s unknown',
      (value) => {
        expect(unknown(value)).toBe('fits no format of the option dateFormats')
      },
    )

    it('does not guess the century of a year in two figures', () => {
      expect(unknown('04-03-31')).toBe('fits no format of the option dateFormats')
    })

    it('tries the given formats in order, and no others', () => {
      const american = { dateFormats: ['MM/dd/yyyy', 'dd/MM/yyyy'] }
      expect(read('04/03/2031', american)).toBe('2031-04-03T00:00:00.000Z')
      expect(read('14/03/2031', american)).toBe('2031-03-14T00:00:00.000Z')
      expect(unknown('4 Mar 2031', american)).toBe('fits no format of the option dateFormats')
    })

    it('keeps the time of day to the second', () => {
      const options = { dateFormats: ['dd.MM.yyyy HH:mm:ss'] }
      expect(read('04.03.2031 10:30:15', options)).toBe('2031-03-04T10:30:15.000Z')
    })

    it('tries no format on more than 64 characters, white space around them aside', () => {
      expect(read(`${' '.repeat(200)}4 Mar 2031`)).toBe('2031-03-04T00:00:00.000Z')
      expect(unknown(`4 Mar 2031 ${'x'.repeat(64)}`)).toContain('longer than 64')
    })

    it('does not depend on the zone of the machine, even where its midnight does not exist', () => {
      vi.stubEnv('TZ', 'Asia/Beirut')
      expect(new Date(2024, 2, 31, 0, 0).getHours()).toBe(1)
      expect(read('31/03/2024')).toBe('2024-03-31T00:00:00.000Z')
    })

    it('follows a zone that the format reads, wherever the machine stands', () => {
      const options = { dateFormats: ['dd/MM/yyyy HH:mm xxx'] }
      for (const zone of ['UTC', 'America/New_York', 'Asia/Kathmandu']) {
        vi.stubEnv('TZ', zone)
        expect(read('04/03/2031 10:30 +08:00', options)).toBe('2031-03-04T02:30:00.000Z')
      }
    })
  })

  it('reads any text without throwing, to a finite time or a reason', () => {
    const piece = fc.constantFrom('2031', '03', '4', '-', '/', ' ', 'Mar', 'ago', 'hours', 'T', ':', 'Z', '一', "'")
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (value) => {
        const date = readPublicationDate(value, { asOf: 0 })
        expect(date.time === null ? date.unknown !== '' : Number.isFinite(date.time)).toBe(true)
      }),
    )
  })
})
