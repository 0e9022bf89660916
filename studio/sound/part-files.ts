import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { entriesIn, removeEntry, removeLeft } from '../drives/files.ts'
import { isProcessAlive } from '../processes/process-liveness.ts'
import { partName } from './part-name.ts'

/** Marks of writers active in this process. */
const writing = new Set<string>()

/**
 * Gives `write` temporary file names that no other writer, in this process or another, uses: `NAME.PID-RANDOM.part`.
 * Leftovers of killed writers of the same files are deleted before `write` starts, its own parts after it ends.
 */
export async function withPartFiles<Kind extends string, Result>(
  files: Readonly<Record<Kind, string>>,
  write: (parts: Readonly<Record<Kind, string>>) => Promise<Result>,
): Promise<Result> {
  const paths = Object.entries<string>(files)
  const mark = `${process.pid}-${randomUUID().slice(0, 8)}`
  const parts = Object.fromEntries(
    paths.map(([kind, file]) => [kind, path.join(path.dirname(file), `${partName(file)}.${mark}.part`)]),
  )
  writing.add(mark)
  try {
    for (const [, file] of paths) await deleteAbandonedParts(file)
    return await write(parts as Readonly<Record<Kind, string>>)
  } finally {
    await Promise.all(Object.values(parts).map(removeLeft))
    writing.delete(mark)
  }
}

async function deleteAbandonedParts(file: string): Promise<void> {
  const folder = path.dirname(file)
  const beginning = `${partName(file)}.`
  for (const { name } of await entriesIn(folder)) {
    if (!name.startsWith(beginning) || !name.endsWith('.part')) continue
    if (!isBeingWritten(name.slice(beginning.length, -'.part'.length))) {
      await removeEntry(path.join(folder, name))
    }
  }
}

/** Older versions of the program wrote no mark. */
function isBeingWritten(mark: string): boolean {
  const pid = Number(/^(\d+)-/u.exec(mark)?.[1])
  if (!Number.isInteger(pid)) return false
  return pid === process.pid ? writing.has(mark) : isProcessAlive({ pid, startTime: null })
}
