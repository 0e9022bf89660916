import { jobKindFacts } from '#contracts/job-facts'
import type { RecordingCard, TranscriptCard } from '#contracts/calls/recordings'
import type { CardRow, CardTranscript } from '../library/tables/list/cards.ts'
import type { JobRecord } from '../library/tables/jobs/jobs.ts'
import type { CallOptions } from './call-options.ts'
import { type JobFacts, jobCardOf } from './job-card.ts'

/** State of a recording's files on disk. */
export interface Presence {
  readonly missing: boolean
  readonly playable: boolean
}

export interface CardContext {
  readonly runner: JobFacts
  /** Whether the original at this path is a copy kept by the library. */
  readonly isOwn: (path: string) => boolean
}

export function recordingCardOf(
  row: CardRow,
  jobs: readonly JobRecord[],
  presence: Presence,
  context: CardContext,
  options: CallOptions,
  hasOwnTracks: boolean,
): RecordingCard {
  const { id, title, fileName, path, bytes, addedAtMs, publishedAtMs, mtimeMs, durationMs, tags } = row
  const job = jobToShow(jobs.filter(({ kind }) => jobKindFacts(kind)?.makesText === true))
  return {
    id,
    title,
    fileName,
    bytes,
    addedAtMs,
    publishedAtMs,
    durationMs,
    path: options.local === true && path !== '' && !context.isOwn(path) ? path : null,
    modifiedAtMs: mtimeMs,
    hasVideo: row.media?.hasVideo ?? false,
    audioTracks: row.media?.tracks.length ?? 0,
    hasOwnTracks,
    trim: row.trim,
    soundDeletion: row.soundDeletion,
    deletionDueOn: row.deletionDueOn,
    ...presence,
    tags: [...tags],
    transcript: row.transcript === null ? null : transcriptCardOf(row.transcript),
    job: job === undefined ? null : jobCardOf(job, context.runner, options),
  }
}

/**
 * Among the jobs that write text: the last running, queued or paused one; else the newest job, unless it is
 * done.
 */
function jobToShow(jobs: readonly JobRecord[]): JobRecord | undefined {
  const active = jobs.findLast(({ state }) => state === 'running' || state === 'queued' || state === 'paused')
  if (active !== undefined) return active
  const newest = jobs.at(-1)
  return newest?.state === 'done' ? undefined : newest
}

function transcriptCardOf(transcript: CardTranscript): TranscriptCard {
  const { speakers, id, state, language, words, places, corrected, checkedAtMs, portrait, part } = transcript
  return {
    id,
    state,
    language,
    words,
    corrected,
    checkedAtMs,
    portrait,
    places,
    part,
    speakers: [...speakers],
  }
}
