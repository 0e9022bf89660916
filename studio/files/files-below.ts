import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** Paths of all files below a folder; empty if the folder does not exist. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

/** Total size in bytes of all files below a folder. */
export async function bytesBelow(folder: string): Promise<number> {
  let sum = 0
  for (const file of await filesBelow(folder)) {
    sum += await stat(file).then(
      (facts) => facts.size,
      (error: NodeJS.ErrnoException) => {
        // The file of a job that just ended may no longer exist.
        if (error.code === 'ENOENT') return 0
        throw error
      },
    )
  }
  return sum
}
