import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * File next to the database of a whole library in `backups` that a deletion could not search because it is
 * damaged.
 */
const MARK = 'library.db.damaged'

export const markDamagedCopy = (place: string): void => writeFileSync(join(place, MARK), '')

/**
 * Names of folders in `backups` that deletions cannot search, so that they may contain deleted data: a
 * damaged library kept by a repair, and replaced libraries with a damaged database.
 */
export function damagedCopies(folder: string): string[] {
  const backups = join(folder, 'backups')
  return readdirSync(backups, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isDamagedCopy(join(backups, entry.name), entry.name))
    .map(({ name }) => name)
    .toSorted()
}

export const isDamagedCopy = (place: string, name: string): boolean =>
  name.startsWith('damaged-') || existsSync(join(place, MARK))
