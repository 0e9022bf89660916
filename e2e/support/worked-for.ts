import path from 'node:path'
import Database from 'better-sqlite3'

/** Makes the running jobs of a library look as if they had already been worked on for this long, in ms. */
export function letJobsHaveWorkedFor(dataFolder: string, ms: number): number {
  const database = new Database(path.join(dataFolder, 'library.db'))
  try {
    return database.prepare("UPDATE jobs SET worked_ms = ? WHERE state IN ('queued', 'running')").run(ms)
      .changes
  } finally {
    database.close()
  }
}
