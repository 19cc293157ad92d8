// Where the words of a text are written as they are read.

/** Words as they are read, in arrays that are longer than they need be and are used for one text after another. */
export class WordBuffer {
  count = 0
  hashes: Uint32Array = new Uint32Array(0)
  starts: Uint32Array = new Uint32Array(0)
  ends: Uint32Array = new Uint32Array(0)
  unspaced: Uint8Array = new Uint8Array(0)

  /** Makes room for every word that a text of so many code units can have. */
  reserve(length: number): void {
    if (length <= this.hashes.length) return
    const room = Math.max(4096, 2 * length)
    this.hashes = new Uint32Array(room)
    this.starts = new Uint32Array(room)
    this.ends = new Uint32Array(room)
    this.unspaced = new Uint8Array(room)
  }
}
