import type { Migration } from './migration.ts'

/**
 * What undo needs, without the edits themselves: with ten thousand edits, only those of one step are read.
 */
export const editSteps: Migration = {
  version: 3,
  name: 'steps of edits',
  up: (database) => {
    database.exec('CREATE INDEX edits_by_step ON edits (transcript_id, step_id, number, undoes)')
  },
}
