import { backupsIn, eraseBackup } from './backup-files.ts'
import { erase, isErasurePending } from './erase.ts'
import type { Store } from './store.ts'

export interface EraseCalls {
  /**
   * Erases data deleted since the last time from the database's file and from backups. False if other
   * programs read older states, the disk is full, or the database is large: erasing continues in the
   * background, and at the next opening.
   */
  erase(): boolean
}

export function createEraseCalls(store: Store): EraseCalls {
  return {
    erase() {
      if (!isErasurePending(store)) return true
      const areBackups = backupsIn(store.folder)
        .map(({ database }) => eraseBackup(database))
        .every(Boolean)
      // The library's request is kept until its backups are erased too.
      const isErased = erase(store, { keepsRequest: !areBackups })
      return isErased && areBackups
    },
  }
}
