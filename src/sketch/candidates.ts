// Finds the pairs of articles worth comparing, by containment as well as by resemblance: an inverted index from winnowed
// fingerprints to articles, and for each article the others by the number of fingerprints they share. An excerpt shares nearly
// all of its few fingerprints with the whole, however long that is, which banded signatures cannot see (see LSH Ensemble,
// Zhu et al. 2016, for the same concern). Cost: fingerprints × postings kept, never articles squared.

/** Two articles by their places in the input, the lower first, and how many fingerprints they share. */
export interface Candidate {
  readonly a: number
  readonly b: number
  readonly shared: number
}

export interface CandidateOptions {
  /**
   * Least share of the smaller fingerprint set that the other must have in rare fingerprints.
   * @default 0.05
   */
  readonly minContainment?: number
  /**
   * Least number of rare fingerprints to share; sets smaller than twice this need half of theirs.
   * @default 3
   */
  readonly minShared?: number
  /**
   * A fingerprint that more articles have is common: it is met only with this many of them, the last before it in input order, and a
   * pair that shares no rare ones must share `commonContainment`. So set phrases and spam cannot make the work quadratic.
   * @default 64
   */
  readonly maxPostings?: number
  /**
   * Least share of the smaller set, common fingerprints counted, that makes a pair by itself: copies of a story that very
   * many carry.
   * @default 0.3
   */
  readonly commonContainment?: number
}

/** Candidate pairs among sets of fingerprints (each ascending, without repeats), in ascending order of a, then b. */
export function findCandidates(fingerprints: readonly Uint32Array[], options: CandidateOptions = {}): Candidate[] {
  const { minContainment = 0.05, minShared = 3, maxPostings = 64, commonContainment = 0.3 } = options
  const holders = new Map<number, number>()
  for (const mine of fingerprints) for (const hash of mine) holders.set(hash, (holders.get(hash) ?? 0) + 1)
  const postings = new Map<number, { readonly places: number[]; next: number }>()
  const rare = new Int32Array(fingerprints.length)
  const all = new Int32Array(fingerprints.length)
  const found: Candidate[][] = fingerprints.map(() => [])
  fingerprints.forEach((mine, b) => {
    const met: number[] = []
    for (const hash of mine) {
      const held = holders.get(hash) as number
      if (held === 1) continue
      const posting = postings.get(hash)
      if (!posting) {
        postings.set(hash, { places: [b], next: 0 })
        continue
      }
      for (const a of posting.places) {
        if (all[a] === 0) met.push(a)
        all[a] = (all[a] as number) + 1
        if (held <= maxPostings) rare[a] = (rare[a] as number) + 1
      }
      if (posting.places.length < maxPostings) posting.places.push(b)
      else {
        posting.places[posting.next] = b
        posting.next = (posting.next + 1) % maxPostings
      }
    }
    for (const a of met) {
      const [shared, sharedRare] = [all[a] as number, rare[a] as number]
      all[a] = 0
      rare[a] = 0
      const smaller = Math.min(mine.length, (fingerprints[a] as Uint32Array).length)
      const isRare = sharedRare >= Math.min(minShared, smaller / 2) && sharedRare >= minContainment * smaller
      if (isRare || shared >= commonContainment * smaller) found[a]?.push({ a, b, shared })
    }
  })
  return found.flat()
}
