import { movedBy } from '../transcript/time-map.ts'
import { shiftedFrames } from '../frames/video-frames.ts'
import type { DocumentWithExtras } from './format.ts'
import { retimedDocument } from './retimed-document.ts'

/**
 * The document with all times delayed by an offset in ms, or earlier if it is negative: times before 0 become
 * 0, and nothing is dropped.
 */
export function shiftedDocument(document: DocumentWithExtras, offsetMs: number): DocumentWithExtras {
  if (offsetMs === 0) return document
  const { frames } = document.transcript
  const { transcript, ...moved } = retimedDocument(document, movedBy(offsetMs))
  return {
    ...moved,
    // The film is later too.
    transcript:
      frames === undefined ? transcript : { ...transcript, frames: shiftedFrames(frames, offsetMs) },
    offsetMs: (document.offsetMs ?? 0) + offsetMs,
  }
}
