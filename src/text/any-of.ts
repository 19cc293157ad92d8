// Lists of patterns tried as one: those of the same flags become alternatives of one pattern, which costs a single call and is
// matched in native code. The answer is that of trying them in turn.

/** Whether any of the patterns is found in a text. They must hold no groups that others refer to by number. */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
  const byFlags = new Map<string, string[]>()
  for (const { source, flags } of patterns) {
    const known = byFlags.get(flags)
    if (known) known.push(`(?:${source})`)
    else byFlags.set(flags, [`(?:${source})`])
  }
  const joined = [...byFlags].map(([flags, sources]) => new RegExp(sources.join('|'), flags))
  return (text) => joined.some((pattern) => pattern.test(text))
}
