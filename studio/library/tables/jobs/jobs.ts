import type { FaultValues, WireError } from '#contracts/errors'
import { Fault } from '#contracts/errors'
import type { JsonValue } from '#core/formats/format'
import type { WordColumns } from '#core/words/columns'
import { checkLease, endLease, grantLease, heldLeases, type Lease, type LeaseRow } from './leases.ts'
import { type Holder, isOpenIn } from '../../lock/open-processes.ts'
import type { SettingValue } from '../settings.ts'
import type { Append, Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled'

/** Settings of a job, as defined by its kind; undefined values are not stored. */
export type JobSettings = Readonly<Record<string, JsonValue | undefined>>

export interface StoredProgress {
  readonly step: string
  /** Progress of the step, 0–1; null if unknown. */
  readonly fraction: number | null
  /** Further values that a page may show, e.g. `secondsLeft`. */
  readonly [name: string]: SettingValue
}

/** Why a job failed: the English text, and the values that other languages need for it. */
export interface JobError extends WireError {
  readonly values?: FaultValues
}

export interface JobRecord {
  readonly id: string
  /** Null for a job that belongs to no recording. */
  readonly recordingId: string | null
  /** Length of the recording; null before it is decoded. */
  readonly durationMs: number | null
  /** From the registry of kinds (`studio/job-kinds/job-kinds.ts`); a newer program may have stored others. */
  readonly kind: string
  readonly settingsKey: string
  readonly settings: JobSettings
  readonly state: JobState
  readonly progress: StoredProgress | null
  readonly error: JobError | null
  /** Total time spent on the job over all finished runs, ms; excludes a run in progress. */
  readonly workedMs: number
  /** End of the text written so far, ms; null before the first word and once the job is done. */
  readonly lastWordMs: number | null
  /** The process that currently runs it. */
  readonly holder: Holder | null
}

export interface JobRequest {
  readonly recordingId: string | null
  readonly kind: string
  readonly settings: JobSettings
  readonly settingsKey: string
  /** Queues the job again if it failed, was paused or canceled; by default it stays as it is. */
  readonly again?: boolean
}

/**
 * The lease, the running job to wait for (possibly this same job), nothing left to do, or a job that ended otherwise,
 * which only a new request queues again.
 */
export type Claim =
  | { readonly lease: Lease }
  | { readonly waitFor: { readonly jobId: string; readonly pid: number } }
  | { readonly done: true }
  | { readonly ended: 'failed' | 'paused' | 'cancelled'; readonly error: JobError | null }

export interface JobCalls {
  /**
   * One job per recording (or none), kind and settings: an equal request returns the existing job, whatever its
   * state; with `again`, one that had ended without being done is queued.
   */
  requestJob(request: JobRequest): JobRecord
  /**
   * Exactly one of several concurrent callers gets the lease. At most `atOnce` jobs of a kind run at once, by
   * default one. Leases of processes that no longer have the library open are freed first. Fault
   * `job.cancelled` if the job was deleted with its recording.
   */
  claimJob(jobId: string, holder: Holder, atOnce?: number): Claim
  progressJob(lease: Lease, progress: StoredProgress): void
  finishJob(lease: Lease): void
  failJob(lease: Lease, error: JobError): void
  /** Releases the lease; the checkpoints are kept. */
  releaseJob(lease: Lease, state: 'queued' | 'cancelled' | 'paused'): void
  /**
   * Sets a job's state from outside, whichever program runs it: its lease ends, and the holder's next write
   * fails. Returns false and changes nothing if the job is done. Fault `job.unknown`.
   */
  setJobState(jobId: string, state: RequestedState, error?: JobError): boolean
  job(id: string): JobRecord | undefined
  /** All jobs that are not done, plus the last `done` of those that are; in order of request. */
  listedJobs(done: number): JobRecord[]
  /** In order of request. */
  jobsOf(recordingId: string): JobRecord[]
  /** Those of several recordings, in order of request. */
  jobsOfAll(recordingIds: readonly string[]): JobRecord[]
}

export type RequestedState = 'queued' | 'paused' | 'cancelled' | 'failed'

const JOB = `SELECT jobs.id, recording_id AS recordingId, kind, settings_key AS settingsKey, settings, state,
  progress, error, worked_ms AS workedMs, pid, process_id AS processId, (
    SELECT duration_ms FROM tracks WHERE tracks.recording_id = jobs.recording_id ORDER BY track_index LIMIT 1
  ) AS durationMs, (
    SELECT words FROM paragraphs
    WHERE transcript_id = (SELECT id FROM transcripts WHERE transcripts.job_id = jobs.id) AND jobs.state <> 'done'
    ORDER BY position DESC LIMIT 1
  ) AS lastWords
  FROM jobs LEFT JOIN leases ON leases.job_id = jobs.id`

export function createJobCalls(store: Store): JobCalls {
  const job = (id: string): JobRecord | undefined => {
    const row = store.row<JobRow>(`${JOB} WHERE jobs.id = ?`, id)
    return row && jobOf(row)
  }
  const end = (lease: Lease, finish: (jobId: string, append: Append) => void) => {
    store.change((append) => {
      const jobId = checkLease(store, lease)
      endLease(store, lease)
      finish(jobId, append)
    })
  }
  return {
    requestJob: (request) => requestJob(store, request),
    claimJob: (jobId, holder, atOnce = 1) => claimJob(store, jobId, holder, atOnce),
    progressJob(lease, progress) {
      store.change((append) => {
        const jobId = checkLease(store, lease)
        store.run('UPDATE jobs SET progress = ? WHERE id = ?', JSON.stringify(progress), jobId)
        store.run('UPDATE leases SET heartbeat_at_ms = ? WHERE number = ?', Date.now(), lease)
        append('job-progress', { jobId, step: progress.step, fraction: progress.fraction })
      })
    },
    finishJob(lease) {
      end(lease, (jobId, append) => {
        store.run("UPDATE jobs SET state = 'done', progress = NULL, error = NULL WHERE id = ?", jobId)
        append('job-finished', { jobId })
      })
    },
    failJob(lease, error) {
      end(lease, (jobId, append) => {
        store.run("UPDATE jobs SET state = 'failed', error = ? WHERE id = ?", JSON.stringify(error), jobId)
        append('job-failed', { jobId, code: error.code })
      })
    },
    releaseJob(lease, state) {
      end(lease, (jobId, append) => {
        store.run('UPDATE jobs SET state = ? WHERE id = ?', state, jobId)
        append('job-released', { jobId, state })
      })
    },
    setJobState: (jobId, state, error) => setJobState(store, jobId, state, error),
    job,
    listedJobs: (done) =>
      store
        .rows<JobRow>(
          `${JOB} WHERE state IN ('queued', 'running', 'paused', 'failed', 'cancelled') OR jobs.number IN (
             SELECT number FROM jobs WHERE state = 'done' ORDER BY number DESC LIMIT ?
           ) ORDER BY jobs.number`,
          done,
        )
        .map(jobOf),
    jobsOf: (recordingId) =>
      store.rows<JobRow>(`${JOB} WHERE recording_id = ? ORDER BY jobs.number`, recordingId).map(jobOf),
    jobsOfAll: (recordingIds) =>
      store
        .rows<JobRow>(
          `${JOB} WHERE recording_id IN (SELECT value FROM json_each(?)) ORDER BY jobs.number`,
          JSON.stringify(recordingIds),
        )
        .map(jobOf),
  }
}

interface JobRow {
  readonly id: string
  readonly recordingId: string | null
  readonly durationMs: number | null
  readonly kind: string
  readonly settingsKey: string
  readonly settings: string
  readonly state: JobState
  readonly progress: string | null
  readonly error: string | null
  readonly workedMs: number
  readonly lastWords: string | null
  readonly pid: number | null
  readonly processId: string | null
}

const errorOf = (stored: string | null): JobError | null =>
  stored === null ? null : (JSON.parse(stored) as JobError)

function jobOf({ pid, processId, lastWords, ...row }: JobRow): JobRecord {
  const ends = lastWords === null ? [] : (JSON.parse(lastWords) as WordColumns).ends
  return {
    ...row,
    lastWordMs: ends.length === 0 ? null : Math.max(...ends),
    settings: JSON.parse(row.settings) as JobSettings,
    progress: row.progress === null ? null : (JSON.parse(row.progress) as StoredProgress),
    error: errorOf(row.error),
    holder: pid === null ? null : { id: processId ?? '', pid },
  }
}

function requestJob(
  store: Store,
  { recordingId, kind, settings, settingsKey, again = false }: JobRequest,
): JobRecord {
  return store.change((append) => {
    const find = () =>
      store.row<JobRow>(
        `${JOB} WHERE recording_id IS ? AND kind = ? AND settings_key = ?`,
        recordingId,
        kind,
        settingsKey,
      )
    const known = find()
    if (known !== undefined) {
      if (!again || !hasEnded(known.state)) return jobOf(known)
      store.run("UPDATE jobs SET state = 'queued', error = NULL WHERE id = ?", known.id)
      append('job-requested', { jobId: known.id, recordingId })
      return jobOf({ ...known, state: 'queued', error: null })
    }
    if (
      recordingId !== null &&
      store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined
    ) {
      throw new Fault('recording.unknown', { reference: recordingId })
    }
    const number = store.nextNumber('jobs')
    const id = recordingId === null ? `j${number}` : `${recordingId}-j${number}`
    store.run(
      "INSERT INTO jobs (id, recording_id, kind, settings_key, settings, state) VALUES (?, ?, ?, ?, ?, 'queued')",
      id,
      recordingId,
      kind,
      settingsKey,
      JSON.stringify(settings),
    )
    append('job-requested', { jobId: id, recordingId })
    const made = find()
    if (made === undefined) throw new Error(`job ${id} was not written`)
    return jobOf(made)
  })
}

const hasEnded = (state: JobState): state is 'failed' | 'paused' | 'cancelled' =>
  state === 'failed' || state === 'paused' || state === 'cancelled'

function claimJob(store: Store, jobId: string, holder: Holder, atOnce: number): Claim {
  // Accessing files may be slow, so it is done before the transaction blocks others.
  const dead = new Set(
    heldLeases(store)
      .filter(({ processId }) => !isOpenIn(store.folder, processId))
      .map((lease) => lease.number),
  )
  return store.change((append) => {
    const nowMs = Date.now()
    const held: LeaseRow[] = []
    for (const lease of heldLeases(store)) {
      if (dead.has(lease.number)) free(store, lease, append)
      else held.push(lease)
    }
    const job = store.row<Pick<JobRow, 'state' | 'kind' | 'error'>>(
      'SELECT state, kind, error FROM jobs WHERE id = ?',
      jobId,
    )
    if (job === undefined) throw new Fault('job.cancelled', {}, `job ${jobId} was deleted with its recording`)
    if (job.state === 'done') return { done: true }
    if (hasEnded(job.state)) return { ended: job.state, error: errorOf(job.error) }
    const ofKind = held.filter((lease) => lease.kind === job.kind)
    const conflicting =
      held.find((lease) => lease.jobId === jobId) ?? (ofKind.length >= atOnce ? ofKind[0] : undefined)
    if (conflicting !== undefined) return { waitFor: { jobId: conflicting.jobId, pid: conflicting.pid } }
    const lease = grantLease(store, jobId, holder, nowMs)
    store.run("UPDATE jobs SET state = 'running', error = NULL WHERE id = ?", jobId)
    append('job-claimed', { jobId, lease, pid: holder.pid })
    return { lease }
  })
}

function setJobState(store: Store, jobId: string, state: RequestedState, error?: JobError): boolean {
  return store.change((append) => {
    const job = store.row<Pick<JobRow, 'state' | 'recordingId'>>(
      'SELECT state, recording_id AS recordingId FROM jobs WHERE id = ?',
      jobId,
    )
    if (job === undefined) throw new Fault('job.unknown', { id: jobId })
    if (job.state === 'done') return false
    for (const lease of heldLeases(store)) {
      if (lease.jobId === jobId) endLease(store, lease.number)
    }
    store.run(
      'UPDATE jobs SET state = ?, error = ? WHERE id = ?',
      state,
      error === undefined ? null : JSON.stringify(error),
      jobId,
    )
    if (state === 'queued') append('job-requested', { jobId, recordingId: job.recordingId })
    else if (state === 'failed') append('job-failed', { jobId, code: error?.code ?? null })
    else append('job-released', { jobId, state })
    return true
  })
}

function free(store: Store, lease: LeaseRow, append: Append): void {
  // The exact time it stopped is unknown; its last progress is the best estimate.
  endLease(store, lease.number, lease.writtenAtMs)
  store.run("UPDATE jobs SET state = 'queued' WHERE id = ?", lease.jobId)
  append('job-freed', { jobId: lease.jobId, lease: lease.number, pid: lease.pid })
}

export const jobsTable: TableDescription = {
  name: 'jobs',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'deleted',
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: "UPDATE jobs SET state = 'queued' WHERE state = 'running'",
  foundBy: null,
}
