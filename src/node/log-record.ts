// One record of the log as bytes, so that a reader can tell a whole one from a torn or damaged one:
//
//   4  mark      FF 57 43 FE
//   4  checksum  CRC-32 of all that follows in the record
//   4  length    of the payload
//   1  kind
//   8  arrived   epoch milliseconds by the index's clock, IEEE 754
//   …  payload   UTF-8
//
// Numbers are little-endian. The mark is no UTF-8, so it stands in no payload, and where a record is damaged the next is found by it.
// CRC-32 because it is meant for what happens to files (torn writes, zeros, flipped bits: it misses one change in four thousand million,
// and no run of up to 32 bits) and Node has it at the speed of the memory; it is no shield against who alters a file on purpose.
import { crc32 } from 'node:zlib'

export interface LogRecord {
  readonly kind: number
  /** What the index's clock said, in epoch milliseconds; 0 where it has none. */
  readonly arrived: number
  readonly payload: string
}

export const mark: Buffer = Buffer.from([0xff, 0x57, 0x43, 0xfe])
export const headLength = 21

export function encodeRecord({ kind, arrived, payload }: LogRecord): Buffer {
  const length = Buffer.byteLength(payload)
  const bytes = Buffer.allocUnsafe(headLength + length)
  bytes.set(mark)
  bytes.writeUInt32LE(length, 8)
  bytes.writeUInt8(kind, 12)
  bytes.writeDoubleLE(arrived, 13)
  bytes.write(payload, headLength)
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4)
  return bytes
}

/** How long the payload is that follows a head, or null where that is none. */
export function payloadLength(head: Buffer): number | null {
  return head.subarray(0, mark.length).equals(mark) ? head.readUInt32LE(8) : null
}

/** A record of its head and payload, or null where the checksum says that they are not what was written. */
export function decodeRecord(head: Buffer, payload: Buffer): LogRecord | null {
  if (head.readUInt32LE(4) !== crc32(payload, crc32(head.subarray(8)))) return null
  return { kind: head.readUInt8(12), arrived: head.readDoubleLE(13), payload: payload.toString('utf8') }
}
