// Cuts a page into units, the smallest things that are judged as furniture or story: short lines, and the sentences of long ones.
// Relies on sentences.ts.
import { cutLines, cutSentences, type Range, Ranges, stopsAt, wordsWithin } from './sentences.js'

/** A line or sentence. */
export interface Unit extends Range {
  /** It is a line of its own. */
  readonly wholeLine: boolean
  /** The number of its line, from 0. */
  readonly line: number
}

// More quotation marks and brackets than these close no sentence.
const mostClosers = 5
const wordsInSentence = 6

/** Whether a stretch ends as sentences do. */
export const endsSentence = (text: string, { start, end }: Range): boolean => stopsAt(text, start, end, mostClosers)

const pageLines = new Ranges()
const parts = new Ranges()

/** Calls back with the units of a text, in order. */
export function eachUnit(
  text: string,
  found: (start: number, end: number, wholeLine: boolean, line: number) => void,
): void {
  pageLines.clear()
  cutLines(text, pageLines)
  for (let line = 0; line < pageLines.count; line++) {
    const [start, end] = [pageLines.startOf(line), pageLines.endOf(line)]
    parts.clear()
    cutSentences(text, start, end, parts)
    if (isWhole(text)) found(start, end, true, line)
    else for (let i = 0; i < parts.count; i++) found(parts.startOf(i), parts.endOf(i), false, line)
  }
}

/** Whether a line is one unit: it is of one part, or no part of it is a sentence. */
function isWhole(text: string): boolean {
  if (parts.count <= 1) return true
  for (let i = 0; i < parts.count; i++) {
    const [start, end] = [parts.startOf(i), parts.endOf(i)]
    if (stopsAt(text, start, end, mostClosers) && wordsWithin(text, start, end, wordsInSentence) >= wordsInSentence)
      return false
  }
  return true
}

/** The units of a text, in order. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  eachUnit(text, (start, end, wholeLine, line) => units.push({ start, end, wholeLine, line }))
  return units
}
