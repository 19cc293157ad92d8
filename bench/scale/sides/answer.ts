// What the measured processes have in common: answering commands, and asking how much memory is held.

/** Answers every command with what some work gives. */
export function answer<Command, Answer>(work: (command: Command) => Promise<Answer> | Answer): void {
  process.on('message', async (message: { readonly command: Command }) => {
    const given = await work(message.command)
    process.send?.(given)
  })
}

export interface Memory {
  /** Objects and strings. */
  readonly heap: number
  /** Typed arrays. */
  readonly arrays: number
}

/** What is held after a collection of garbage. */
export function memory(): Memory {
  // Twice, as what arrays hold is let go after the arrays are.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { heap: heapUsed, arrays: arrayBuffers }
}

export const difference = (after: Memory, before: Memory): Memory => ({
  heap: after.heap - before.heap,
  arrays: after.arrays - before.arrays,
})
