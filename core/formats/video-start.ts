import { firstFrame, nearestFrame, startOfFrame } from '../frames/frame-grid.ts'
import { type FrameGrid, gridOfVideo, shiftedFrames, type VideoFrames } from '../frames/video-frames.ts'
import { isCaptionTime, withMappedTimes } from '../transcript/marks/mark-times.ts'
import { movedBy } from '../transcript/time-map.ts'
import type { DocumentWithExtras } from './format.ts'
import { retimedDocument } from './retimed-document.ts'

/**
 * When the first frame of the video begins, in ms: edit programs and the page count frames from there. A delay of the
 * file moves captions and not the video. 0 without a video, and if its rate varies.
 */
export function videoStartMs({ transcript, offsetMs = 0 }: DocumentWithExtras): number {
  const { frames } = transcript
  const grid = frames === undefined ? null : gridOfVideo(shiftedFrames(frames, -offsetMs))
  return grid === null ? 0 : startOfGrid(grid)
}

const startOfGrid = (grid: FrameGrid): number =>
  grid.firstUs >= 0 ? grid.firstUs / 1_000 : startOfFrame(firstFrame(grid), grid)

/** Two roundings to whole ms. */
const ROUNDED_MS = 2

/** A document whose times count from the video's first frame (`FormatInput.countsFrames`), in times of its recording. */
export function afterVideoStart(document: DocumentWithExtras, frames: VideoFrames): DocumentWithExtras {
  const grid = gridOfVideo(frames)
  const startMs = grid === null ? 0 : startOfGrid(grid)
  if (grid === null || startMs === 0) return document
  const { transcript, ...moved } = retimedDocument(document, movedBy(startMs))
  const onFrame = (ms: number): number => {
    const begin = startOfFrame(nearestFrame(ms, grid), grid)
    return Math.abs(begin - ms) <= ROUNDED_MS ? begin : ms
  }
  const marks = transcript.marks.map((mark) => (isCaptionTime(mark) ? withMappedTimes(mark, onFrame) : mark))
  return { ...moved, transcript: { ...transcript, marks } }
}
