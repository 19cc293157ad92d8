// Groups of copies: one dispatch, two to twelve outlets, each with its own edits, and three copies of other dispatches beside them. In
// most groups several copies are signed, in 15 % one alone, in 5 % none: then no one can say who wrote it.
import { pick, type Random, seeded } from '../random.js'
import { type Copy, makeCopy } from './copy.js'
import type { Dispatch } from './dispatches.js'
import { outlets } from './own-words.js'

export interface Group {
  readonly name: string
  readonly dispatch: Dispatch
  readonly copies: readonly Copy[]
  readonly others: readonly Copy[]
  /** Who signs, or null. */
  readonly agency: string | null
}

export const sizes = [2, 3, 4, 6, 8, 12] as const
const unrelated = 3
const firstHour = Date.UTC(2031, 2, 11, 6)

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list]
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T)
}

function signers(size: number, random: Random): boolean[] {
  const draw = random()
  const lone = Math.floor(random() * size)
  if (draw < 0.05) return Array.from({ length: size }, () => false)
  if (draw < 0.2) return Array.from({ length: size }, (_, k) => k === lone)
  return Array.from({ length: size }, (_, k) => k === lone || random() < 0.6)
}

/** So many groups of each size. */
export function* makeGroups(dispatches: readonly Dispatch[], rounds: number, seed: number): Generator<Group> {
  const random = seeded(seed)
  let order: Dispatch[] = []
  let made = 0
  for (let round = 0; round < rounds; round++)
    for (const size of sizes) {
      if (order.length === 0) order = shuffled(dispatches, random)
      const dispatch = order.pop() as Dispatch
      const names = shuffled(outlets, random)
      const signed = signers(size, random)
      const name = `${dispatch.name}-${++made}`
      const hour = firstHour + made * 36e5
      const copy = (of: Dispatch, k: number, signs: boolean) =>
        makeCopy({
          id: `${name}-${String(k).padStart(2, '0')}`,
          outlet: names[k] ?? '',
          dispatch: of,
          seed: Math.floor(random() * 2 ** 31),
          signs,
          publishedAt: new Date(hour + Math.floor(random() * 30 * 60) * 6e4).toISOString(),
        })
      const strangers: Dispatch[] = []
      while (strangers.length < unrelated) {
        const one = pick(random, dispatches)
        if ([dispatch, ...strangers].every(({ story }) => story !== one.story)) strangers.push(one)
      }
      yield {
        name,
        dispatch,
        copies: signed.map((signs, k) => copy(dispatch, k, signs)),
        others: strangers.map((one, k) => copy(one, size + k, true)),
        agency: signed.includes(true) ? dispatch.agency : null,
      }
    }
}
