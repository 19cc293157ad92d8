// The kernel: that it reads the same words as the TypeScript, which is the reference, and makes the same signatures and
// fingerprints of them; that all works without it; and that its code is that of its source.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { buildKernelCode, kernelCodeFile } from '../../kernel/build.js'
import { fingerprints, fingerprintsPlainly } from '../../src/sketch/fingerprints.js'
import { type MinHashOptions, minHash, minHashText } from '../../src/sketch/minhash.js'
import { shingles } from '../../src/sketch/shingles.js'
import type { Kernel } from '../../src/text/kernel.js'
import { kernelFor, readWords, readWordsPlainly, tokenize } from '../../src/text/tokens.js'
import type { WordBuffer } from '../../src/text/word-buffer.js'

const longest = 1 << 18

function kernel(length = 0): Kernel {
  const found = kernelFor(length)
  if (!found) throw new Error('There is no kernel here')
  return found
}

/** What comparing long arrays value by value takes too long for. */
function expectSame(found: Readonly<Record<string, Uint8Array | Uint32Array>>, expected: typeof found): void {
  for (const [name, values] of Object.entries(expected)) {
    const others = found[name]
    if (others?.length !== values.length || values.some((value, i) => value !== others[i]))
      expect(others, name).toEqual(values)
  }
}

const copied = ({ count, hashes, starts, ends, unspaced }: WordBuffer) => ({
  starts: starts.slice(0, count),
  ends: ends.slice(0, count),
  hashes: hashes.slice(0, count),
  unspaced: unspaced.slice(0, count),
})
const plainWords = (text: string) => copied(readWordsPlainly(text))
const kernelWords = (text: string) => copied(kernel(text.length).read(text))
const plainShingles = (text: string, size?: number, unspacedSize?: number) =>
  shingles(readWordsPlainly(text), size, unspacedSize)

const pieces = [
  ...'a B the Government é e\u0301 São ß İ ø Ω я Москве й ա א ع أ ـ ع\u064e 한 ½ Ａ ＡＦＰ हि न् க বা த'.split(' '),
  ...'0 5 31 2026 ٣ ５ ० 中 文 々 〇 𠮷 𰻝 か カ ー が か\u3099 ไ ท ย์ ก็ ๆ ລາ ខ្ មែ မြ န် 🙂 👩‍👩‍👧 𝒜 𝟙'.split(' '),
  ...'\'.,:’‘ʼ＇\u00ad\u200b\u200c\u200d\u2060\ufeff・･·．-—("“”«»。、？।$%_\u0300\u0651\u05b7\u0e31\0 \n\t\u00a0'.split(
    '',
  ),
  ...['\ud800', '\ud842', '\udfb7', '\udc00', ' ', ' ', ' ', ', ', '. ', 'U.S.', "didn't", 'didn’t', '5,000', '10:30'],
  ...['a'.repeat(15), 'b'.repeat(16), 'C'.repeat(17), 'd'.repeat(62), 'E'.repeat(64), 'f'.repeat(130), '9'.repeat(20)],
]
const mixed = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((some) => some.join(''))
const ascii = fc.string({ unit: fc.constantFrom(...'abcdeXYZ019.,:\'"- \n'), maxLength: 300 })
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
  .map((units) => String.fromCharCode(...units))
const texts = fc.oneof(mixed, ascii, anyUnits, fc.string({ unit: 'binary', maxLength: 200 }))

describe('words', () => {
  it('are the same in mixtures of all scripts, marks, joiners, emoji and halves of them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expectSame(kernelWords(text), plainWords(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('are the same with every code unit by itself, between letters, between figures and behind a Han letter', () => {
    for (let from = 0; from < 65536; from += 4096) {
      let text = ''
      for (let code = from; code < from + 4096; code++) {
        const unit = String.fromCharCode(code)
        text += `${unit} a${unit}b 1${unit}2 A${unit} ${unit}9 中${unit} ${unit}.x ${unit}’5 a’${unit} 7,${unit}|`
      }
      expectSame(kernelWords(text), plainWords(text))
    }
  })

  it('are the same with every Han letter beyond the basic plane and others of two code units', () => {
    for (const plane of [1, 2, 3, 4, 5, 14, 16]) {
      let text = ''
      for (let code = plane << 16; code < (plane + 1) << 16; code += 37) text += `a${String.fromCodePoint(code)}\u0301b`
      expectSame(kernelWords(text), plainWords(text))
    }
  })

  it.each([
    'x',
    'word',
    "isn't it",
    'l’été 5',
    '12,345.6',
    'U.S.A.',
    '中文 ok',
    'é',
    'v'.repeat(16),
    'w'.repeat(63),
    'y'.repeat(200),
    '𠮷a',
  ])('are the same wherever %j stands in a block and where the text ends behind it', (word) => {
    for (let before = 0; before <= 130; before++) {
      for (const space of [' ', '-', 'a ', '—']) {
        const text = space.repeat(before) + word
        for (const ended of [text, `${text} `, `${text}.`, `${text} ${word}`])
          expectSame(kernelWords(ended), plainWords(ended))
      }
    }
  })

  it('are the same in texts without any, and of one code unit', () => {
    for (const text of ['', ' ', 'a', '7', '.', '中', '\ud842', '\udc00', '🙂'])
      expectSame(kernelWords(text), plainWords(text))
  })

  it('are the same where a long text follows a short one and a short one a long one', () => {
    const sentence = 'The harbour board said the ferry isn’t to sail before 5,000 islanders — 中文 — have voted. '
    const long = sentence.repeat(Math.ceil((longest + 1) / sentence.length))
    for (const length of [100, 16384, 16385, 50, 70_000, 10, longest - 1, longest, 30])
      expectSame(kernelWords(long.slice(0, length)), plainWords(long.slice(0, length)))
    for (const unit of ['a ', '中', '\ufffd5', 'é.']) {
      const text = unit.repeat(longest).slice(0, longest)
      expectSame(kernelWords(text), plainWords(text))
    }
  })

  it('of texts longer than the kernel takes are read without it', () => {
    const text = 'ferry '.repeat(longest / 6 + 1)
    expect(kernelFor(text.length)).toBeNull()
    expectSame(copied(readWords(text)), plainWords(text))
  })

  it('are the same for readers who do not choose', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expectSame(copied(readWords(text)), plainWords(text))
      }),
      { numRuns: 500 },
    )
  })

  it('are the same in the fixtures', () => {
    for (const { article } of readFixtures()) expectSame(kernelWords(article.text), plainWords(article.text))
  })
})

describe('signatures', () => {
  const expectSignature = (text: string, options: MinHashOptions) =>
    expectSame({ values: minHashText(text, options) }, { values: minHash(plainShingles(text), options) })

  // Where there are many values and few words, nearly all are borrowed, which takes long.
  it.each([16, 32, 64, 128, 256, 512, 1024, 2048, 4096])('of %i values are the same', (numPerm) => {
    fc.assert(
      fc.property(texts, fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), (text, seed) => {
        expectSignature(text, { numPerm, seed })
      }),
      { numRuns: Math.min(150, 32768 / numPerm) },
    )
  })

  it('are the same in the fixtures, and where long texts fill all values', () => {
    const fixtures = readFixtures().map(({ article }) => article.text)
    for (const text of [...fixtures, fixtures.join('\n')].filter(({ length }) => length <= longest))
      for (const numPerm of [16, 128, 2048]) expectSignature(text, { numPerm })
  })

  it('are checked alike', () => {
    for (const text of ['short', 'a longer text, which the kernel reads'])
      expect(() => minHashText(text, { numPerm: 100 })).toThrow(RangeError)
  })
})

describe('sampled shingles', () => {
  it('are those below the limit, for all sizes of shingles and limits', () => {
    const size = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(texts, size, size, fc.integer({ min: 0, max: 0xffffffff }), (text, spaced, alone, limit) => {
        const reading = kernel(text.length)
        reading.read(text)
        const expected = plainShingles(text, spaced, alone).filter((hash) => hash < limit)
        expect(reading.sample(spaced, alone, () => limit)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('make the fingerprints that the TypeScript makes, of words just read, read before, and left over of those read', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (text, other, most) => {
        const words = tokenize(text)
        expect(fingerprints(readWords(text))).toEqual(fingerprintsPlainly(words))
        readWords(other)
        expect(fingerprints(words)).toEqual(fingerprintsPlainly(words))
        expect(fingerprints(readWordsPlainly(other))).toEqual(fingerprintsPlainly(tokenize(other)))
        const count = most % (words.count + 1)
        const { hashes, unspaced } = readWords(text)
        expect(fingerprints({ hashes, unspaced, count })).toEqual(fingerprintsPlainly({ ...words, count }))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the kernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  interface WebAssemblyUsed {
    readonly Module: new (code: Uint8Array) => object
    readonly Instance: new (module: object) => { readonly exports: unknown }
  }
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyUsed }).WebAssembly
  const forbidden = class {
    constructor() {
      throw new Error('code from bytes is forbidden')
    }
  }
  it.each([
    ['without WebAssembly', 'WebAssembly', undefined],
    ['where a page forbids it', 'WebAssembly', { Module: forbidden, Instance }],
    ['without TextEncoder', 'TextEncoder', undefined],
    ['without atob', 'atob', undefined],
  ])('is done without %s', async (_, name, value) => {
    vi.resetModules()
    vi.stubGlobal(name, value)
    const tokens = await import('../../src/text/tokens.js')
    const sketches = await import('../../src/sketch/minhash.js')
    const text = 'The ferry between Port Alder and the outer islands will sail again from Monday.'
    expect(tokens.kernelFor(text.length)).toBeNull()
    expectSame(copied(tokens.readWords(text)), plainWords(text))
    expect(sketches.minHashText(text)).toEqual(minHash(plainShingles(text)))
  })

  it('is made when first wanted, once', async () => {
    vi.resetModules()
    let made = 0
    class Counted extends Module {
      constructor(code: Uint8Array) {
        super(code)
        made++
      }
    }
    vi.stubGlobal('WebAssembly', { Module: Counted, Instance })
    const tokens = await import('../../src/text/tokens.js')
    await import('../../src/sketch/minhash.js')
    expect(made).toBe(0)
    for (let k = 0; k < 3; k++) tokens.readWords('a text that is long enough to be read by the kernel')
    expect(made).toBe(1)
  })

  it('has room from the first, though that be for nothing', async () => {
    vi.resetModules()
    const tokens = await import('../../src/text/tokens.js')
    const kernel = tokens.kernelFor(0)
    expect(kernel?.read('').count).toBe(0)
  })

  it('is what its source makes', async () => {
    expect(readFileSync(kernelCodeFile, 'utf8')).toBe(await buildKernelCode())
  }, 60_000)
})
