import { Fault } from '#contracts/errors'
import type { StoredFillers } from '#core/transcript/filler-choice'
import type { StoredNumbers } from '#core/transcript/number-choice'
import type { CaptionSettings, Paragraph, Run, Speaker, Turn } from '#core/transcript/transcript'
import { writeSummary } from './kept-summaries.ts'
import { checkLease, type Lease } from './leases.ts'
import { makeNewest } from './make-newest.ts'
import { chooseTranscript, rankNew } from './rank-transcript.ts'
import { readMarks } from './marks.ts'
import { arrangeParagraphs, readParagraphs, putParagraphs, type Replacing } from './paragraphs.ts'
import {
  keepNames,
  readSpeakers,
  readTurns,
  readVoicePrints,
  type VoicePrint,
  writeSpeakers,
  writeTurns,
} from './speakers-and-turns.ts'
import type { Store } from '../database/store.ts'
import type { StoredTranscript } from '../stored-transcript.ts'
import { TranscriptSummaries } from './transcript-card.ts'
import { factsOf, factsOfAll, factsOfJob, type TranscriptFacts } from './transcript-facts.ts'

export interface NewTranscript {
  readonly recordingId: string
  readonly jobId: string
  readonly language: string
  readonly run: Run
  readonly settingsKey: string
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
  /** `voicePrints` are in the order of `speakers`. A name that a person gave meanwhile is kept. */
  saveSpeakersAndTurns(
    transcriptId: string,
    speakers: readonly Speaker[],
    turns: readonly Turn[],
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
  finishTranscript(transcriptId: string, lease?: Lease): void
  /**
   * Moves a finished transcript after all others of its recording, which makes it current unless another one is
   * corrected or chosen.
   */
  makeNewest(transcriptId: string): void
  /** Makes it the current one, as a person chose it. Fault `recording.no-transcript`. */
  chooseTranscript(transcriptId: string): void
  /** In stored form; the client converts it to a Transcript on its side of the thread boundary. */
  storedTranscript(id: string): StoredTranscript
  transcriptFacts(id: string): TranscriptFacts | undefined
  /** Newest last. */
  transcriptsOf(recordingId: string): TranscriptFacts[]
}

interface TranscriptRow extends Pick<StoredTranscript, 'id' | 'recordingId' | 'language' | 'run'> {
  readonly captionRules: string | null
  readonly fillers: StoredFillers | null
  readonly numbers: StoredNumbers | null
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
        const changed = store.run("UPDATE transcripts SET state = 'done' WHERE id = ?", transcriptId)
        if (changed === 0) throw noTranscript(transcriptId)
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
      rankNew(store, id, { waits: false })
    }
    const started = factsOfJob(store, jobId)
    if (started === undefined) throw new Error(`the transcript of ${jobId} was not written`)
    append('transcript-started', { transcriptId: started.id, recordingId, jobId })
    return started
  })
}

/** Only inside `change`: records that the transcript's content has changed. */
export function touchTranscript(store: Store, transcriptId: string): void {
  const changed = store.run('UPDATE transcripts SET version = version + 1 WHERE id = ?', transcriptId)
  if (changed === 0) throw noTranscript(transcriptId)
}

export function readTranscript(store: Store, id: string): StoredTranscript {
  const row = store.row<TranscriptRow>(
    `SELECT id, recording_id AS recordingId, language, run, caption_rules AS captionRules, fillers, numbers
     FROM transcripts WHERE id = ?`,
    id,
  )
  if (row === undefined) throw noTranscript(id)
  const { captionRules, fillers, numbers, ...transcript } = row
  return {
    ...transcript,
    speakers: readSpeakers(store, id),
    turns: readTurns(store, id),
    paragraphs: readParagraphs(store, id),
    marks: readMarks(store, id),
    ...(captionRules === null ? {} : { captionRules: JSON.parse(captionRules) as CaptionSettings }),
    ...(fillers === null ? {} : { fillers }),
    ...(numbers === null ? {} : { numbers }),
  }
}

/** Only inside `change`. */
export function writeCaptionRules(store: Store, transcriptId: string, rules?: CaptionSettings): void {
  store.run(
    'UPDATE transcripts SET caption_rules = ? WHERE id = ?',
    rules === undefined ? null : JSON.stringify(rules),
    transcriptId,
  )
}

/** Only inside `change`. */
export function writeFillers(store: Store, transcriptId: string, fillers?: StoredFillers): void {
  store.run('UPDATE transcripts SET fillers = ? WHERE id = ?', fillers ?? null, transcriptId)
}

/** Only inside `change`. */
export function writeNumbers(store: Store, transcriptId: string, numbers?: StoredNumbers): void {
  store.run('UPDATE transcripts SET numbers = ? WHERE id = ?', numbers ?? null, transcriptId)
}

/** Fault for a deleted transcript; `reference` is the requested id. */
export function noTranscript(transcriptId: string): Fault {
  return new Fault('recording.no-transcript', { reference: transcriptId })
}

function newestEdit(store: Store, transcriptId: string): number {
  const row = store.row<{ newest: number }>(
    'SELECT coalesce(max(number), 0) AS newest FROM edits WHERE transcript_id = ?',
    transcriptId,
  )
  return row?.newest ?? 0
}
