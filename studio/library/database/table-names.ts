import type { Database } from 'better-sqlite3'

/** Names of a database's tables as they were created, without SQLite's own, and the search index, which triggers fill. */
export const tableNames = (database: Database): string[] =>
  database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table') ORDER BY rowid`,
    )
    .pluck()
    .all()
