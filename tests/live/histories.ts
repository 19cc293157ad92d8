// Random histories of a live index: small wire stories that come, are edited and taken out, and are asked about.
import fc from 'fast-check'
import type { Added, Placement, Removed } from '../../src/live/answers.js'
import type { StoryIndex } from '../../src/live/story-index.js'
import { articleOf, type Version } from './wire.js'

const version: fc.Arbitrary<Version> = fc.record({
  dispatch: fc.integer({ min: 0, max: 4 }),
  form: fc.constantFrom('whole', 'whole', 'same', 'excerpt', 'revision', 'round-up', 'digest', 'column', 'own', 'slip'),
  outlet: fc.integer({ min: 0, max: 4 }),
  lines: fc.integer({ min: 0, max: 3 }),
  hour: fc.option(fc.integer({ min: 0, max: 24 * 9 }), { freq: 6 }),
})

/** What is done with an index. */
export type Step =
  | { readonly kind: 'put'; readonly id: string; readonly version: Version }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'expire'; readonly hour: number }
  | { readonly kind: 'query'; readonly version: Version }

const id = fc.integer({ min: 0, max: 25 }).map((n) => `a${(n * 7) % 26}`)
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('put' as const), id, version }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('remove' as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire' as const), hour: fc.integer({ min: 0, max: 100 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('query' as const), version }) },
)

export const steps = fc.array(step, { maxLength: 40 })

/** The moment of an hour of the histories. */
export const momentOf = (hour: number) => Date.UTC(2031, 2, 1) + hour * 36e5

/** Takes a step. */
export function take(index: StoryIndex, one: Step): Added | Placement | Removed | null {
  switch (one.kind) {
    case 'put': {
      const article = articleOf(one.id, one.version)
      return index.has(one.id) ? index.update(article) : index.add(article)
    }
    case 'remove':
      return index.remove(one.id)
    case 'expire':
      return index.expire(momentOf(one.hour))
    case 'query':
      return index.query(articleOf('asked', one.version))
  }
}
