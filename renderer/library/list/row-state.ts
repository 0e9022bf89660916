import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard, TranscriptCard } from '#contracts/calls/recordings'
import type { WireError } from '#contracts/errors'

/** The state of a recording in its library row. */
export type RowState =
  | { readonly kind: 'running'; readonly job: JobCard }
  /** Waiting for disk space. */
  | { readonly kind: 'waiting'; readonly job: JobCard }
  | { readonly kind: 'failed'; readonly job: JobCard; readonly error: WireError; readonly way: FailureAction }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stopped'; readonly job: JobCard }
  | { readonly kind: 'unwritten' }
  /** `places`: number of places to check; null until they are counted. */
  | ({ readonly kind: 'written' } & Pick<TranscriptCard, 'places' | 'words' | 'checkedAtMs'>)

/** What can be done after a failure: retry, choose another file, or locate the file. */
export type FailureAction = 'retry' | 'other-file' | 'locate'

/** Defects of the file itself: retrying the same file fails again. */
const fileFaults: ReadonlySet<string> = new Set([
  'media.not-a-file',
  'media.empty-file',
  'media.unreadable',
  'media.unsupported',
  'media.no-audio',
  'media.no-samples',
])

export function failureActionOf(code: string): FailureAction {
  if (fileFaults.has(code)) return 'other-file'
  return code === 'media.moved' || code === 'media.not-found' ? 'locate' : 'retry'
}

/** True if the disk was full: the studio continues automatically once there is space. */
export function isWaitingForSpace(job: JobCard): boolean {
  return job.state === 'failed' && job.error?.code === 'disk.full'
}

/** `job`: the recording's newest job, more up to date than the one on its card. */
export function rowState(card: RecordingCard, job: JobCard | null): RowState {
  if (job && ['queued', 'running', 'paused'].includes(job.state)) return { kind: 'running', job }
  if (job && isWaitingForSpace(job)) return { kind: 'waiting', job }
  if (job?.state === 'failed' && job.error)
    return { kind: 'failed', job, error: job.error, way: failureActionOf(job.error.code) }
  if (card.missing && card.soundDeletion?.deletedOn == null) return { kind: 'missing' }
  if (job?.state === 'cancelled' && card.transcript?.state !== 'done') return { kind: 'stopped', job }
  if (!card.transcript) return { kind: 'unwritten' }
  const { places, words, checkedAtMs } = card.transcript
  return { kind: 'written', places, words, checkedAtMs }
}

/** The newest unfinished job of each recording from the list of jobs, else the one on its card. */
export function jobOf(card: RecordingCard, jobs: readonly JobCard[] | undefined): JobCard | null {
  if (!card.job) return null
  const fresh = jobs?.find(({ id }) => id === card.job?.id)
  return fresh?.state === 'done' ? null : (fresh ?? card.job)
}
