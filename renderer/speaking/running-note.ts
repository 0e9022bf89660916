import { rangeTimes } from '#core/sound/range'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { formatDuration } from '../ui/format-duration.ts'

/** Progress of a running transcription. */
export function runningNote({ job, durationMs }: OpenRecording): { time: string; duration: string } | null {
  if (
    job?.kind !== 'transcribe' ||
    job.wordsUpToMs === null ||
    job.state === 'failed' ||
    job.state === 'cancelled'
  )
    return null
  return {
    time: formatDuration(job.wordsUpToMs),
    duration: formatDuration(rangeTimes(job.settings, durationMs ?? 0).endMs),
  }
}
