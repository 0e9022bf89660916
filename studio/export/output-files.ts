import { createHash } from 'node:crypto'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { readIfThere, removeLeft, renameFile, writeBytes } from '../drives/files.ts'
import type { Library } from '../library/library.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { partName } from '../sound/part-name.ts'
import { makeFolder } from '../files/make-folder.ts'

/** Identifies one output file of one command: its recording and how it was made. */
export interface OutputIdentity {
  readonly path: string
  readonly format: string
  readonly recordingId: string
  readonly settingsKey: string
  /** Version of the transcript. */
  readonly transcriptVersion: number
}

/** Distinguishes concurrent writes of this process. */
let writes = 0

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/**
 * State of an output's path: no file, a file written by the same command and unchanged since, or another
 * file, which must not be overwritten.
 */
export async function checkOutputFile(
  library: Library,
  output: Omit<OutputIdentity, 'transcriptVersion'>,
): Promise<{ readonly state: 'free' | 'ours' | 'foreign'; readonly sha256: string | null }> {
  const bytes = await readIfThere(output.path).catch((error: unknown) => {
    throw diskFault(error, output.path)
  })
  if (!bytes) return { state: 'free', sha256: null }
  const found = sha256(bytes)
  const written = await library.output(output.path)
  const ours =
    written?.sha256 === found &&
    written.recordingId === output.recordingId &&
    written.settingsKey === output.settingsKey &&
    written.format === output.format
  return { state: ours ? 'ours' : 'foreign', sha256: found }
}

/** Throws `output.exists` if there is a file that this command did not write. */
export async function ensureWritable(
  library: Library,
  output: Omit<OutputIdentity, 'transcriptVersion'>,
): Promise<void> {
  const { state } = await checkOutputFile(library, output)
  if (state === 'foreign') throw new Fault('output.exists', { file: output.path })
}

/**
 * Writes an output atomically and records it as the program's. Returns `unchanged` if the same content is
 * already there. Throws `output.exists` unless `overwrite`, `disk.full`, `disk.read-only`.
 * @param beforeMoved called when the file is whole; nothing is left of it if it throws
 */
export async function writeOutput(
  library: Library,
  output: OutputIdentity,
  content: string | Uint8Array,
  overwrite: boolean,
  beforeMoved?: () => Promise<void>,
): Promise<'written' | 'unchanged'> {
  const before = await checkOutputFile(library, output)
  if (before.state === 'foreign' && !overwrite) throw new Fault('output.exists', { file: output.path })
  const hash = sha256(content)
  if (before.state === 'ours' && before.sha256 === hash) return 'unchanged'
  const part = path.join(
    path.dirname(output.path),
    `.${partName(output.path)}.${process.pid}-${++writes}.part`,
  )
  try {
    await makeFolder(path.dirname(output.path))
    await writeBytes(part, typeof content === 'string' ? Buffer.from(content) : content)
    await beforeMoved?.()
    // Recorded before the rename, so that the file never exists without its record.
    await library.recordOutput({ ...output, sha256: hash })
    await renameFile(part, output.path)
  } catch (error) {
    await removeLeft(part)
    throw diskFault(error, path.dirname(output.path))
  }
  return 'written'
}
