import { Fault } from '#contracts/errors'
import { freeBytesAt } from '../drives/files.ts'

/** Reserve for the library itself and other programs. */
const RESERVE_BYTES = 64 * 1024 * 1024
/** PCM 32 kB/s, proxy up to 12, peaks and levels under 1. */
const BYTES_A_SECOND = 45_000
/** Below the bit rate of any speech codec: a header that gives a longer duration is wrong. */
const MIN_BYTES_A_SECOND = 500

/** Bytes that decoding will need; `durationSeconds` is from the header, limited by the file's size. */
export function bytesForDecoding(durationSeconds: number | null, fileBytes: number): number {
  const possible = fileBytes / MIN_BYTES_A_SECOND
  return Math.round(Math.min(durationSeconds ?? possible / 8, possible) * BYTES_A_SECOND)
}

export const freeBytes = (folder: string): Promise<number> => freeBytesAt(folder)

/** Throws `disk.full` if there is no space for `bytes` more. */
export async function ensureFreeSpace(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder)
  if (free >= bytes + RESERVE_BYTES) return
  throw new Fault('disk.full', {
    folder,
    neededMegabytes: Math.ceil((bytes + RESERVE_BYTES) / 1e6),
    freeMegabytes: Math.floor(free / 1e6),
  })
}
