import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type ErrorCode, Fault } from '#contracts/errors'

/** Faults of this computer, the program or the archive's folder, which say nothing about the recording. */
const INFRASTRUCTURE: ReadonlySet<ErrorCode> = new Set([
  'ffmpeg.missing',
  'disk.full',
  'disk.read-only',
  'disk.failed',
  'job.cancelled',
  'job.lease-lost',
])
const INFRASTRUCTURE_GROUPS = ['library.', 'model.', 'network.', 'usage.'] as const

/**
 * Whether an error is caused by the recording and counts as one of its faults. A file missing together with
 * its folder is on a drive that this computer cannot see.
 */
export async function isOfRecording(error: unknown, file: string): Promise<boolean> {
  if (!(error instanceof Fault)) return true
  if (error.code === 'media.not-found' || error.code === 'media.moved')
    return await isFolder(path.dirname(file))
  // A disk fault names the file if the recording itself cannot be read.
  if (error.values.folder === file) return true
  return (
    !INFRASTRUCTURE.has(error.code) && !INFRASTRUCTURE_GROUPS.some((group) => error.code.startsWith(group))
  )
}

async function isFolder(folder: string): Promise<boolean> {
  return await stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
}
