// Work that is done when it is first asked for, and once.

/** A function that works something out at its first call, and remembers it. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
