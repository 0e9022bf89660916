import { createHash, randomUUID } from 'node:crypto'
import { factsIfThere } from '../drives/files.ts'
import { isSilent, ownProcess, type PlacedProcess } from '../processes/placed-process.ts'
import { isProcessAlive, type ProcessIdentity, processIdentity } from '../processes/process-liveness.ts'

/** Marks of writers active in this process. */
const writing = new Set<string>()

/** A text for names of files, by which other processes know whether their writer is still active; it is while `write` runs. */
export async function withMark<Result>(write: (mark: string) => Promise<Result>): Promise<Result> {
  const mark = `${ownMark()}-${randomUUID().slice(0, 8)}`
  writing.add(mark)
  try {
    return await write(mark)
  } finally {
    writing.delete(mark)
  }
}

/**
 * `PID-START-PLACE` of this process: its pid alone may belong to another process earlier, later, or in
 * another container.
 */
function ownMark(): string {
  knownMark ??= markOf(ownProcess())
  return knownMark
}

let knownMark: string | undefined

const markOf = (placed: PlacedProcess): string =>
  [placed.pid, startOf(placed), shortHash(`${placed.host} ${placed.pidNamespace}`)].join('-')

const startOf = ({ startTime }: ProcessIdentity): string => shortHash(startTime ?? '')

/** Hash of texts that file names cannot contain. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** Older versions of the program wrote different marks, or none. */
const MARK = /^(?<pid>\d+)-(?<start>[\da-f]{8})-(?<place>[\da-f]{8})-/u

/**
 * Whether the writer of files with a mark is active. `renewedEveryMs`: how long it may be without writing to them, of a writer
 * whose process cannot be looked at from here.
 */
export async function isBeingWritten(
  mark: string,
  files: readonly string[],
  renewedEveryMs = 0,
): Promise<boolean> {
  if (writing.has(mark)) return true
  const { pid, start, place } = MARK.exec(mark)?.groups ?? {}
  if (mark.startsWith(ownMark()) || pid === undefined) return false
  if (ownMark().endsWith(`-${place}`)) {
    const there = processIdentity(Number(pid))
    if (!isProcessAlive(there) || startOf(there) !== start) return false
    if (there.startTime !== null) return true
  }
  // In another container or on another computer: a writer renews its files by writing.
  const facts = await Promise.all(files.map((file) => factsIfThere(file)))
  return !isSilent(Math.max(...facts.map((fact) => fact?.mtimeMs ?? 0)), Date.now() - renewedEveryMs)
}
