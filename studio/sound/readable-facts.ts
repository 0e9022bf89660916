import path from 'node:path'
import type { FileFacts } from '#contracts/drive'
import { Fault } from '#contracts/errors'
import { factsOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'

/**
 * Facts of a file that ffprobe can read. Throws `media.not-found`, `media.unreadable`, `media.not-a-file`,
 * `media.empty-file`, `drive.silent`, `job.cancelled`.
 */
export async function readableFacts(file: string, signal?: AbortSignal): Promise<FileFacts> {
  const facts = await factsOf(path.resolve(file), { signal }).catch((error: unknown) => {
    if (error instanceof Fault) throw error
    const isMissing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
    throw new Fault(isMissing ? 'media.not-found' : 'media.unreadable', { file }, String(error), error)
  })
  // Reading a pipe or device would never end.
  if (facts.kind !== 'file') throw new Fault('media.not-a-file', { file })
  if (facts.bytes === 0) throw new Fault('media.empty-file', { file })
  return facts
}
