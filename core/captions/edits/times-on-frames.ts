import { timeOnFrame } from '../../frames/frame-grid.ts'
import type { CueTime } from '../cutting/cue-timing.ts'
import type { CueContext } from './cue-context.ts'

/** New times of a cue on the video's frames; a time that a shown cue already has stays. */
export function timesOnFrames<Times extends CueTime>(
  { cues, rules: { frames } }: Pick<CueContext, 'cues' | 'rules'>,
  times: Times,
): Times {
  if (frames === undefined) return times
  const isShown = (ms: number): boolean => cues.some(({ startMs, endMs }) => startMs === ms || endMs === ms)
  const onFrame = (ms: number): number => (isShown(ms) ? ms : timeOnFrame(ms, frames))
  const [startMs, endMs] = [onFrame(times.startMs), onFrame(times.endMs)]
  return endMs > startMs ? { ...times, startMs, endMs } : times
}
