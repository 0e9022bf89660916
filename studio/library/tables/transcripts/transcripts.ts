import { randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import type { Paragraph, Run, Speaker, SpeakerSegment } from '#core/transcript/transcript'
import { writeSummary } from './kept-summaries.ts'
import { checkLease, type Lease } from '../jobs/leases.ts'
import { makeNewest } from './make-newest.ts'
import { chooseTranscript, rankNew } from './rank-transcript.ts'
import { setChecked } from './set-checked.ts'
import { arrangeParagraphs, putParagraphs, type Replacing } from './paragraphs.ts'
import {
  keepNames,
  readVoicePrints,
  type VoicePrint,
  writeSpeakers,
  writeTurns,
} from './speakers-and-turns.ts'
import type { Store } from '../../database/store.ts'
import type { StoredTranscript } from '../../stored-transcript.ts'
import { TranscriptSummaries } from './transcript-card.ts'
import { factsOf, factsOfAll, factsOfJob, type TranscriptFacts } from './transcript-facts.ts'
import { takeLiveChanges } from './take-live-changes.ts'
import { takeRedactions } from './take-redactions.ts'
import { noTranscript, readTranscript, touchTranscript, writeCaptionRules } from './transcript-rows.ts'
import type { TableDescription } from '../../table-description.ts'

export interface NewTranscript {
  readonly recordingId: string
  readonly jobId: string
  readonly language: string
  readonly run: Run
  readonly settingsKey: string
  /** Stored with a new transcript only: a resumed job's may have others by now. */
  readonly captionRules?: CaptionSettings | undefined
  readonly lease?: Lease
}

/** With a lease, writing throws `job.lease-lost` once another program has taken over the job. */
export interface PutOptions {
  /** Paragraphs that the new ones replace, or all of them. */
  readonly replacing?: Replacing
  readonly lease?: Lease
}

/** A running job's arrangement of all paragraphs, based on the state after edit `editNumber` (0: none yet). */
export interface Arrangement {
  readonly order: readonly string[]
  readonly changed: readonly Paragraph[]
  readonly editNumber: number
  readonly lease: Lease
}

export interface TranscriptCalls {
  /** The job's transcript: the one begun before an interruption, if any, else a new one. */
  startTranscript(transcript: NewTranscript): TranscriptFacts
  /** `voicePrints` are in the order of `speakers`. Keeps a name that a person gave meanwhile. */
  saveSpeakersAndTurns(
    transcriptId: string,
    speakers: readonly Speaker[],
    turns: readonly SpeakerSegment[],
    voicePrints: readonly Float32Array[],
    lease?: Lease,
  ): void
  voicePrints(transcriptId: string): VoicePrint[]
  putParagraphs(transcriptId: string, paragraphs: readonly Paragraph[], options?: PutOptions): void
  /**
   * Called by a running job: sets the order of the transcript's paragraphs, writes those of `changed`, and removes
   * those not in `order`. Returns false and writes nothing if `editNumber` is no longer the newest edit, so that a
   * person's edit is never overwritten.
   */
  arrangeParagraphs(transcriptId: string, arrangement: Arrangement): boolean
  /**
   * From then on it includes the changes made while recording and the redactions of the recording's other
   * transcripts.
   */
  finishTranscript(transcriptId: string, lease?: Lease): void
  /**
   * Moves a finished transcript after all others of its recording, which makes it current unless another one is
   * corrected or chosen.
   */
  makeNewest(transcriptId: string): void
  /** Makes it the current one, as a person's choice. Fault `recording.no-transcript`. */
  chooseTranscript(transcriptId: string): void
  /** One step of undo. Fault `recording.no-transcript`. */
  setTranscriptChecked(transcriptId: string, atMs: number | null, stepId?: string): void
  /** In stored form; the client converts it to a Transcript on its side of the thread boundary. */
  storedTranscript(id: string): StoredTranscript
  transcriptFacts(id: string): TranscriptFacts | undefined
  /** Newest last. */
  transcriptsOf(recordingId: string): TranscriptFacts[]
}

export function createTranscriptCalls(store: Store): TranscriptCalls {
  return {
    startTranscript: (transcript) => startTranscript(store, transcript),
    saveSpeakersAndTurns(transcriptId, speakers, turns, voicePrints, lease) {
      store.change((append) => {
        if (lease !== undefined) checkLease(store, lease)
        touchTranscript(store, transcriptId)
        writeSpeakers(store, transcriptId, keepNames(store, transcriptId, speakers), (_speaker, index) => {
          const print = voicePrints[index]
          return print === undefined ? null : new Uint8Array(print.buffer, print.byteOffset, print.byteLength)
        })
        writeTurns(store, transcriptId, turns)
        append('speakers-saved', { transcriptId })
      })
    },
    voicePrints: (transcriptId) => readVoicePrints(store, transcriptId),
    putParagraphs(transcriptId, paragraphs, { replacing = [], lease } = {}) {
      store.change((append) => {
        if (lease !== undefined) checkLease(store, lease)
        touchTranscript(store, transcriptId)
        const removed = putParagraphs(store, transcriptId, paragraphs, replacing)
        append('paragraphs-saved', {
          transcriptId,
          paragraphIds: paragraphs.map((paragraph) => paragraph.id),
          removedIds: removed,
        })
      })
    },
    arrangeParagraphs(transcriptId, { order, changed, editNumber, lease }) {
      return store.change((append) => {
        checkLease(store, lease)
        if (newestEdit(store, transcriptId) !== editNumber) return false
        touchTranscript(store, transcriptId)
        const removedIds = arrangeParagraphs(store, transcriptId, order, changed)
        append('paragraphs-saved', {
          transcriptId,
          paragraphIds: changed.map((paragraph) => paragraph.id),
          removedIds,
        })
        return true
      })
    },
    finishTranscript(transcriptId, lease) {
      store.change((append) => {
        if (lease !== undefined) checkLease(store, lease)
        const facts = factsOf(store, transcriptId)
        if (facts === undefined) throw noTranscript(transcriptId)
        // One of a part leaves the changes to a transcript of the whole.
        if (facts.part === null) takeLiveChanges(store, facts.recordingId, transcriptId)
        takeRedactions(store, transcriptId)
        store.run("UPDATE transcripts SET state = 'done' WHERE id = ?", transcriptId)
        const { version } = store.row<{ version: number }>(
          'SELECT version FROM transcripts WHERE id = ?',
          transcriptId,
        ) ?? { version: 0 }
        // Computed now rather than for thousands of transcripts at once when a list is shown.
        writeSummary(store, transcriptId, version, new TranscriptSummaries(store).of(transcriptId))
        append('transcript-finished', { transcriptId })
      })
    },
    makeNewest: (transcriptId) => makeNewest(store, transcriptId),
    chooseTranscript: (transcriptId) => chooseTranscript(store, transcriptId),
    setTranscriptChecked: (transcriptId, atMs, stepId = randomUUID()) =>
      setChecked(store, transcriptId, atMs, stepId),
    storedTranscript: (id) => store.read(() => readTranscript(store, id)),
    transcriptFacts: (id) => factsOf(store, id),
    transcriptsOf: (recordingId) => factsOfAll(store, recordingId),
  }
}

function startTranscript(store: Store, transcript: NewTranscript): TranscriptFacts {
  const { recordingId, jobId, language, run, settingsKey, lease } = transcript
  return store.change((append) => {
    if (lease !== undefined) checkLease(store, lease)
    const begun = factsOfJob(store, jobId)
    if (begun !== undefined) {
      store.run(
        "UPDATE transcripts SET language = ?, run = ?, state = 'running' WHERE id = ?",
        language,
        JSON.stringify(run),
        begun.id,
      )
      // The resumed job will write more than these cover.
      store.run('DELETE FROM transcript_evidence WHERE transcript_id = ?', begun.id)
      store.run('DELETE FROM transcript_places WHERE transcript_id = ?', begun.id)
    } else {
      if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined) {
        throw new Fault('recording.unknown', { reference: recordingId })
      }
      const id = `${recordingId}-t${store.nextNumber('transcripts')}`
      store.run(
        `INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
         VALUES (?, ?, ?, ?, ?, ?, 'running', 0)`,
        id,
        recordingId,
        jobId,
        settingsKey,
        language,
        JSON.stringify(run),
      )
      if (transcript.captionRules !== undefined) writeCaptionRules(store, id, transcript.captionRules)
      rankNew(store, id, { waits: false })
    }
    const started = factsOfJob(store, jobId)
    if (started === undefined) throw new Error(`the transcript of ${jobId} was not written`)
    append('transcript-started', { transcriptId: started.id, recordingId, jobId })
    return started
  })
}

function newestEdit(store: Store, transcriptId: string): number {
  const row = store.row<{ newest: number }>(
    'SELECT coalesce(max(number), 0) AS newest FROM edits WHERE transcript_id = ?',
    transcriptId,
  )
  return row?.newest ?? 0
}

export const transcriptsTable: TableDescription = {
  name: 'transcripts',
  whenDeleted: 'deleted',
  whenJoined: 'apart',
  whenTrimmed: 'apart',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
