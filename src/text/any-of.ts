// Lists of patterns tried as one. Most texts can match few of a list's patterns, and two things tell which, read off the
// patterns themselves: the first character of the text, where a pattern is anchored, and some words or marks of which a
// match holds one. What is left is joined to one pattern per set of flags, which costs a single call. The answer is that of
// trying all in turn: whatever the reading of a pattern does not know for sure, it takes for possible.

/** What every match of a part of a pattern has in common. */
interface Shape {
  /** Sources of what a match may begin with; what takes no room is left out. */
  readonly firsts: readonly string[]
  readonly mayBeEmpty: boolean
  /** It matches at the start of a text alone. */
  readonly isAnchored: boolean
  /** Strings of which a match holds at least one; null where nothing of the kind is known. */
  readonly needs: readonly string[] | null
}

const nothing: Shape = { firsts: [], mayBeEmpty: true, isAnchored: false, needs: null }

const token =
  /\(\?(?:[:=!]|<[=!]|<\w+>)|\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<\w+>|c[A-Za-z]|\d+|.)|./suy
const quantifier = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y
const fewCharacters = /^\[([^\\\]^-]{1,8}-?)\]$/
const escapedMark = /^\\([^\w\s])$/

/** The alternatives of a pattern, each with its shape. */
function alternativesOf({ source, flags }: RegExp): { source: string; shape: Shape }[] {
  let at = 0
  const folds = flags.includes('i')
  // Under /i a character stands for others, which are known for ASCII alone; under /iu `k` and `s` stand for two beyond it.
  const isSure = (character: string) =>
    !folds || (/^[\0-\x7f]$/.test(character) && !(flags.includes('u') && /[ks]/i.test(character)))

  const next = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at += match[0].length
    return match
  }

  function alternatives(): { source: string; shape: Shape }[] {
    const found = []
    do {
      const start = at
      const shape = sequence()
      found.push({ source: source.slice(start, at), shape })
    } while (source[at] === '|' && ++at)
    return found
  }

  function sequence(): Shape {
    const firsts: string[] = []
    let mayBeEmpty = true
    let isAnchored = false
    let needs: readonly string[] | null = null
    let literal = ''
    const start = at
    const endLiteral = () => {
      if (literal !== '') needs = rarer(needs, [literal])
      literal = ''
    }
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const isFirst = at === start
      const { shape, characters } = item()
      const repeated = next(quantifier)
      const least = repeated ? Number(repeated[1] ?? (repeated[0].startsWith('+') ? 1 : 0)) : 1
      if (isFirst && least > 0) isAnchored = shape.isAnchored
      if (mayBeEmpty) firsts.push(...shape.firsts)
      mayBeEmpty &&= shape.mayBeEmpty || least === 0
      const isLiteral = characters.length === 1 && !repeated
      if (isLiteral) literal += characters[0]
      else if (shape.firsts.length > 0) endLiteral()
      if (!isLiteral && least > 0) needs = rarer(needs, shape.needs)
    }
    endLiteral()
    return { firsts, mayBeEmpty, isAnchored, needs }
  }

  /** One group, class or character, and the characters that it may be, where they are few. */
  function item(): { shape: Shape; characters: readonly string[] } {
    const text = next(token)?.[0] ?? ''
    if (text.startsWith('(')) {
      const inner = alternatives().map(({ shape }) => shape)
      at++
      return { shape: /^\(\?<?[=!]/.test(text) ? nothing : either(inner), characters: [] }
    }
    if (text === '^') return { shape: { ...nothing, isAnchored: !flags.includes('m') }, characters: [] }
    if (text === '$' || text === '\\b' || text === '\\B') return { shape: nothing, characters: [] }
    if (/^\\[k1-9]/.test(text)) throw new Error(`a group that is referred to: ${source}`)
    const characters = charactersOf(text)
    const needs = characters.length > 0 && characters.every(isSure) ? characters : null
    return {
      shape: { firsts: [text], mayBeEmpty: false, isAnchored: false, needs },
      characters: needs ?? [],
    }
  }

  return alternatives()
}

function charactersOf(item: string): string[] {
  if (item === '\\d') return [...'0123456789']
  const [few, mark] = [fewCharacters.exec(item)?.[1], escapedMark.exec(item)?.[1]]
  if (few !== undefined) return [...few]
  if (mark !== undefined) return [mark]
  return item === '.' || item.length > 2 || item.startsWith('\\') ? [] : [item]
}

const either = (shapes: readonly Shape[]): Shape => ({
  firsts: shapes.flatMap(({ firsts }) => firsts),
  mayBeEmpty: shapes.some(({ mayBeEmpty }) => mayBeEmpty),
  isAnchored: shapes.every(({ isAnchored }) => isAnchored),
  needs: shapes.every(({ needs }) => needs !== null) ? shapes.flatMap(({ needs }) => needs ?? []) : null,
})

// How often a character stands in text, roughly: English, and a little for all else.
const commonest = ' etaoinsrhldcumfpgwybvkxjqz'
const frequency = (character: string) => {
  const rank = commonest.indexOf(character)
  return rank < 0 ? 0.003 : 0.18 / (rank + 1)
}

const traceLength = 4

/** The four characters by which to look for a string, or the one where it is shorter: those rarest in text. */
function traceOf(needed: string): { trace: string; frequency: number } {
  const length = needed.length < traceLength ? 1 : traceLength
  let rarest = { trace: '', frequency: Number.POSITIVE_INFINITY }
  for (let at = 0; at + length <= needed.length; at++) {
    const trace = needed.slice(at, at + length)
    let product = 1
    for (const character of length === 1 ? trace : trace.toLowerCase()) product *= frequency(character)
    if (product < rarest.frequency) rarest = { trace, frequency: product }
  }
  return rarest
}

const frequencyOf = (needs: readonly string[]) => needs.reduce((all, needed) => all + traceOf(needed).frequency, 0)

function rarer(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b
  return frequencyOf(b) < frequencyOf(a) ? b : a
}

// Code units as the search for traces reads them: letters without their case, all in five bits. Different ones may be read
// alike, which finds a trace too many, never one too few.
const foldBits = 5
const folded = Uint8Array.from({ length: 256 }, (_, code) => {
  const isLetter = /[A-Za-z]/.test(String.fromCharCode(code))
  return isLetter ? code & 31 : (code * 7) & 31
})
const foldOf = (code: number) => folded[code & 255] as number
const windowMask = 2 ** (foldBits * traceLength) - 1
const slotBits = 12
const slotOf = (window: number) => Math.imul(window, 0x9e3779b1) >>> (32 - slotBits)

// All lists share the search for traces: a text is read once for all of them, and each set of traces has a bit (the last
// bit is that of all sets beyond).
const lastBit = 31
const bitOfTraces = new Map<string, number>()
/** Whether a window of text may be a trace: most are told apart here. */
const isTraceSlot = new Uint8Array(2 ** slotBits)
const bitsOfWindow = new Map<number, number>()
const isSingleTrace = new Uint8Array(256)
const bitsOfSingle = new Map<number, number>()

/** The bit of some strings of which one is needed. */
function bitOf(needs: readonly string[], folds: boolean): number {
  const traces = [...new Set(needs.map((needed) => traceOf(needed).trace))]
  const key = JSON.stringify([folds, ...traces])
  const known = bitOfTraces.get(key)
  if (known !== undefined) return known
  const bit = 1 << Math.min(bitOfTraces.size, lastBit)
  bitOfTraces.set(key, bit)
  for (const trace of traces) addTrace(trace, bit, folds)
  return bit
}

function addTrace(trace: string, bit: number, folds: boolean): void {
  if (trace.length === traceLength) {
    let window = 0
    for (let i = 0; i < traceLength; i++) window = (window << foldBits) | foldOf(trace.charCodeAt(i))
    isTraceSlot[slotOf(window)] = 1
    bitsOfWindow.set(window, (bitsOfWindow.get(window) ?? 0) | bit)
    return
  }
  for (const form of folds ? [trace.toLowerCase(), trace.toUpperCase()] : [trace]) {
    const code = form.charCodeAt(0)
    isSingleTrace[code & 255] = 1
    bitsOfSingle.set(code, (bitsOfSingle.get(code) ?? 0) | bit)
  }
}

/** The bits of all traces that a text holds. */
export function tracesIn(text: string): number {
  let bits = 0
  let window = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    window = ((window << foldBits) | foldOf(code)) & windowMask
    if (isTraceSlot[slotOf(window)] === 1) bits |= bitsOfWindow.get(window) ?? 0
    if (isSingleTrace[code & 255] === 1) bits |= bitsOfSingle.get(code) ?? 0
  }
  return bits
}

interface Alternative {
  readonly source: string
  readonly flags: string
  /** Whether a text of this first character may match. */
  readonly opensWith: (first: string) => boolean
  /** The bit of its traces, or 0 where it is not known by any. */
  readonly bit: number
}

/** The alternatives left for texts of one first character. */
interface Choice {
  /** Those that no trace tells, joined by flags. */
  readonly always: readonly RegExp[]
  readonly traced: readonly { readonly bit: number; readonly pattern: RegExp }[]
  /** The bits of all of these. */
  readonly bits: number
}

function joined(alternatives: readonly Alternative[]): RegExp[] {
  const byFlags = new Map<string, string[]>()
  for (const { source, flags } of alternatives) {
    const known = byFlags.get(flags)
    if (known) known.push(`(?:${source})`)
    else byFlags.set(flags, [`(?:${source})`])
  }
  return [...byFlags].map(([flags, sources]) => new RegExp(sources.join('|'), flags))
}

// Two characters that /iu takes for `k` and `s`.
const likeLetters = '\u212a\u017f'
const isOneCharacter = (first: string) => /^[\0-\ud7ff\ue000-\uffff]$/.test(first) && !likeLetters.includes(first)

/** Whether the first character of a text may begin a match of an anchored pattern. */
function opening({ firsts }: Shape, flags: string): (first: string) => boolean {
  const isPlain = (item: string) => /^[\0-\x7f]$/.test(item) && item !== '.'
  const plain = firsts.filter(isPlain).join('')
  const letters = flags.includes('i') ? plain.toLowerCase() + plain.toUpperCase() : plain
  const others = firsts.filter((item) => !isPlain(item))
  const classes = others.length > 0 ? new RegExp(`^(?:${others.join('|')})`, flags) : null
  return (first) => !isOneCharacter(first) || letters.includes(first) || (classes?.test(first) ?? false)
}

// What a pattern begins with tells little where it is one of these.
const isBroad = (item: string) => /^(?:\.|\[\^|\[?.*\\[pPwWSD])/.test(item)

function readAlternatives(pattern: RegExp): Alternative[] {
  const { flags } = pattern
  return alternativesOf(pattern).map(({ source, shape }) => {
    const isTold = shape.isAnchored && !shape.mayBeEmpty
    const opensWith = isTold ? opening(shape, flags) : () => true
    if (shape.needs === null || (isTold && !shape.firsts.some(isBroad))) return { source, flags, opensWith, bit: 0 }
    return { source, flags, opensWith, bit: bitOf(shape.needs, flags.includes('i')) }
  })
}

/**
 * Whether any of the patterns is found in a text; its traces are passed where they are known already. The patterns must
 * hold no groups that others refer to by number.
 */
export function anyOf(patterns: readonly RegExp[]): (text: string, traces?: number) => boolean {
  const alternatives = patterns.flatMap(readAlternatives)
  const byOpening = new Map<string, Choice>()
  const byFirst = new Map<number, Choice>()

  function choiceOf(first: string): Choice {
    const open = alternatives.filter(({ opensWith }) => opensWith(first))
    const key = alternatives.map((alternative) => (open.includes(alternative) ? 1 : 0)).join('')
    const known = byOpening.get(key)
    if (known) return known
    const always = joined(open.filter(({ bit }) => bit === 0))
    const traced = open
      .filter(({ bit }) => bit !== 0)
      .map(({ bit, source, flags }) => ({ bit, pattern: new RegExp(source, flags) }))
    const choice = { always, traced, bits: traced.reduce((bits, { bit }) => bits | bit, 0) }
    byOpening.set(key, choice)
    return choice
  }

  return (text, traces = tracesIn(text)) => {
    const code = text.charCodeAt(0)
    let choice = byFirst.get(code)
    if (!choice) {
      choice = choiceOf(text.slice(0, 1))
      byFirst.set(code, choice)
    }
    for (const pattern of choice.always) if (pattern.test(text)) return true
    if ((traces & choice.bits) === 0) return false
    for (const { bit, pattern } of choice.traced) if ((traces & bit) !== 0 && pattern.test(text)) return true
    return false
  }
}
