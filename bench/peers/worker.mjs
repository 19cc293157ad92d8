// A side that runs in Node, as a child process: wirecopy as it is built, or the npm package minhash. Reads a command a
// line as JSON and answers with one line, as worker.py does for the peers written for Python. Plain JavaScript, so that
// node runs it as it stands: what tsx compiles would not be what users get.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { LshIndex, Minhash } from 'minhash'
import { clusterArticles, minHashText, shingles, tokenize } from '../../dist/index.js'

const numPerm = 128
const shingleSize = 5

/** From a text to its signature, the fastest way that the library has: what the whole first table measures. */
const ourSignature = (text) => minHashText(text, { numPerm })

/** What the work leaves behind, so that no compiler may leave the work out. */
let kept = 0

function readCodes(texts) {
  let sum = 0
  for (const text of texts) for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
  kept = sum
}

const encoder = new TextEncoder()
let buffer = new Uint8Array(0)

function readBytes(texts) {
  let sum = 0
  for (const text of texts) {
    if (buffer.length < text.length * 3) buffer = new Uint8Array(text.length * 6)
    const { written } = encoder.encodeInto(text, buffer)
    for (let i = 0; i < written; i++) sum += buffer[i]
  }
  kept = sum
}

/** The label of every article. One that is in no cluster, or only embeds a piece of one, stands alone. */
function ourLabels(articles, { clusters }) {
  const labels = new Map(articles.map(({ id }) => [id, id]))
  for (const { dispatches } of clusters)
    for (const { id, articleIds } of dispatches) for (const articleId of articleIds) labels.set(articleId, id)
  return articles.map(({ id }) => labels.get(id))
}

function wirecopy() {
  return {
    signatures: {
      wirecopy: {
        minHashText: (texts) => {
          for (const text of texts) kept ^= ourSignature(text)[0]
        },
      },
      'merely reading every character': { 'charCodeAt in a loop': readCodes, 'encodeInto, then its bytes': readBytes },
    },
    job: {
      wirecopy: {
        clusterArticles: (articles) => {
          const result = clusterArticles(articles)
          return () => ourLabels(articles, result)
        },
      },
    },
    distinct: (texts) => texts.reduce((sum, text) => sum + new Set(shingles(tokenize(text))).size, 0),
  }
}

function peerShingles(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  if (words.length < shingleSize) return words.length === 0 ? [] : [words.join(' ')]
  const made = []
  for (let i = 0; i + shingleSize <= words.length; i++)
    made.push(`${words[i]} ${words[i + 1]} ${words[i + 2]} ${words[i + 3]} ${words[i + 4]}`)
  return made
}

function peerSignature(text) {
  const signature = new Minhash({ numPerm })
  for (const shingle of peerShingles(text)) signature.update(shingle)
  return signature
}

/** Rows of a band by threshold: 64, 32 and 16 bands. */
const rowsOf = { 0.3: 2, 0.5: 4, 0.7: 8 }

function peerLabels(articles, threshold) {
  const sketches = articles.map(({ text }) => peerSignature(text))
  const index = new LshIndex({ bandSize: rowsOf[threshold] })
  for (const [i, sketch] of sketches.entries()) index.insert(i, sketch)
  const parents = sketches.map((_, i) => i)
  const find = (i) => {
    while (parents[i] !== i) i = parents[i] = parents[parents[i]]
    return i
  }
  for (const [i, sketch] of sketches.entries())
    for (const key of index.query(sketch)) {
      const j = Number(key)
      if (j < i && find(i) !== find(j) && sketch.jaccard(sketches[j]) >= threshold) parents[find(i)] = find(j)
    }
  return () => parents.map((_, i) => String(find(i)))
}

function minhash() {
  return {
    signatures: {
      'npm minhash': {
        'Minhash.update': (texts) => {
          for (const text of texts) kept ^= peerSignature(text).hashvalues[0]
        },
      },
    },
    job: { 'npm minhash': { 'Minhash, LshIndex, jaccard': peerLabels } },
    distinct: (texts) => texts.reduce((sum, text) => sum + new Set(peerShingles(text)).size, 0),
  }
}

const side = process.argv[2] === 'wirecopy' ? wirecopy() : minhash()
let articles = []
let texts = []

const listed = (rows) => Object.fromEntries(Object.entries(rows).map(([row, ways]) => [row, Object.keys(ways)]))

/** Seconds since a moment. */
const since = (started) => (performance.now() - started) / 1000

const commands = {
  ways: () => ({ signatures: listed(side.signatures), job: listed(side.job) }),
  load({ file }) {
    const lines = readFileSync(file, 'utf8').split('\n')
    articles = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line))
    texts = articles.map(({ text }) => text)
    return { texts: texts.length }
  },
  distinct: (command) => ({ distinct: side.distinct(command.texts) }),
  /** Seconds of one pass over the first texts, the mean of as many passes as fill the given time. */
  signatures({ row, way, texts: count, atLeast }) {
    const work = side.signatures[row][way]
    const some = texts.slice(0, count)
    const started = performance.now()
    let passes = 0
    do {
      work(some)
      passes++
    } while (since(started) < atLeast)
    return { seconds: since(started) / passes, kept }
  },
  job({ row, way, threshold }) {
    const started = performance.now()
    const labels = side.job[row][way](articles, threshold)
    const seconds = since(started)
    return { seconds, labels: labels(), parts: {} }
  },
}

const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`)
answer({ ready: true })
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line)
  try {
    answer(commands[command.do](command))
  } catch (error) {
    answer({ error: String(error) })
  }
}
