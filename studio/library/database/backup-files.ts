import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BackupDatabase } from './backup-database.ts'
import { isDamagedCopy } from './damaged-copies.ts'
import { erase, isErasurePending } from './erase.ts'
import { isDamage } from './faults.ts'

export interface Backup {
  /** The file or folder in `backups`. */
  readonly place: string
  readonly database: string
}

/** Databases and whole libraries in `backups`, except those known to be damaged. */
export function backupsIn(folder: string): Backup[] {
  const backups = join(folder, 'backups')
  if (!existsSync(backups)) return []
  return readdirSync(backups, { withFileTypes: true }).flatMap((entry): Backup[] => {
    const place = join(backups, entry.name)
    if (entry.isFile()) return entry.name.endsWith('.db') ? [{ place, database: place }] : []
    const database = join(place, 'library.db')
    return existsSync(database) && !isDamagedCopy(place, entry.name) ? [{ place, database }] : []
  })
}

/** Erases deleted data from a backup, like `erase`. */
export const eraseBackup = (file: string): boolean => inBackup(file, true, (backup) => erase(backup))

/** Whether traces of deleted data remain in a backup. */
export const isBackupUnerased = (file: string): boolean => inBackup(file, false, isErasurePending)

/**
 * Returns `otherwise` if the file is damaged or no database of this program: the next deletion finds that.
 */
function inBackup(file: string, otherwise: boolean, work: (backup: BackupDatabase) => boolean): boolean {
  const backup = new BackupDatabase(file)
  try {
    return backup.hasTable('settings') && backup.hasTable('paragraph_search') ? work(backup) : otherwise
  } catch (error) {
    if (!isDamage(error)) throw error
    return otherwise
  } finally {
    backup.close()
  }
}
