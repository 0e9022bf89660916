import { createHash, randomUUID } from 'node:crypto'
import path from 'node:path'
import { entriesIn, factsIfThere, removeEntry, removeLeft } from '../drives/files.ts'
import { isSilent, ownProcess, type PlacedProcess } from '../processes/placed-process.ts'
import { isProcessAlive, type ProcessIdentity, processIdentity } from '../processes/process-liveness.ts'
import { partName } from './part-name.ts'

/** Marks of writers active in this process. */
const writing = new Set<string>()

/**
 * Gives `write` temporary file names that no other writer, in this process or another, uses: `NAME.MARK.part`.
 * Leftovers of killed writers of the same files are deleted before `write` starts, its own parts after it ends.
 */
export async function withPartFiles<Kind extends string, Result>(
  files: Readonly<Record<Kind, string>>,
  write: (parts: Readonly<Record<Kind, string>>) => Promise<Result>,
): Promise<Result> {
  const paths = Object.entries<string>(files)
  const mark = `${ownMark()}-${randomUUID().slice(0, 8)}`
  const parts = Object.fromEntries(
    paths.map(([kind, file]) => [kind, path.join(path.dirname(file), `${partName(file)}.${mark}.part`)]),
  )
  writing.add(mark)
  try {
    await deleteAbandonedParts(paths.map(([, file]) => file))
    return await write(parts as Readonly<Record<Kind, string>>)
  } finally {
    await Promise.all(Object.values(parts).map(removeLeft))
    writing.delete(mark)
  }
}

async function deleteAbandonedParts(files: readonly string[]): Promise<void> {
  for (const [mark, parts] of await partsByMark(files)) {
    if (await isBeingWritten(mark, parts)) continue
    for (const part of parts) await removeEntry(part)
  }
}

/** One writer's parts share one mark. */
async function partsByMark(files: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const [folder, there] of Map.groupBy(files, (file) => path.dirname(file))) {
    const beginnings = there.map((file) => `${partName(file)}.`)
    for (const { name } of await entriesIn(folder)) {
      const beginning = beginnings.find((each) => name.startsWith(each) && name.endsWith('.part'))
      if (beginning === undefined) continue
      const mark = name.slice(beginning.length, -'.part'.length)
      found.set(mark, [...(found.get(mark) ?? []), path.join(folder, name)])
    }
  }
  return found
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

async function isBeingWritten(mark: string, parts: readonly string[]): Promise<boolean> {
  if (writing.has(mark)) return true
  const { pid, start, place } = MARK.exec(mark)?.groups ?? {}
  if (mark.startsWith(ownMark()) || pid === undefined) return false
  if (ownMark().endsWith(`-${place}`)) {
    const there = processIdentity(Number(pid))
    if (!isProcessAlive(there) || startOf(there) !== start) return false
    if (there.startTime !== null) return true
  }
  // In another container or on another computer: a writer renews its parts by writing.
  const facts = await Promise.all(parts.map((part) => factsIfThere(part)))
  return !isSilent(Math.max(...facts.map((fact) => fact?.mtimeMs ?? 0)))
}
