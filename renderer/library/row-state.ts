import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard, TranscriptCard } from '#contracts/calls/recordings'
import type { WireError } from '#contracts/errors'

/** What a row of the library shows of its recording. */
export type RowState =
  | { readonly kind: 'running'; readonly job: JobCard }
  /** For room on the disk. */
  | { readonly kind: 'waiting'; readonly job: JobCard }
  | { readonly kind: 'failed'; readonly job: JobCard; readonly error: WireError; readonly way: FailureWay }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stopped'; readonly job: JobCard }
  | { readonly kind: 'unwritten' }
  /** `places`: of the list to check; null until they are counted. */
  | { readonly kind: 'written'; readonly places: TranscriptCard['places']; readonly words: number }

/** The way on after a failure: the same once more, another file, or where the file is now. */
export type FailureWay = 'retry' | 'other-file' | 'locate'

/** What the file itself lacks; the same file fails again. */
const fileFaults: ReadonlySet<string> = new Set([
  'media.not-a-file',
  'media.empty-file',
  'media.unreadable',
  'media.unsupported',
  'media.no-audio',
  'media.no-samples',
])

export function failureWay(code: string): FailureWay {
  if (fileFaults.has(code)) return 'other-file'
  return code === 'media.moved' || code === 'media.not-found' ? 'locate' : 'retry'
}

/** The disk was full: the studio goes on by itself once there is room. */
export function waitsForRoom(job: JobCard): boolean {
  return job.state === 'failed' && job.error?.code === 'disk.full'
}

/** `job`: the recording's newest, fresher than the one on its card. */
export function rowState(card: RecordingCard, job: JobCard | null): RowState {
  if (job && ['queued', 'running', 'paused'].includes(job.state)) return { kind: 'running', job }
  if (job && waitsForRoom(job)) return { kind: 'waiting', job }
  if (job?.state === 'failed' && job.error)
    return { kind: 'failed', job, error: job.error, way: failureWay(job.error.code) }
  if (card.missing) return { kind: 'missing' }
  if (job?.state === 'cancelled' && card.transcript?.state !== 'done') return { kind: 'stopped', job }
  if (!card.transcript) return { kind: 'unwritten' }
  const { places, words } = card.transcript
  return { kind: 'written', places, words }
}

/** The newest job of each recording that is not done, as the list of jobs has it; else the card's own. */
export function jobOf(card: RecordingCard, jobs: readonly JobCard[] | undefined): JobCard | null {
  if (!card.job) return null
  const fresh = jobs?.find(({ id }) => id === card.job?.id)
  return fresh?.state === 'done' ? null : (fresh ?? card.job)
}
