// Room by article that grows as articles come: numbers stand in typed arrays, which have a length of their own.

/** What there is of every kind of typed array. */
interface NumberArray<Same> {
  readonly length: number
  set(numbers: Same): void
  fill(number: number): Same
}

/** A longer array that begins as another does, and goes on with `filling`: of twice its length, or of the least that is asked for. */
export function grown<Numbers extends NumberArray<Numbers>>(
  Kind: new (length: number) => Numbers,
  numbers: Numbers,
  least: number,
  filling = 0,
): Numbers {
  const longer = new Kind(Math.max(least, 2 * numbers.length)).fill(filling)
  longer.set(numbers)
  return longer
}
