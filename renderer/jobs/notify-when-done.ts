import { jobKindFacts } from '#contracts/job-facts'
import type { CallOutput } from '#contracts/calls/calls'
import type { StudioEvent } from '#contracts/events'
import type { StudioClient } from '../rpc/studio-client.ts'

type EndedJob = CallOutput<'jobs.list'>[number]

/** Shorter tasks end before the user turns to something else. */
export const LONG_TASK_MS = 60_000
/** A visible page claims the end of a task first; the others wait this long for it. */
const WATCHED_FIRST_MS = 1_000
/** By then every page of the library has received the event. */
const CLAIM_MS = 15_000

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

/** Whether the page is visible to the user. */
function isWatched(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}

async function notifyOf(
  studio: StudioClient,
  { seq, touched }: StudioEvent,
  { textOf, onOpen, onError }: NotifyOptions,
): Promise<void> {
  const wasWatched = isWatched()
  if (!wasWatched) await new Promise((resolve) => setTimeout(resolve, WATCHED_FIRST_MS))
  const isFirst = await claim(`parolo-task-end-${seq}`, onError)
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

/** False if another page of this browser has claimed it. */
function claim(name: string, onError: (error: unknown) => void): Promise<boolean> {
  const locks = (navigator as { readonly locks?: LockManager }).locks
  if (locks === undefined) return Promise.resolve(true)
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, async (lock) => {
        resolve(lock !== null)
        if (lock !== null) await new Promise((free) => setTimeout(free, CLAIM_MS))
      })
      .catch(onError)
  })
}
