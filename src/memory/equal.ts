// Whether lists of numbers are the same, whatever kind of list they are.

/** Whether two lists have the same numbers in the same order. Linear. */
export function areEqual(list: ArrayLike<number>, others: ArrayLike<number>): boolean {
  if (list.length !== others.length) return false
  for (let k = 0; k < list.length; k++) if (list[k] !== others[k]) return false
  return true
}
