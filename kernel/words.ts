// The kernel: reads the words of a text in UTF-8 and makes its shingles, signature and fingerprints, with exactly the
// results of src/text/tokens.ts and src/sketch/, several times faster. AssemblyScript, compiled by `npm run
// build:kernel`.
//
// Words are read in three passes. The first writes the text with one byte for each UTF-16 code unit: a character that
// means the same to a reader of words as one of ASCII (an accented letter, a quotation mark, a dash) becomes that one,
// any other becomes ALIEN. The second finds the words: it classifies 64 bytes at once into bit masks, one bit a byte
// (Lemire and Langdale 2019, Parsing gigabytes of JSON per second), and runs of letters and of figures begin and end
// where a bit differs from its neighbour. What is not so plain (other scripts, an apostrophe or a point inside a word)
// is left to `readToken`, which follows tokens.ts step by step. The third hashes the words, four at a time: the
// polynomial (Karp and Rabin 1987) of up to 16 letters is two times two dot products with the powers of its base, in
// halves.

// What a character is: as in src/text/characters.ts.
const SEPARATOR: u32 = 0
const LETTER: u32 = 1
const DIGIT: u32 = 2
const MARK: u32 = 3
const UNSPACED: u32 = 4
const JOINER: u32 = 5
const HAN_PLANE: u32 = 6
const POINT: u32 = 7

const WORD_BASE: u32 = 0x2c1b3c6d
const SHINGLE_BASE: u32 = 0x9e3779b1

// No signature value; the greatest hash stands for none.
const EMPTY: u32 = 0xffffffff

// A code unit whose meaning ASCII has not.
const ALIEN: u32 = 0x80
const SPACE_AND_ALIEN: u32 = 0x20 | (ALIEN << 8)

// ---- Memory: first what never moves, then room for one text and what is made of it ----

/**
 * The first 16 powers of WORD_BASE as 16-bit halves: the low ones, signed, then the high ones, which make up for the
 * sign.
 */
const LOW_POWERS: usize = 0
const HIGH_POWERS: usize = 32
/** The values of one signature, at most 4096; which of them are none; and what those borrow. */
export const signature: usize = 64
const EMPTY_BINS: usize = signature + 4 * 4096
const BORROWED: usize = EMPTY_BINS + 4 * 4096 + 16
/** What each UTF-16 code unit is, above 16 bits, and what it folds to, below: the table of characters.ts, put here. */
export const table: usize = BORROWED + 4 * 4096 + 16
/** For each UTF-16 code unit the ASCII character that means the same to a reader of words, or ALIEN. */
const ALIASES: usize = table + 4 * 65536
/** The text, in UTF-8. */
export const text: usize = ALIASES + 65536

// Reading and writing go by blocks, beyond the last byte and the last word.
const SPARE: usize = 128

/** For each code unit of the text: its alias, and itself where that is ALIEN. */
let letters: usize = 0
let codes: usize = 0
/** For each word: its hash, the UTF-16 offsets of its start and end, and whether its script has no spaces. */
export let hashes: usize = 0
export let starts: usize = 0
export let ends: usize = 0
export let unspaced: usize = 0
/** For each word, all bits where it is hashed before the third pass. */
let hashed: usize = 0
/** The shingles of the words, then their fingerprints. */
export let values: usize = 0

/**
 * Makes room for a text of so many UTF-16 code units, a multiple of 16, which may have as many words and three times as
 * many bytes.
 */
export function reserve(units: usize): void {
  const column: usize = 4 * units + SPARE
  hashes = text + 3 * units + SPARE
  starts = hashes + column
  ends = starts + column
  values = ends + column
  codes = values + column
  letters = codes + 2 * units + SPARE
  unspaced = letters + units + SPARE
  hashed = unspaced + units + SPARE
  const pages: i32 = i32((hashed + units + SPARE + 0xffff) >>> 16)
  if (pages > memory.size()) memory.grow(pages - memory.size())
}

/** Makes what is made of `table`, once that is there. */
export function prepare(): void {
  let power: u32 = 1
  for (let i: usize = 0; i < 16; i++) {
    const low: i32 = i32(i16(power))
    store<i16>(LOW_POWERS + 2 * i, i16(low))
    store<i16>(HIGH_POWERS + 2 * i, i16((power - u32(low)) >>> 16))
    power *= WORD_BASE
  }
  for (let code: u32 = 0; code < 65536; code++)
    store<u8>(ALIASES + code, u8(code < 0x80 ? code : aliasOf(load<u32>(table + 4 * code))))
}

function aliasOf(entry: u32): u32 {
  const kind = entry >>> 16
  if (kind === SEPARATOR) return 0x20
  if (kind === JOINER) return 0x27
  // Of the points only the comma and the full stop are told from the others.
  if (kind === POINT) return 0x3a
  // What an accented letter folds to is what it is; but a superscript figure counts as a letter.
  const fold = entry & 0xffff
  return fold < 0x80 && load<u32>(table + 4 * fold) === entry ? fold : ALIEN
}

// ---- First pass: one byte for each code unit ----

function store16(unit: usize, code: u32): void {
  store<u8>(letters + unit, load<u8>(ALIASES + code))
  store<u16>(codes + 2 * unit, u16(code))
}

/** Writes the aliases of a text of so many bytes and code units; returns where they stand. */
function transcribe(bytes: usize, units: usize): usize {
  // ASCII stays where it is.
  if (bytes === units) return text
  const stop = text + bytes
  let at = text
  let unit: usize = 0
  while (at < stop) {
    const block = v128.load(at)
    v128.store(letters + unit, block)
    const foreign = i8x16.bitmask(block)
    const plain: usize = foreign === 0 ? 16 : usize(ctz(foreign))
    at += plain
    unit += plain
    if (foreign === 0) continue
    do {
      const first: u32 = load<u8>(at)
      const second: u32 = load<u8>(at, 1) & 0x3f
      const third: u32 = load<u8>(at, 2) & 0x3f
      if (first < 0xe0) {
        store16(unit, ((first & 0x1f) << 6) | second)
        at += 2
      } else if (first < 0xf0) {
        store16(unit, ((first & 0x0f) << 12) | (second << 6) | third)
        at += 3
      } else {
        // Two code units: a surrogate pair.
        const code = ((first & 0x07) << 18) | (second << 12) | (third << 6) | (load<u8>(at, 3) & 0x3f)
        store16(unit, 0xd7c0 + (code >>> 10))
        unit++
        store16(unit, 0xdc00 | (code & 0x3ff))
        at += 4
      }
      unit++
    } while (load<u8>(at) >= 0x80 && at < stop)
  }
  return letters
}

// ---- Second pass: where words begin and end ----

let count: u32 = 0
let anyUnspaced: bool = false
/** Where the aliases of the text stand. */
let first: usize = 0

function codeAt(at: usize): u32 {
  const alias: u32 = load<u8>(at)
  return alias < 0x80 ? alias : load<u16>(codes + 2 * (at - first))
}

function entryAt(at: usize): u32 {
  return load<u32>(table + 4 * codeAt(at))
}

/** Notes a word that is hashed already. */
function addToken(hash: u32, start: usize, end: usize, isUnspaced: bool): void {
  store<u32>(hashes + 4 * count, hash)
  store<u32>(starts + 4 * count, u32(start - first))
  store<u32>(ends + 4 * count, u32(end - first))
  store<u8>(unspaced + count, u8(isUnspaced))
  store<u8>(hashed + count, 0xff)
  count++
}

/**
 * Reads the one word that starts at an address, or passes one character that starts none: the body of the loop of
 * readWordsPlainly in tokens.ts. Returns the address behind.
 */
function readToken(start: usize): usize {
  let at = start
  let entry = entryAt(at)
  let kind = entry >>> 16
  if (kind === SEPARATOR || kind === POINT || kind === JOINER || kind === MARK) return at + 1
  let hash: u32 = 0
  let power: u32 = 1
  if (kind === UNSPACED || kind === HAN_PLANE) {
    hash = entry & 0xffff
    at++
    if (kind === HAN_PLANE) {
      power = WORD_BASE
      hash += load<u16>(codes + 2 * (at - first)) * power
      at++
    }
    for (; entryAt(at) >>> 16 === MARK; at++) {
      power *= WORD_BASE
      hash += codeAt(at) * power
    }
    addToken(hash, start, at, true)
    anyUnspaced = true
    return at
  }
  let end = at
  let length: usize = 0
  let previous = SEPARATOR
  while (true) {
    if (kind === LETTER || kind === DIGIT) {
      // 31km is 31 and km, however it is spaced.
      if (previous !== SEPARATOR && previous !== kind) break
      previous = kind
      const from = at
      do {
        hash += (entry & 0xffff) * power
        power *= WORD_BASE
        at++
        entry = entryAt(at)
      } while (entry >>> 16 === kind)
      kind = entry >>> 16
      length += at - from
      end = at
      if (kind === SEPARATOR) break
      continue
    }
    const code = codeAt(at)
    if (kind === MARK) {
      // Arabic and Hebrew vowel signs come and go; they do not make another word.
      if (code > 0x0700 || code < 0x0300) {
        hash += (entry & 0xffff) * power
        power *= WORD_BASE
      }
      length++
      end = at + 1
    } else {
      const next = entryAt(at + 1) >>> 16
      if (kind === JOINER && (next === LETTER || (next === DIGIT && previous === DIGIT))) {
        // It is part of the word and counts for nothing.
      } else if (code === 0x2e && next === LETTER && length === 1) {
        // U.S.: one letter and a point, again and again, is one word.
        length = 0
      } else if (kind === POINT && previous === DIGIT && next === DIGIT) {
        // 5,000 is 5000; 5:18 and 5.18 are one time of day.
        if (code !== 0x2c) {
          hash += 0x2e * power
          power *= WORD_BASE
        }
      } else break
    }
    at++
    entry = entryAt(at)
    kind = entry >>> 16
  }
  addToken(hash, start, end, false)
  return at
}

/** Four times 16 bits in one. */
function together(a: i32, b: i32, c: i32, d: i32): u64 {
  return u64(u32(a | (b << 16))) | (u64(u32(c | (d << 16))) << 32)
}

function lettersIn(bytes: v128): i32 {
  const small = i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61))
  return i8x16.bitmask(i8x16.lt_u(small, i8x16.splat(26)))
}

function figuresIn(bytes: v128): i32 {
  return i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10)))
}

/** Where `'`, `,`, `.` and `:` are: what may stand inside a word or a figure. */
function connectorsIn(bytes: v128): i32 {
  const points = i8x16.eq(v128.or(bytes, i8x16.splat(0x02)), i8x16.splat(0x2e))
  const others = v128.or(i8x16.eq(bytes, i8x16.splat(0x27)), i8x16.eq(bytes, i8x16.splat(0x3a)))
  return i8x16.bitmask(v128.or(points, others))
}

/** Writes 64 zeros: no more words begin in a block. */
function clear(at: usize): void {
  v128.store(at, i8x16.splat(0))
  v128.store(at, i8x16.splat(0), 16)
  v128.store(at, i8x16.splat(0), 32)
  v128.store(at, i8x16.splat(0), 48)
}

/** All places of a block but the last. */
const DECIDED: u64 = ~((<u64>1) << 63)

/** The bits from one place on; none where that is behind the last. */
function onwards(place: usize): u64 {
  return place > 63 ? 0 : ~(<u64>0) << place
}

/** Finds the words of so many code units: notes where they begin and end, and hashes those that are not plain. */
function findWords(units: usize): void {
  count = 0
  anyUnspaced = false
  const stop = first + units
  // Behind the text stand separators, so that nothing need ask whether it has ended.
  for (let i: usize = 0; i < SPARE; i += 16) v128.store(stop + i, i8x16.splat(0))
  // Every block starts where a word may start afresh, so that nothing before it matters. Its last byte is only looked
  // ahead to.
  let block = first
  while (block < stop) {
    const a = v128.load(block)
    const b = v128.load(block, 16)
    const c = v128.load(block, 32)
    const d = v128.load(block, 48)
    const letter = together(lettersIn(a), lettersIn(b), lettersIn(c), lettersIn(d))
    const figure = together(figuresIn(a), figuresIn(b), figuresIn(c), figuresIn(d))
    const connector = together(connectorsIn(a), connectorsIn(b), connectorsIn(c), connectorsIn(d))
    const alien = together(i8x16.bitmask(a), i8x16.bitmask(b), i8x16.bitmask(c), i8x16.bitmask(d))
    // A run begins where the byte before is of another kind, and ends before such a byte.
    let begin = (letter & ~(letter << 1)) | (figure & ~(figure << 1))
    let end = ((letter << 1) & ~letter) | ((figure << 1) & ~figure)
    // Not plain: what is not ASCII, and what may join a run to what follows.
    const joining = ((letter << 1) & ((letter | alien) >>> 1)) | ((figure << 1) & ((figure | alien) >>> 1))
    let special = alien | (connector & joining)
    end &= DECIDED
    special &= DECIDED
    let passed: usize = 63
    clear(unspaced + count)
    clear(hashed + count)
    const offset = u32(block - first)
    while (true) {
      // All words before the first special place are plain; where there is none, `nearest - 1` is all bits.
      const nearest = special & -special
      let plain = end & (nearest - 1)
      end ^= plain
      let i: usize = 4 * count
      count += u32(popcnt(plain))
      for (; plain !== 0; i += 4) {
        store<u32>(starts + i, offset + u32(ctz(begin)))
        store<u32>(ends + i, offset + u32(ctz(plain)))
        begin &= begin - 1
        plain &= plain - 1
      }
      if (special === 0) break
      // The word that ends there, or what stands there.
      const place = (end & nearest) !== 0 ? ctz(begin) : ctz(special)
      let at = readToken(block + usize(place))
      // What is alien too is read at once.
      while (load<u8>(at) === ALIEN || load<u16>(at) === SPACE_AND_ALIEN) at = readToken(at)
      const behind = at - block
      passed = max(passed, behind)
      begin &= onwards(behind)
      end &= onwards(behind + 1)
      special &= onwards(behind)
    }
    // A word that the block cuts short is read in the next; one of more than a block, here.
    if (begin === 0) block += passed
    else if (ctz(begin) > 0) block += usize(ctz(begin))
    else block = readToken(block)
  }
}

// ---- Third pass: the hashes ----

/** The final mix of MurmurHash3, of four numbers. */
function mixed(hash: v128): v128 {
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 16)), i32x4.splat(0x85ebca6b))
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 13)), i32x4.splat(0xc2b2ae35))
  return v128.xor(hash, i32x4.shr_u(hash, 16))
}

/**
 * Four numbers whose sum is the polynomial of some of the 16 bytes at an address: those of which `kept` has all bits.
 */
function polynomial(at: usize, kept: v128, low0: v128, low1: v128, high0: v128, high1: v128): v128 {
  // This bit makes letters small and leaves figures as they are.
  const bytes = v128.and(v128.or(v128.load(at), i8x16.splat(0x20)), kept)
  const lower = i16x8.extend_low_i8x16_u(bytes)
  const upper = i16x8.extend_high_i8x16_u(bytes)
  const low = i32x4.add(i32x4.dot_i16x8_s(lower, low0), i32x4.dot_i16x8_s(upper, low1))
  const high = i32x4.add(i32x4.dot_i16x8_s(lower, high0), i32x4.dot_i16x8_s(upper, high1))
  return i32x4.add(low, i32x4.shl(high, 16))
}

/** Hashes those plain words among four that are longer than 16 letters. */
function hashLongWords(four: u32): void {
  for (let word = four; word < four + 4; word++) {
    const start = load<u32>(starts + 4 * word)
    const end = load<u32>(ends + 4 * word)
    if (load<u8>(hashed + word) !== 0 || end - start <= 16) continue
    let hash: u32 = 0
    let power: u32 = 1
    for (let at = first + start; at < first + end; at++) {
      hash += (load<u8>(at) | 0x20) * power
      power *= WORD_BASE
    }
    store<u32>(hashes + 4 * word, hash)
    store<u8>(hashed + word, 0xff)
  }
}

/** Hashes the words that are not hashed yet, and mixes the hashes of all. */
function hashWords(): void {
  // The last four may be fewer.
  v128.store(starts + 4 * count, i32x4.splat(0))
  v128.store(ends + 4 * count, i32x4.splat(0))
  const low0 = v128.load(LOW_POWERS)
  const low1 = v128.load(LOW_POWERS, 16)
  const high0 = v128.load(HIGH_POWERS)
  const high1 = v128.load(HIGH_POWERS, 16)
  const order = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  for (let word: u32 = 0; word < count; word += 4) {
    const i: usize = 4 * word
    const lengths = i32x4.sub(v128.load(ends + i), v128.load(starts + i))
    if (v128.any_true(i32x4.gt_u(lengths, i32x4.splat(16)))) hashLongWords(word)
    // The length of each word in all 16 bytes, and of those the first so many.
    const kept0 = i8x16.gt_s(v128.shuffle<i8>(lengths, lengths, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), order)
    const kept1 = i8x16.gt_s(v128.shuffle<i8>(lengths, lengths, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4), order)
    const kept2 = i8x16.gt_s(v128.shuffle<i8>(lengths, lengths, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8), order)
    const kept3 = i8x16.gt_s(
      v128.shuffle<i8>(lengths, lengths, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12),
      order,
    )
    const sum0 = polynomial(first + load<u32>(starts + i), kept0, low0, low1, high0, high1)
    const sum1 = polynomial(first + load<u32>(starts + i, 4), kept1, low0, low1, high0, high1)
    const sum2 = polynomial(first + load<u32>(starts + i, 8), kept2, low0, low1, high0, high1)
    const sum3 = polynomial(first + load<u32>(starts + i, 12), kept3, low0, low1, high0, high1)
    // Four by four numbers are turned over and added.
    const sums01 = i32x4.add(v128.shuffle<i32>(sum0, sum1, 0, 4, 1, 5), v128.shuffle<i32>(sum0, sum1, 2, 6, 3, 7))
    const sums23 = i32x4.add(v128.shuffle<i32>(sum2, sum3, 0, 4, 1, 5), v128.shuffle<i32>(sum2, sum3, 2, 6, 3, 7))
    const sums = i32x4.add(v128.shuffle<i32>(sums01, sums23, 0, 1, 4, 5), v128.shuffle<i32>(sums01, sums23, 2, 3, 6, 7))
    const known = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(hashed + word)))
    v128.store(hashes + i, mixed(v128.bitselect(v128.load(hashes + i), sums, known)))
  }
}

/** Reads the words of a text of so many bytes and code units; returns their number. */
export function read(bytes: usize, units: usize): u32 {
  first = transcribe(bytes, units)
  findWords(units)
  hashWords()
  return count
}

// ---- Shingles, signatures and fingerprints of the words that were read or taken last ----

/** Takes so many words whose hashes and flags were put in their places from outside. */
export function take(words: u32): void {
  count = words
  let flags = i8x16.splat(0)
  v128.store(unspaced + words, flags)
  for (let i: u32 = 0; i < words; i += 16) flags = v128.or(flags, v128.load(unspaced + i))
  anyUnspaced = v128.any_true(flags)
}

function mix(hash: u32): u32 {
  hash = (hash ^ (hash >>> 16)) * 0x85ebca6b
  hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35
  return hash ^ (hash >>> 16)
}

/** The hashes, not mixed, of four neighbouring runs of `size` words: the polynomial of src/sketch/shingles.ts. */
function runs(at: usize, size: u32): v128 {
  const base = i32x4.splat(SHINGLE_BASE)
  let hash = i32x4.splat(size)
  for (let k: u32 = 0; k < size; k++) hash = i32x4.add(i32x4.mul(hash, base), v128.load(at + 4 * k))
  return hash
}

/** Writes the shingles of the words to `values`; returns their number. */
export function shingle(size: u32, unspacedSize: u32): u32 {
  const longest = anyUnspaced ? max(size, unspacedSize) : size
  let i: u32 = 0
  for (; i + longest + 3 <= count; i += 4) {
    let found = runs(hashes + 4 * i, size)
    if (anyUnspaced) {
      const flags = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(unspaced + i)))
      const isSpaced = i32x4.eq(flags, i32x4.splat(0))
      found = v128.bitselect(found, runs(hashes + 4 * i, unspacedSize), isSpaced)
    }
    v128.store(values + 4 * i, mixed(found))
  }
  // The last ones singly: not every word has as many behind it. A text shorter than one shingle is one shingle.
  let made = i
  for (; i < count; i++) {
    const length = load<u8>(unspaced + i) === 1 ? unspacedSize : size
    if (i + length > count && i > 0) continue
    let hash = length
    for (let k = i; k < min(count, i + length); k++) hash = hash * SHINGLE_BASE + load<u32>(hashes + 4 * k)
    store<u32>(values + 4 * made, mix(hash))
    made++
  }
  return made
}

function keepLeast(hash: u32, shift: u32): void {
  const bin: usize = signature + 4 * (hash >>> shift)
  const least = load<u32>(bin)
  // Without a branch, which could not be foreseen.
  store<u32>(bin, least ^ ((least ^ hash) & -u32(hash < least)))
}

/**
 * Writes to `signature` that of the `made` numbers in `values`, of 2 ** (32 - shift) values: as minhash.ts makes it.
 */
export function sign(made: u32, shift: u32, salt: u32): void {
  const bins: u32 = 1 << (32 - shift)
  for (let bin: usize = 0; bin < bins; bin += 4) v128.store(signature + 4 * bin, i32x4.splat(-1))
  if (made === 0) return
  // The last of them again, to make whole fours: what is repeated counts once.
  v128.store(values + 4 * made, v128.load32_splat(values + 4 * made - 4))
  for (let i: usize = 0; i < 4 * made; i += 16) {
    const hash = mixed(v128.xor(v128.load(values + i), i32x4.splat(salt)))
    keepLeast(i32x4.extract_lane(hash, 0), shift)
    keepLeast(i32x4.extract_lane(hash, 1), shift)
    keepLeast(i32x4.extract_lane(hash, 2), shift)
    keepLeast(i32x4.extract_lane(hash, 3), shift)
  }
  let empty: u32 = 0
  for (let bin: u32 = 0; bin < bins; bin++) {
    store<u32>(EMPTY_BINS + 4 * empty, bin)
    empty += u32(load<u32>(signature + 4 * bin) === EMPTY)
  }
  if (empty === bins) return
  // Empty bins borrow: all find what they borrow before one has it, as none borrows what is borrowed.
  for (let i: u32 = 0; i < 4 * empty; i += 4) store<u32>(BORROWED + i, lent(load<u32>(EMPTY_BINS + i), shift))
  for (let i: u32 = 0; i < 4 * empty; i += 4)
    store<u32>(signature + 4 * load<u32>(EMPTY_BINS + i), load<u32>(BORROWED + i))
}

function leastIn(bin: u32): u32 {
  return load<u32>(signature + 4 * bin)
}

/** The first of two values that is one, without a branch: all bits of EMPTY are set. */
function firstOf(a: u32, b: u32): u32 {
  return a ^ ((a ^ b) & -u32(a === EMPTY))
}

/**
 * What an empty bin borrows: of the first bin that is not empty, of those that its hashes name. Four are asked at once.
 */
function lent(bin: u32, shift: u32): u32 {
  const own = i32x4.splat((bin + 1) * 0x9e3779b1)
  let attempts = i32x4(1, 2, 3, 4)
  while (true) {
    const lenders = i32x4.shr_u(mixed(i32x4.add(own, i32x4.mul(attempts, i32x4.splat(0x85ebca77)))), shift)
    const first = leastIn(i32x4.extract_lane(lenders, 0))
    const second = leastIn(i32x4.extract_lane(lenders, 1))
    const third = leastIn(i32x4.extract_lane(lenders, 2))
    const fourth = leastIn(i32x4.extract_lane(lenders, 3))
    const value = firstOf(firstOf(first, second), firstOf(third, fourth))
    if (value !== EMPTY) return value
    attempts = i32x4.add(attempts, i32x4.splat(4))
  }
}

/** Leaves of the `made` shingles in `values` those below a limit, in their order, and returns their number. */
export function sample(made: u32, limit: u32): u32 {
  let kept: u32 = 0
  for (let i: u32 = 0; i < made; i++) {
    const hash = load<u32>(values + 4 * i)
    // Each is written, and overwritten by the next where it is not below.
    store<u32>(values + 4 * kept, hash)
    kept += u32(hash < limit)
  }
  return kept
}
