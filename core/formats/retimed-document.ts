import { timingMovedBy, withCaptionTiming } from '../transcript/caption-timing.ts'
import { retimedTranscript } from '../transcript/retimed-transcript.ts'
import { isUnmoved, movedAgain, movedBack, movedTime, type TimeMap } from '../transcript/time-map.ts'
import type { CaptionSource, DocumentWithExtras } from './format.ts'

/**
 * The document with all times moved: times before 0 become 0, and nothing is dropped. Its captions are the same ones,
 * moved from where they are shown.
 */
export function retimedDocument(document: DocumentWithExtras, map: TimeMap): DocumentWithExtras {
  if (isUnmoved(map)) return document
  const { recording } = document
  const { frames, ...transcript } = document.transcript
  const at = (ms: number): number => Math.max(0, movedTime(ms, map))
  const moments = recording.moments?.map((moment) => ({ ...moment, atMs: at(moment.atMs) }))
  const cuts = recording.cuts
    ?.map((cut) => ({ ...cut, startMs: at(cut.startMs), endMs: at(cut.endMs) }))
    .filter(({ startMs, endMs }) => endMs > startMs)
  const durationMs = Math.max(at(recording.durationMs), ...(recording.durationMs === 0 ? [] : [1]))
  const { part } = document
  const timing = transcript.captionTiming
  const before = captionSource(document)
  const moved = retimedTranscript(
    // Stretched, the captions belong to another film, whose frames are not known.
    { ...transcript, ...(frames === undefined || map.ratio !== 1 ? {} : { frames }) },
    map,
  )
  return {
    ...document,
    captionsFrom: withCaptionTiming(before, timingMovedBy(before.captionTiming, map)),
    ...(part === undefined ? {} : { part: { startMs: at(part.startMs), endMs: at(part.endMs) } }),
    recording: {
      ...recording,
      durationMs,
      ...(moments === undefined ? {} : { moments }),
      ...(cuts === undefined ? {} : { cuts }),
    },
    transcript:
      timing === undefined
        ? moved
        : withCaptionTiming(moved, timingMovedBy(movedAgain(movedBack(map), timing), map)),
  }
}

function captionSource({ transcript, part, recording, captionsFrom }: DocumentWithExtras): CaptionSource {
  const { paragraphs, marks, frames, captionTiming } = transcript
  return (
    captionsFrom ?? {
      paragraphs,
      marks,
      durationMs: recording.durationMs,
      ...(part === undefined ? {} : { part }),
      ...(frames === undefined ? {} : { frames }),
      ...(captionTiming === undefined ? {} : { captionTiming }),
    }
  )
}

/** How many words would begin before the start of the film. */
export const wordsBeforeStart = ({ transcript }: DocumentWithExtras, map: TimeMap): number =>
  transcript.paragraphs.reduce(
    (sum, { words }) => sum + words.filter(({ startMs }) => movedTime(startMs, map) < 0).length,
    0,
  )
