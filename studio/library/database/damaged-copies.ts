import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Beside the database of a whole library in `backups` that a deletion could not search, as it is damaged. */
const MARK = 'library.db.damaged'

export const markDamagedCopy = (place: string): void => writeFileSync(join(place, MARK), '')

/**
 * Names of folders in `backups` that no deletion can search, so that they may hold what was deleted: what a repair kept of a
 * damaged library, and libraries that were replaced and whose database is damaged.
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
