import type { Database } from 'better-sqlite3'
import { allTables } from '../all-tables.ts'
import { hasTable } from './backup-database.ts'

/** Only inside a transaction: removes the state of programs that ran on the database's former place. */
export function forgetPrograms(database: Database): void {
  for (const { name, whenCopied } of allTables)
    if (whenCopied !== null && hasTable(database, name)) database.prepare(whenCopied).run()
}
