import type { HoldReason, JobCard } from '#contracts/calls/jobs'
import { hasMessage } from '#core/messages/messages'
import { rangeOfRun, rangeTimes } from '#core/sound/range'
import type { Say } from '../ui/words.tsx'
import { timeLeft } from './time-left.ts'

const WAITING = {
  recording: 'stage.waits-for-recording',
  battery: 'stage.waits-for-power',
  idle: 'stage.queued',
} as const satisfies Record<HoldReason, string>

/** The current stage as text. */
export function stageWords(job: JobCard, say: Say): string {
  if (job.state === 'paused') return say('stage.paused')
  if (job.waitsFor != null) return say(WAITING[job.waitsFor])
  if (job.state === 'queued' || job.step === null) return say('stage.queued')
  const key = `stage.${job.step}`
  return say(hasMessage(key) ? key : 'stage.running')
}

/** A job up to this duration ends before "a few minutes" would be true. */
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

function listenedMs({ settings }: JobCard, durationMs: number): number {
  const { startMs, endMs } = rangeTimes(rangeOfRun(settings), durationMs)
  return endMs - startMs
}

/** Whole percent, never 100 before the end. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100) / 100
}
