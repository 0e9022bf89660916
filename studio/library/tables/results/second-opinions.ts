import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import type { JobSettings } from '../jobs/jobs.ts'
import { checkLease, type Lease } from '../jobs/leases.ts'
import type { TableDescription } from '../../table-description.ts'

export interface SecondOpinion {
  readonly jobId: string
  readonly transcriptId: string
  readonly language: string
  /** Number of differences between the transcript and the second text when it was finished. */
  readonly differences: number
}

/** A second text with the settings of its job. */
export interface OpinionText extends Pick<SecondOpinion, 'language'> {
  readonly settings: JobSettings
  /** JSON of core's StoredOpinion. */
  readonly opinion: string
}

export interface SecondOpinionCalls {
  /** Second texts of a transcript, in the order in which they were finished, without their texts. */
  opinionsOf(transcriptId: string): SecondOpinion[]
  /** JSON of core's StoredOpinion; null if there is none. */
  opinion(jobId: string): { readonly transcriptId: string; readonly opinion: string } | null
  /** Their texts, in the order in which they were requested. */
  opinionTexts(transcriptId: string): OpinionText[]
  /**
   * Current finished transcripts whose whole recording no job was requested to recognize again in idle time, newest
   * first.
   */
  withoutDoubtOpinion(limit: number): string[]
  /** Replaces the text of an earlier run of the job. Fault `job.lease-lost`. */
  saveOpinion(made: SecondOpinion & { readonly opinion: string }, lease: Lease): void
  /** Deletes it and its job, which must not be running. Fault `job.unknown`. */
  deleteOpinion(jobId: string): void
}

/** Kinds of jobs that make them: requested by a person, or when idle. */
export const SECOND_OPINION = 'second-opinion'
export const DOUBT_OPINION = 'doubt-opinion'

export function createSecondOpinionCalls(store: Store): SecondOpinionCalls {
  return {
    opinionsOf: (transcriptId) =>
      store.rows<SecondOpinion>(
        `SELECT job_id AS jobId, transcript_id AS transcriptId, language, differences
         FROM second_opinions WHERE transcript_id = ? ORDER BY rowid`,
        transcriptId,
      ),
    opinion: (jobId) =>
      store.row<{ transcriptId: string; opinion: string }>(
        'SELECT transcript_id AS transcriptId, opinion FROM second_opinions WHERE job_id = ?',
        jobId,
      ) ?? null,
    opinionTexts: (transcriptId) =>
      store
        .rows<{ settings: string; language: string; opinion: string }>(
          `SELECT jobs.settings, language, opinion FROM second_opinions JOIN jobs ON jobs.id = job_id
           WHERE transcript_id = ? ORDER BY jobs.number`,
          transcriptId,
        )
        .map(({ settings, ...made }) => ({ settings: JSON.parse(settings) as JobSettings, ...made })),
    withoutDoubtOpinion: (limit) =>
      store
        .rows<{ id: string }>(
          `SELECT transcripts.id FROM transcripts
           JOIN current_transcripts ON current_transcripts.id = transcripts.id
           WHERE transcripts.state = 'done' AND NOT EXISTS (
             SELECT 1 FROM jobs WHERE jobs.recording_id = transcripts.recording_id AND kind = ?
             AND json_extract(jobs.settings, '$.transcriptId') = transcripts.id
             -- Earlier versions recognized only doubtful places.
             AND json_extract(jobs.settings, '$.spans') IS NULL
           ) ORDER BY transcripts.number DESC LIMIT ?`,
          DOUBT_OPINION,
          limit,
        )
        .map(({ id }) => id),
    saveOpinion({ jobId, transcriptId, language, differences, opinion }, lease) {
      store.change((append) => {
        checkLease(store, lease)
        store.run(
          'INSERT OR REPLACE INTO second_opinions (job_id, transcript_id, language, differences, opinion) VALUES (?, ?, ?, ?, ?)',
          jobId,
          transcriptId,
          language,
          differences,
          opinion,
        )
        // They are evidence of doubts, so the list to check must be counted again.
        store.run('DELETE FROM transcript_places WHERE transcript_id = ?', transcriptId)
        append('opinions-changed', { jobId, transcriptId })
      })
    },
    deleteOpinion(jobId) {
      store.change((append) => {
        const job = store.row<{ recordingId: string | null }>(
          'SELECT recording_id AS recordingId FROM jobs WHERE id = ? AND kind = ?',
          jobId,
          SECOND_OPINION,
        )
        if (job === undefined) throw new Fault('job.unknown', { id: jobId })
        store.run(
          'DELETE FROM transcript_places WHERE transcript_id = (SELECT transcript_id FROM second_opinions WHERE job_id = ?)',
          jobId,
        )
        store.run('DELETE FROM jobs WHERE id = ?', jobId)
        append('opinions-changed', { jobId, recordingId: job.recordingId })
      })
    },
  }
}

/** Their jobs are deleted with the recording that is joined or trimmed. */
export const secondOpinionsTable: TableDescription = {
  name: 'second_opinions',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'follows',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
