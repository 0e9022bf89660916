import { BackupDatabase } from './backup-database.ts'
import { erase, requestErasureIn } from './erase.ts'
import { isDamage } from './faults.ts'

/** What to forget: all voices, one voice, or what was learned of it from one recording. */
export interface ForgottenVoices {
  readonly voiceId?: string
  readonly recordingId?: string
}

/** `files`: null for a backup kept because it is damaged, which cannot be opened as a database. */
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
    // Older versions have no remembered voices.
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
