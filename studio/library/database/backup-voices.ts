import { BackupDatabase } from './backup-database.ts'
import { erase, requestErasureIn } from './erase.ts'
import { isDamage } from './faults.ts'

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
  const backup = new BackupDatabase(file)
  try {
    // Older versions remember no voices.
    if (!backup.hasTable('remembered_voices')) return 'unchanged'
    const { database } = backup
    const { changes } = database
      .transaction(() => {
        const forgotten =
          recordingId === undefined
            ? database
                .prepare('DELETE FROM remembered_voices WHERE ? IS NULL OR id = ?')
                .run(voiceId ?? null, voiceId ?? null)
            : database
                .prepare('DELETE FROM remembered_voice_parts WHERE voice_id = ? AND recording_id = ?')
                .run(voiceId, recordingId)
        if (forgotten.changes > 0) requestErasureIn(database)
        return forgotten
      })
      .immediate()
    erase(backup)
    return changes === 0 ? 'unchanged' : 'changed'
  } catch (error) {
    if (!isDamage(error)) throw error
    return 'unreadable'
  } finally {
    backup.close()
  }
}
