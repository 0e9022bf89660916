import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import { hasMessage } from '#core/messages/messages'
import { rangeTimes } from '#core/sound/range'
import { IconButton } from '../ui/icon-button.tsx'
import { type Say, useSay } from '../ui/words.tsx'
import { JobPart } from './job-part.tsx'
import { timeLeft } from './time-left.ts'
import { useJobCalls } from './use-job-calls.ts'

/** A recording being transcribed: its speaker track as far as it is done, the stage, the time left. */
export function RunningPart({ card, job }: { readonly card: RecordingCard; readonly job: JobCard }) {
  const say = useSay()
  const { pause, resume } = useJobCalls()
  return (
    <JobPart
      card={card}
      job={job}
      share={job.wholeFraction ?? 0}
      title={stageWords(job, say)}
      meta={progressWords(job, card.durationMs, say)}
      action={
        job.state === 'paused' ? (
          <IconButton icon="play" label={say('library.resume')} onPress={() => resume(job.id)} />
        ) : (
          <IconButton icon="pause" label={say('library.pause')} onPress={() => pause(job.id)} />
        )
      }
    />
  )
}

/** The current stage as text. */
export function stageWords(job: JobCard, say: Say): string {
  if (job.state === 'paused') return say('stage.paused')
  if (job.state === 'queued' || job.step === null) return say('stage.queued')
  const key = `stage.${job.step}`
  return say(hasMessage(key) ? key : 'stage.running')
}

/** Up to this duration a job ends before "a few minutes" would be true. */
const SHORT_MS = 60_000

/** Progress of the whole job and the time left. `durationMs`: of the recording. */
export function progressWords(job: JobCard, durationMs: number | null, say: Say): string {
  if (job.wholeFraction === null) return job.elsewhere ? say('stage.elsewhere') : ''
  const share = wholePercent(job.wholeFraction)
  const isToSay = job.secondsLeft !== null || (durationMs !== null && listenedMs(job, durationMs) > SHORT_MS)
  return job.state === 'running' && isToSay
    ? say('library.progress-left', { share, left: timeLeft(job.secondsLeft, say) })
    : say('library.progress', { share })
}

function listenedMs({ kind, settings }: JobCard, durationMs: number): number {
  if (kind === 'shots') return durationMs
  const { startMs, endMs } = rangeTimes(settings, durationMs)
  return endMs - startMs
}

/** Whole percent, never 100 before the end. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100) / 100
}
