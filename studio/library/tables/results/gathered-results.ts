import type { Store } from '../../database/store.ts'
import type { ImportedTranscriptCalls, NewImportedTranscript } from './imported-transcripts.ts'
import { writeSummary } from '../transcripts/kept-summaries.ts'
import { makeNewest } from '../transcripts/make-newest.ts'
import type { MomentCalls } from '../recorded/moments.ts'
import type { NewRecording } from '../recordings/recordings.ts'
import type { TagCalls } from '../recordings/tags.ts'
import { TranscriptSummaries } from '../transcripts/transcript-card.ts'
import { factsOf } from '../transcripts/transcript-facts.ts'

/** Prefix of a key in `settings_key` if the transcript was made for an archive. */
const PREFIX = 'archive:'

/** A result of an archive, with the facts from its list. */
export interface GatheredResult {
  readonly sha256: string
  readonly key: string
  readonly imported: Omit<NewImportedTranscript, 'settingsKey'>
  /** Key under which the same file is imported individually; such a transcript is not added again. */
  readonly fileKey: string
  /** For a recording that is new to the library. */
  readonly tags: readonly string[]
  readonly date: string
}

export interface GatheredCalls {
  /** Recordings with the keys of their results, newest last. */
  gatheredKeys(): { readonly sha256: string; readonly key: string }[]
  /** Adds results, each completely or not at all; skips existing ones. Returns how many were added. */
  gatherResults(results: readonly GatheredResult[]): number
  /**
   * Makes the result with that key the newest of its recording's results, if one with another key came later.
   * Texts corrected by a person stay current.
   */
  preferResult(sha256: string, key: string): void
}

export function createGatheredCalls(
  store: Store,
  calls: ImportedTranscriptCalls &
    TagCalls &
    MomentCalls & { readonly addRecording: (recording: NewRecording) => { readonly id: string } },
): GatheredCalls {
  const summaries = new TranscriptSummaries(store)
  const gather = (result: GatheredResult): boolean =>
    store.change(() => {
      const { imported, key, fileKey, sha256, tags, date } = result
      const known = store.row<{ id: string; bytes: number }>(
        'SELECT id, bytes FROM recordings WHERE sha256 = ?',
        sha256,
      )
      if (known !== undefined) {
        const same = store.row(
          'SELECT 1 FROM transcripts WHERE recording_id = ? AND settings_key IN (?, ?)',
          known.id,
          PREFIX + key,
          fileKey,
        )
        if (same !== undefined) return false
        // It was added earlier without its file.
        if (known.bytes === 0) calls.addRecording(imported.recording)
      }
      const { recordingId, transcriptId } = calls.importTranscript({ ...imported, settingsKey: PREFIX + key })
      if (known === undefined) {
        if (tags.length > 0) calls.setTags(recordingId, tags)
        calls.addMeetingFacts(recordingId, { date })
      }
      // Otherwise thousands of them would be counted when the list is first shown.
      const { version } = factsOf(store, transcriptId) ?? { version: 0 }
      writeSummary(store, transcriptId, version, summaries.of(transcriptId))
      return true
    })
  return {
    gatheredKeys: () =>
      store.rows<{ sha256: string; key: string }>(
        `SELECT sha256, substr(settings_key, ${PREFIX.length + 1}) AS key FROM transcripts
         JOIN recordings ON recordings.id = transcripts.recording_id
         WHERE settings_key LIKE '${PREFIX}%' ORDER BY transcripts.number`,
      ),
    // One transaction for all: committing each would take as long as the rest.
    gatherResults: (results) => store.change(() => results.filter(gather).length),
    preferResult(sha256, key) {
      const id = store.row<{ id: string }>(
        `SELECT transcripts.id FROM transcripts JOIN recordings ON recordings.id = transcripts.recording_id
         WHERE sha256 = ? AND settings_key = ?`,
        sha256,
        PREFIX + key,
      )?.id
      if (id !== undefined) makeNewest(store, id)
    },
  }
}
