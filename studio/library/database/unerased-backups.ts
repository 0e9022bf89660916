import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Beside a backup that has traces of what was deleted from it, until it is rewritten. */
const MARK = '.unerased'

/** Large backups are rewritten in the background. */
export const markUnerased = (database: string): void => writeFileSync(database + MARK, '')

export const markErased = (database: string): void => rmSync(database + MARK, { force: true })

/** Databases among a library's backups that are still to be rewritten. */
export function unerasedBackups(folder: string): string[] {
  const backups = join(folder, 'backups')
  if (!existsSync(backups)) return []
  return readdirSync(backups, { withFileTypes: true }).flatMap((entry) => {
    const place = join(backups, entry.name)
    const mark = entry.isDirectory() ? join(place, `library.db${MARK}`) : place
    if (!mark.endsWith(MARK) || !existsSync(mark)) return []
    const database = mark.slice(0, -MARK.length)
    if (existsSync(database)) return [database]
    // The backup was deleted.
    rmSync(mark)
    return []
  })
}
