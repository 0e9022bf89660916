import path from 'node:path'
import { entriesIn, removeEntry, removeLeft } from '../drives/files.ts'
import { partName } from './part-name.ts'
import { isBeingWritten, withMark } from './writer-mark.ts'

/**
 * Gives `write` temporary file names that no other writer, in this process or another, uses: `NAME.MARK.part`.
 * Leftovers of killed writers of the same files are deleted before `write` starts, its own parts after it ends.
 */
export async function withPartFiles<Kind extends string, Result>(
  files: Readonly<Record<Kind, string>>,
  write: (parts: Readonly<Record<Kind, string>>) => Promise<Result>,
): Promise<Result> {
  const paths = Object.entries<string>(files)
  return withMark(async (mark) => {
    const parts = Object.fromEntries(
      paths.map(([kind, file]) => [kind, path.join(path.dirname(file), `${partName(file)}.${mark}.part`)]),
    )
    try {
      await deleteAbandonedParts(paths.map(([, file]) => file))
      return await write(parts as Readonly<Record<Kind, string>>)
    } finally {
      await Promise.all(Object.values(parts).map(removeLeft))
    }
  })
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
