// Reads articles from files: JSON arrays, or JSON Lines (jsonlines.org), told apart by the first character. Every article
// remembers its file and line, so that an error can say where it stands.
import { readFile } from 'node:fs/promises'
import type { Article } from '../article/article.js'

/** An article as it stands in a file, not yet checked. */
export interface SourcedArticle {
  readonly article: Article
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** Input that cannot be read; the message is one line that names file and line. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput'
}

async function textOf(file: string): Promise<string> {
  try {
    if (file !== '-') return await readFile(file, 'utf8')
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks).toString('utf8')
  } catch (error) {
    throw new UnreadableInput(`${file}: ${reasonOf(error)}`)
  }
}

/** Why a file cannot be read, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'ENOENT'
    ? 'no such file'
    : code === 'EISDIR'
      ? 'is a folder'
      : code === 'EACCES'
        ? 'permission denied'
        : String(error)
}

/** What a file is called in messages. */
export const nameOf = (file: string) => (file === '-' ? '<standard input>' : file)

/** Reads one file, or standard input for `-`. */
export async function readArticles(file: string): Promise<SourcedArticle[]> {
  const text = (await textOf(file)).replace(/^\ufeff/, '')
  const name = nameOf(file)
  if (/^\s*\[/.test(text)) return readArray(text, name)
  const found: SourcedArticle[] = []
  text.split('\n').forEach((line, k) => {
    if (line.trim() === '') return
    found.push({ article: readArticle(line, `${name}:${k + 1}`), file: name, line: k + 1 })
  })
  return found
}

/** Reads the article of a line, which stands at that place. */
export function readArticle(line: string, place: string): Article {
  try {
    return asArticle(JSON.parse(line))
  } catch (error) {
    throw new UnreadableInput(`${place}: ${error instanceof SyntaxError ? 'is not JSON' : (error as Error).message}`)
  }
}

/** Checks only that it is an object; what is in it is checked with the whole batch, so that errors name article and field. */
function asArticle(value: unknown): Article {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('expected an article object')
  return value as Article
}

function readArray(text: string, name: string): SourcedArticle[] {
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch (error) {
    throw new UnreadableInput(`${name}:${badLine(text, error)}: is not JSON`)
  }
  if (!Array.isArray(values)) throw new UnreadableInput(`${name}:1: expected an array of articles`)
  const starts = elements(text)
  return values.map((value, k) => {
    const line = starts[k]?.line ?? 1
    try {
      return { article: asArticle(value), file: name, line }
    } catch (error) {
      throw new UnreadableInput(`${name}:${line}: ${(error as Error).message}`)
    }
  })
}

/** The line that JSON.parse stumbled over: it says where, or else it is the first element that cannot be read by itself. */
function badLine(text: string, error: unknown): number {
  const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  if (at) return text.slice(0, Number(at)).split('\n').length
  const parts = elements(text)
  for (const [k, { start, line }] of parts.entries()) {
    const end = parts[k + 1]?.start
    try {
      JSON.parse(text.slice(start, end).replace(end === undefined ? /\]\s*$/ : /,\s*$/, ''))
    } catch {
      return line
    }
  }
  return text.trimEnd().split('\n').length
}

/** Where each element of a JSON array starts. */
function elements(text: string): { start: number; line: number }[] {
  const found: { start: number; line: number }[] = []
  let depth = 0
  let inString = false
  let line = 1
  let awaiting = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    if (character === '\n') line++
    if (inString) {
      if (character === '\\') i++
      else if (character === '"') inString = false
      continue
    }
    if (/\s/.test(character)) continue
    if (awaiting && character !== ']') found.push({ start: i, line })
    awaiting = false
    if (character === '"') inString = true
    else if (character === '[' || character === '{') {
      depth++
      awaiting = depth === 1
    } else if (character === ']' || character === '}') depth--
    else if (character === ',' && depth === 1) awaiting = true
  }
  return found
}
