import { jobKindFacts } from '#contracts/job-facts'
import type { CallOutput } from '#contracts/calls/calls'
import type { StudioEvent } from '#contracts/events'
import type { StudioClient } from '../rpc/studio-client.ts'
import { claimEnding, isWatched } from './claim-ending.ts'

type EndedJob = CallOutput<'jobs.list'>[number]

/** Shorter tasks end before the user turns to something else. */
export const LONG_TASK_MS = 60_000

export interface NotifyOptions {
  readonly textOf: (job: EndedJob) => string
  /** The notification was clicked. */
  readonly onOpen: (recordingId: string) => void
  readonly onError: (error: unknown) => void
}

/** Sends a system notification when a long task ends while no page is visible. Returns the function that stops it. */
export function notifyWhenDone(studio: StudioClient, options: NotifyOptions): () => void {
  return studio.onEvent((event) => {
    if (event.kind !== 'job-finished' && event.kind !== 'job-failed') return
    notifyOf(studio, event, options).catch(options.onError)
  })
}

async function notifyOf(
  studio: StudioClient,
  { seq, touched }: StudioEvent,
  { textOf, onOpen, onError }: NotifyOptions,
): Promise<void> {
  const wasWatched = isWatched()
  const isFirst = await claimEnding(`parolo-task-end-${seq}`, onError)
  if (!isFirst || wasWatched || isWatched() || Notification.permission !== 'granted') return
  const job = (await studio.call('jobs.list', {})).find(({ id }) => id === touched.jobId)
  if (job === undefined || jobKindFacts(job.kind)?.isAnnounced !== true || job.workedMs < LONG_TASK_MS) return
  if (job.state !== 'done' && job.state !== 'failed') return
  const { recordingId } = job
  const title = recordingId === null ? 'Parolo' : (await studio.call('recordings.get', { recordingId })).title
  // In a browser without locks every page sends one; they replace each other by having the same tag.
  const notification = new Notification(title, { body: textOf(job), tag: `parolo-${job.id}` })
  notification.addEventListener('click', () => {
    notification.close()
    if (recordingId !== null) onOpen(recordingId)
  })
}
