// Groups from links: the same whatever the order of the links.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupStories } from '../../src/group/stories.js'
import type { Link } from '../../src/match/links.js'

const count = 9
const link: fc.Arbitrary<Link> = fc
  .record({
    a: fc.integer({ min: 0, max: count - 1 }),
    b: fc.integer({ min: 0, max: count - 1 }),
    relation: fc.constantFrom('reproduction', 'excerpt', 'revision', 'embedded', 'shared-passages'),
    strength: fc.constantFrom(0.5, 0.8, 1),
    isHolder: fc.boolean(),
    passage: fc.constantFrom(0, 45, 60),
    passageAt: fc.tuple(fc.constantFrom(0, 50, 500, 900), fc.constantFrom(0, 50, 500, 900)),
  } as const)
  .filter(({ a, b }) => a !== b)
  .map(({ isHolder, ...rest }) => ({ ...rest, holder: isHolder ? rest.a : rest.b }))
const links = fc.uniqueArray(link, { maxLength: 14, selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}` })

describe('groupStories', () => {
  it('gives the same groups and hubs whatever the order of the links', () => {
    fc.assert(
      fc.property(
        links.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([inOrder, shuffled]) => {
          expect(groupStories(count, shuffled)).toEqual(groupStories(count, inOrder))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('attaches a page that holds passages of two stories far apart, whichever of their links comes last', () => {
    const piece = (a: number, b: number, at: readonly [number, number]): Link => ({
      a,
      b,
      relation: 'shared-passages',
      strength: 0,
      holder: b,
      passage: 45,
      passageAt: at,
    })
    const same = (a: number, b: number): Link => ({ ...piece(a, b, [0, 0]), relation: 'reproduction', strength: 1 })
    const all = [same(0, 1), same(2, 3), piece(0, 4, [0, 0]), piece(2, 4, [0, 700]), piece(1, 4, [0, 700])]
    const [x, y] = [groupStories(5, all), groupStories(5, all.toReversed())]
    expect(x).toEqual(y)
    expect([...x.embedded]).toEqual([
      [0, [4]],
      [2, [4]],
    ])
  })
})
