import { timeOnFrame } from '../../frames/frame-grid.ts'
import { gridOfVideo } from '../../frames/video-frames.ts'
import { withCaptionTiming } from '../../transcript/caption-timing.ts'
import { isCaptionTime, withMappedTimes } from '../../transcript/marks/mark-times.ts'
import { retimedTranscript } from '../../transcript/retimed-transcript.ts'
import { movedAgain, UNMOVED } from '../../transcript/time-map.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { RetimeTranscriptEdit } from '../edit.ts'
import type { EditLimits } from '../times.ts'

/** Never refused. Times that marks set are on the video's frames, as where captions alone are moved. */
export function applyRetimeTranscript(
  transcript: Transcript,
  { move }: RetimeTranscriptEdit,
  { durationMs = Infinity }: EditLimits,
): Transcript {
  const whole = movedAgain(transcript.captionTiming ?? UNMOVED, move)
  const moved = retimedTranscript(withCaptionTiming(transcript, null), whole, durationMs)
  const grid = moved.frames === undefined ? null : gridOfVideo(moved.frames)
  if (grid === null) return moved
  const onFrame = (ms: number): number => timeOnFrame(ms, grid, { startMs: 0, endMs: durationMs })
  return {
    ...moved,
    marks: moved.marks.map((mark) => (isCaptionTime(mark) ? withMappedTimes(mark, onFrame) : mark)),
  }
}
