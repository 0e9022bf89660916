import type { FileHandle } from 'node:fs/promises'
import { codeOf } from '../faults/error-code.ts'

/** Called on a full disk: true if room was made, so that writing may go on. */
export type MakeRoom = () => Promise<boolean>

/** Whether the disk, or the person's share of it, is full. */
export function isDiskFull(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** Writes all of `bytes` at `position`, in as many writes as it takes. */
export async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  position: number,
  makeRoom: MakeRoom,
): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    try {
      const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
      written += bytesWritten
    } catch (error) {
      if (!isDiskFull(error) || !(await makeRoom())) throw error
    }
  }
}
