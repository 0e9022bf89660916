import Database from 'better-sqlite3'
import { BUSY_TIMEOUT_MS } from './connection.ts'
import { isLarge, rewrite } from './erase.ts'
import { isDamage } from './faults.ts'
import { markUnerased } from './unerased-backups.ts'

/** What is forgotten: all voices, one, or what one recording says of it. */
export interface ForgottenVoices {
  readonly voiceId?: string
  readonly recordingId?: string
}

/** `files`: null for a backup that cannot be opened as a database, as it was kept because it was damaged. */
export function forgetVoicesIn(
  files: readonly (string | null)[],
  which: ForgottenVoices,
): { readonly changed: number; readonly unreadable: number } {
  const outcomes = files.map((file) => (file === null ? 'unreadable' : forgetIn(file, which)))
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length
  return { changed: count('changed'), unreadable: count('unreadable') }
}

type Outcome = 'changed' | 'unchanged' | 'unreadable'

function forgetIn(file: string, { voiceId, recordingId }: ForgottenVoices): Outcome {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  try {
    // Older versions remember no voices.
    const isThere =
      database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'remembered_voices'").get() !== undefined
    if (!isThere) return 'unchanged'
    database.pragma('secure_delete = ON')
    database.pragma('foreign_keys = ON')
    const { changes } =
      recordingId === undefined
        ? database
            .prepare('DELETE FROM remembered_voices WHERE ? IS NULL OR id = ?')
            .run(voiceId ?? null, voiceId ?? null)
        : database
            .prepare('DELETE FROM remembered_voice_parts WHERE voice_id = ? AND recording_id = ?')
            .run(voiceId, recordingId)
    if (changes === 0) return 'unchanged'
    if (isLarge(database)) markUnerased(file)
    else rewrite(database)
    database.pragma('wal_checkpoint(TRUNCATE)')
    return 'changed'
  } catch (error) {
    if (!isDamage(error)) throw error
    return 'unreadable'
  } finally {
    database.close()
  }
}
