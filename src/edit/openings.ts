// Tells cheaply which of many patterns a text can match at all. What a pattern matches begins in few ways, which its source tells:
// `(?<!\p{L})(?:likely|projected)` with "like" or "proj" at the edge of a word. One walk through the text finds the beginnings of all
// patterns, and only the patterns found are tried. Linear in the text.

/** A beginning of what a pattern matches, in small letters; `done` where nothing is known of what follows it. */
interface Opening {
  readonly letters: string
  readonly done: boolean
}

// So many letters tell words apart well enough.
const mostLetters = 4
const unknown: readonly Opening[] = [{ letters: '', done: true }]
const nothing: readonly Opening[] = [{ letters: '', done: false }]

/** The ways in which a match of a pattern can begin, apart for those that stand at the edge of a word and all others. */
export function openingsOf({ source }: RegExp): { readonly atEdge: Set<string>; readonly anywhere: Set<string> } {
  const found = { atEdge: new Set<string>(), anywhere: new Set<string>() }
  let at = 0
  while (at <= source.length) {
    const isAtEdge = /^(?:\\b|\(\?<!\\p\{L\}\)|\(\?<!\[\\p\{L\}\\d\]\))/.test(source.slice(at))
    for (const { letters } of sequence()) found[isAtEdge ? 'atEdge' : 'anywhere'].add(letters)
    at++
  }
  return found

  /** One alternative, up to its bar or the bracket that closes its group. */
  function sequence(): readonly Opening[] {
    let openings = nothing
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const next = repeated(item())
      openings = openings.flatMap((one) => (one.done ? [one] : next.map((other) => joined(one, other))))
    }
    return openings
  }

  /** What one letter, class or group begins with. */
  function item(): readonly Opening[] {
    const sign = source[at++] ?? ''
    if (sign === '(') return group()
    if (sign === '[') return oneOfClass()
    if (sign === '\\') return escaped()
    if (sign === '^' || sign === '$') return nothing
    return sign === '.' ? unknown : letter(sign)
  }

  function group(): readonly Opening[] {
    const isLook = /^\?<?[=!]/.test(source.slice(at))
    at += /^\?(?::|<?[=!]|<\w+>)/.exec(source.slice(at))?.[0].length ?? 0
    const openings: Opening[] = []
    for (;;) {
      openings.push(...sequence())
      if (source[at++] === ')') break
    }
    return isLook ? nothing : openings
  }

  function oneOfClass(): readonly Opening[] {
    const from = at
    while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
    const letters = source.slice(from, at++)
    return /[\\^-]/.test(letters) ? unknown : [...letters].flatMap(letter)
  }

  function escaped(): readonly Opening[] {
    const sign = source[at++] ?? ''
    if (sign === 'b') return nothing
    if (sign === 'd') return digits
    if (sign === 'p' || sign === 'P') at = source.indexOf('}', at) + 1
    return /[a-z\d]/i.test(sign) ? unknown : letter(sign)
  }

  /** The same where it may be missing or stand several times. */
  function repeated(openings: readonly Opening[]): readonly Opening[] {
    const times = /^(?:[?*+]|\{(\d+)[^}]*\})\??/.exec(source.slice(at))
    if (!times) return openings
    at += times[0].length
    const several = times[0] === '?' ? openings : openings.map(({ letters }) => ({ letters, done: true }))
    return /^[?*]|^\{0/.test(times[0]) ? [...several, ...nothing] : several
  }
}

// Patterns that ignore case take the long s for an s, and the old letters of Church Slavonic for those of today.
const inSmall = (text: string) =>
  text.toLowerCase().replace(/[ſ\u1c80-\u1c86]/g, (sign) => 'вдосттъ'[sign.charCodeAt(0) - 0x1c80] ?? 's')

const letter = (sign: string): readonly Opening[] => [{ letters: inSmall(sign), done: false }]

const digits = [...'0123456789'].flatMap(letter)

const joined = (one: Opening, other: Opening): Opening => {
  const letters = one.letters + other.letters
  return { letters: letters.slice(0, mostLetters), done: other.done || letters.length >= mostLetters }
}

/** What one more letter leads to: the patterns that may begin so, and further letters. */
interface Branch {
  readonly patterns: number[]
  readonly next: Map<number, Branch>
}

const isLetter = (code: number) => code >= 97 && code <= 122

/** Patterns, to be asked which of them a text can match. */
export class Openings {
  readonly #places: ReadonlyMap<RegExp, number>
  readonly #atEdge: Branch = { patterns: [], next: new Map() }
  readonly #inside: { readonly letters: string; readonly pattern: number }[] = []

  constructor(patterns: readonly RegExp[]) {
    this.#places = new Map(patterns.map((pattern, k) => [pattern, k]))
    patterns.forEach((pattern, k) => {
      const { atEdge, anywhere } = openingsOf(pattern)
      for (const letters of atEdge) this.#plant(letters, k)
      // The walk stops at every sign but the letters inside English words.
      for (const letters of anywhere)
        if (letters === '' || !isLetter(letters.charCodeAt(0))) this.#plant(letters, k)
        else this.#inside.push({ letters, pattern: k })
    })
  }

  #plant(letters: string, pattern: number): void {
    let branch = this.#atEdge
    for (let k = 0; k < letters.length; k++) {
      const known = branch.next.get(letters.charCodeAt(k))
      const next = known ?? { patterns: [], next: new Map() }
      if (!known) branch.next.set(letters.charCodeAt(k), next)
      branch = next
    }
    branch.patterns.push(pattern)
  }

  /** Tells of a text which of the patterns it may match; those for which this is false it cannot. */
  in(text: string): (pattern: RegExp) => boolean {
    const found = new Uint8Array(this.#places.size)
    const small = inSmall(text)
    for (const pattern of this.#atEdge.patterns) found[pattern] = 1
    let isInWord = false
    for (let i = 0; i < small.length; i++) {
      const wasInWord = isInWord
      isInWord = isLetter(small.charCodeAt(i))
      if (isInWord && wasInWord) continue
      let branch = this.#atEdge.next.get(small.charCodeAt(i))
      for (let k = i + 1; branch; k++) {
        for (const pattern of branch.patterns) found[pattern] = 1
        branch = k < small.length ? branch.next.get(small.charCodeAt(k)) : undefined
      }
    }
    for (const { letters, pattern } of this.#inside) if (small.includes(letters)) found[pattern] = 1
    return (pattern) => found[this.#places.get(pattern) ?? -1] !== 0
  }
}
