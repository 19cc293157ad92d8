// Finds the pairs of articles worth comparing, by containment as well as by resemblance: an inverted index from winnowed
// fingerprints to articles, and for each article the others by the number of fingerprints they share. An excerpt shares nearly
// all of its few fingerprints with the whole, however long that is, which banded signatures cannot see (see LSH Ensemble,
// Zhu et al. 2016, for the same concern). Cost: fingerprints × places kept, never articles squared.

/** Two articles by their places in the input, the lower first, and how many fingerprints they share. */
export interface Candidate {
  readonly a: number
  readonly b: number
  readonly shared: number
}

export interface CandidateOptions {
  /**
   * Least share of the smaller fingerprint set that the other must have.
   * @default 0.15
   */
  readonly minContainment?: number
  /**
   * A fingerprint that more articles have is met only with this many of them, the first in input order: boilerplate and
   * spam cannot make the work quadratic.
   * @default 200
   */
  readonly maxPostings?: number
}

/** Candidate pairs among sets of fingerprints (each ascending, without repeats), in ascending order of a, then b. */
export function findCandidates(fingerprints: readonly Uint32Array[], options: CandidateOptions = {}): Candidate[] {
  const minContainment = options.minContainment ?? 0.15
  const maxPostings = options.maxPostings ?? 200
  const postings = new Map<number, number[]>()
  const counts = new Int32Array(fingerprints.length)
  const found: Candidate[] = []
  fingerprints.forEach((mine, b) => {
    const met: number[] = []
    for (const fingerprint of mine) {
      const holders = postings.get(fingerprint)
      if (!holders) {
        postings.set(fingerprint, [b])
        continue
      }
      for (const a of holders) {
        if (counts[a] === 0) met.push(a)
        counts[a] = (counts[a] as number) + 1
      }
      if (holders.length < maxPostings) holders.push(b)
    }
    met.sort((x, y) => x - y)
    for (const a of met) {
      const shared = counts[a] as number
      counts[a] = 0
      const smaller = Math.min(mine.length, (fingerprints[a] as Uint32Array).length)
      if (shared >= minContainment * smaller) found.push({ a, b, shared })
    }
  })
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}
