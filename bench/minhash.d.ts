// The part that is used of the package minhash, which carries no types.
declare module 'minhash' {
  export class Minhash {
    constructor(options?: { readonly numPerm?: number; readonly seed?: number })
    readonly hashvalues: number[]
    update(shingle: string): void
    jaccard(other: Minhash): number
  }
}
