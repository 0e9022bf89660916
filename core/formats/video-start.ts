import { firstFrame, startOfFrame } from '../frames/frame-grid.ts'
import { gridOfVideo, shiftedFrames } from '../frames/video-frames.ts'
import type { DocumentWithExtras } from './format.ts'

/**
 * When the first frame of the video begins, in ms: edit programs and the page count frames from there. A delay of the
 * file moves captions and not the video. 0 without a video, and if its rate varies.
 */
export function videoStartMs({ transcript, offsetMs = 0 }: DocumentWithExtras): number {
  const { frames } = transcript
  const grid = frames === undefined ? null : gridOfVideo(shiftedFrames(frames, -offsetMs))
  if (grid === null) return 0
  return grid.firstUs >= 0 ? grid.firstUs / 1_000 : startOfFrame(firstFrame(grid), grid)
}
