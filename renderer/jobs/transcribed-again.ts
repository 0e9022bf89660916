import type { CallOutput } from '#contracts/calls/calls'
import type { StudioEvent } from '#contracts/events'
import type { StudioClient } from '../rpc/studio-client.ts'
import { claimEnding } from './claim-ending.ts'

type TranscriptCard = CallOutput<'transcripts.list'>[number]

/** A recording that has another transcript now. */
export interface TranscribedAgain {
  readonly recordingId: string
  readonly title: string
  /** Whether the new transcript is the current one; else it waits, or a person corrected the current one. */
  readonly isCurrent: boolean
  /** The transcript that is not shown: the former one, else the new one. */
  readonly otherId: string
}

export interface TranscribedAgainOptions {
  readonly onEnd: (ended: TranscribedAgain) => void
  readonly onError: (error: unknown) => void
}

/** Reports once a browser, when a recording that had a transcript was transcribed. Returns the function that stops it. */
export function watchTranscribedAgain(
  studio: StudioClient,
  { onEnd, onError }: TranscribedAgainOptions,
): () => void {
  let isStopped = false
  const report = async ({ seq, touched }: StudioEvent): Promise<void> => {
    const job = (await studio.call('jobs.list', {})).find(({ id }) => id === touched.jobId)
    if (job?.kind !== 'transcribe' || job.state !== 'done' || job.recordingId === null) return
    const { recordingId } = job
    const otherId = otherTranscript(await studio.call('transcripts.list', { recordingId }), job.id)
    if (otherId === null || !(await claimEnding(`parolo-transcribed-${seq}`, onError))) return
    const { title } = await studio.call('recordings.get', { recordingId })
    if (!isStopped) onEnd({ recordingId, title, ...otherId })
  }
  const stop = studio.onEvent((event) => {
    if (event.kind === 'job-finished') report(event).catch(onError)
  })
  return () => {
    isStopped = true
    stop()
  }
}

/**
 * Null if the job made no transcript, or the only one.
 * @param all oldest first
 */
function otherTranscript(
  all: readonly TranscriptCard[],
  jobId: string,
): Pick<TranscribedAgain, 'isCurrent' | 'otherId'> | null {
  const made = all.findIndex((each) => each.jobId === jobId)
  const others = all.slice(0, Math.max(0, made)).filter(({ state }) => state === 'done')
  // One that waits was shown only if there was no other.
  const former = others.findLast(({ waits }) => !waits) ?? others.at(-1)
  const card = all[made]
  if (card === undefined || former === undefined) return null
  return { isCurrent: card.current, otherId: card.current ? former.id : card.id }
}
