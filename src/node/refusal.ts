// What the system says when it does not do something with a file, as a WirecopyError.
import { WirecopyError } from '../article/error.js'

// No room on the disk, none in the user's share of it, none in the longest file allowed.
const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** `disk-full` or `file-failed` in the place of the system's error; another error as it is. */
export function refusal(error: unknown, whatFailed: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  return new WirecopyError(full.includes(error.code) ? 'disk-full' : 'file-failed', `${whatFailed}: ${error.message}`)
}
