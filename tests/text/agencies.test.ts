// The list of agencies keeps its own rules (unique names, forms that are one agency's alone, bare domains), and every
// form in it is found where a credit may stand.
import { describe, expect, it } from 'vitest'
import { agencies } from '../../src/text/agencies.js'
import {
  agenciesBracketed,
  agenciesListed,
  agencyNames,
  agencyOfOutlet,
  agencyOfSignOff,
  agencyOfUrl,
} from '../../src/text/agency-credits.js'

/** The values that more than one agency has, each with its agencies. */
function shared(valuesOf: (agency: (typeof agencies)[number]) => Iterable<string>): [string, string[]][] {
  const holders = new Map<string, string[]>()
  agencies.forEach((agency) => {
    for (const value of new Set(valuesOf(agency))) holders.set(value, [...(holders.get(value) ?? []), agency.name])
  })
  return [...holders].filter(([, names]) => names.length > 1)
}

const names = (text: string) => agencyNames(text).map(({ agency }) => agency.name)
const name = (agency: { readonly name: string } | null) => agency?.name ?? null

describe('the list of agencies', () => {
  it('has the large agencies of the world, and many more', () => {
    const all = agencies.map((agency) => agency.name)
    expect(all).toEqual(expect.arrayContaining(['Reuters', 'AP', 'AFP', 'dpa', 'EFE', 'Xinhua', 'TASS', 'Bernama']))
    expect(all.length).toBeGreaterThan(150)
  })

  it('has each name once', () => {
    expect(shared((agency) => [agency.name.toLowerCase()])).toEqual([])
  })

  it('gives no form of credit to two agencies, in capitals or not', () => {
    expect(shared(({ name: own, credits }) => [own, ...credits])).toEqual([])
    expect(shared(({ name: own, credits }) => [own, ...credits].map((form) => form.toUpperCase()))).toEqual([])
  })

  it('has each form once, trimmed and composed', () => {
    for (const { credits } of agencies) {
      expect(credits).not.toHaveLength(0)
      expect(new Set(credits).size).toBe(credits.length)
      for (const form of credits) expect(form).toBe(form.trim().replace(/\s+/g, ' ').normalize('NFC'))
    }
  })

  it('names a seat by two letters', () => {
    for (const { country } of agencies) expect(country).toMatch(/^[A-Z]{2}$/)
  })

  it('has bare hosts for domains: no scheme, no path, no capitals, no www', () => {
    for (const domain of agencies.flatMap(({ domains }) => domains)) {
      expect(domain).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)
      expect(domain).not.toMatch(/^www\./)
    }
  })

  it('gives no domain to two agencies, nor one inside that of another', () => {
    expect(shared(({ domains }) => domains)).toEqual([])
    for (const agency of agencies)
      for (const domain of agency.domains)
        for (const other of agencies)
          if (other !== agency)
            expect(
              other.domains.some((outer) => domain.endsWith(`.${outer}`)),
              domain,
            ).toBe(false)
  })

  it('lists every closing form before any that it starts with, so that each is found', () => {
    for (const agency of agencies)
      for (const form of agency.signOffs ?? []) expect(name(agencyOfSignOff(form)), form).toBe(agency.name)
  })

  it('leaves out words that are ordinary in capitals', () => {
    for (const word of ['SPA', 'TAP', 'MAP', 'UNI', 'PETRA', 'CNA', 'NA', 'THE', 'STAFF'])
      expect(names(word)).toEqual([])
  })
})

describe('agencyNames', () => {
  it('finds every form of every agency, whole, and its capitals', () => {
    for (const agency of agencies)
      for (const form of [agency.name, ...agency.credits].flatMap((given) => [given, given.toUpperCase()]))
        expect(agencyNames(`(${form})`), form).toEqual([{ agency, start: 1, end: 1 + form.length }])
  })

  it('gives names in order, with their places', () => {
    expect(agencyNames('AFP, with The Associated Press').map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [10, 30],
    ])
  })

  it('means the longest form that fits', () => {
    expect(names('Associated Press of Pakistan')).toEqual(['APP'])
    expect(names('Associated Press')).toEqual(['AP'])
  })

  it('finds whole words alone, in scripts that have spaces', () => {
    expect(names('CAP, APEX, afpx, Bloomberger and Reutersville')).toEqual([])
    expect(names('据新华社电')).toEqual(['Xinhua'])
  })

  it('minds the case', () => {
    expect(names('ap and pa')).toEqual([])
  })
})

describe('agenciesListed and agenciesBracketed', () => {
  it('know a list of agencies, with their places', () => {
    expect(agenciesListed('the AP, Reuters and AFP').map(({ start, end }) => [start, end])).toEqual([
      [4, 6],
      [8, 15],
      [20, 23],
    ])
    expect(agenciesBracketed('dpa/AFP').map(({ agency }) => agency.name)).toEqual(['dpa', 'AFP'])
  })

  it('take no text that has another word', () => {
    expect(agenciesListed('AFP photo')).toEqual([])
    expect(agenciesListed('told Reuters')).toEqual([])
  })

  it('know forms that are words elsewhere in brackets alone', () => {
    expect(agenciesBracketed('भाषा').map(({ agency }) => agency.name)).toEqual(['PTI'])
    expect(names('भाषा')).toEqual([])
  })
})

describe('agencyOfOutlet', () => {
  it('knows an agency by its name, its forms and its host', () => {
    for (const outlet of ['Reuters', ' REUTERS ', 'Thomson Reuters', 'reuters.com', 'www.Reuters.com'])
      expect(name(agencyOfOutlet(outlet)), outlet).toBe('Reuters')
  })

  it('takes no outlet that only holds a name for an agency', () => {
    for (const outlet of ['Fjord Post', 'Reuters Weekly', 'fjordpost.example', ''])
      expect(agencyOfOutlet(outlet)).toBeNull()
  })
})

describe('agencyOfUrl', () => {
  it.each([
    'https://www.reuters.com/world/snow',
    'http://reuters.com',
    'https://graphics.reuters.com:443/snow?x=1',
    'HTTPS://WWW.REUTERS.COM/',
  ])('knows the site of %s', (url) => {
    expect(name(agencyOfUrl(url))).toBe('Reuters')
  })

  it.each([
    'https://reuters.com.fjordpost.example/snow',
    'https://notreuters.com/snow',
    'https://fjordpost.example/reuters.com',
    'https://fjordpost.example/?from=https://reuters.com',
    'reuters.com',
    '',
  ])('does not take "%s" for the site of one', (url) => {
    expect(agencyOfUrl(url)).toBeNull()
  })
})

describe('agencyOfSignOff', () => {
  it('knows closing words by how they start', () => {
    expect(name(agencyOfSignOff('(Reporting by Ada Lind; Editing by Per Roe)'))).toBe('Reuters')
    expect(agencyOfSignOff('Reporting by Ada Lind')).toBeNull()
  })

  it('tells the longer of two forms from the shorter', () => {
    expect(name(agencyOfSignOff('Enditem'))).toBe('Xinhua')
    expect(name(agencyOfSignOff('Enditem/cs'))).toBe('Central News Agency')
  })
})
