import type { ListedCut } from '#core/cut/lists/cut-list'
import type { OutputOptions } from '#core/formats/output-options'
import { DEFAULT_FRAME_RATE, frameRateOf } from '#core/frames/timecode'
import type { RecordingFacts } from '#core/transcript/document'
import type { RecordingCut } from './recording-cut.ts'

/**
 * A recording's cut as lists name it.
 * @param media the recording's file as seen from the list
 */
export function listedCut(
  { kept, of }: RecordingCut,
  { title }: Pick<RecordingFacts, 'title'>,
  media: string,
  { frameRate, dropFrame }: Partial<Pick<OutputOptions, 'frameRate' | 'dropFrame'>> = {},
): ListedCut {
  const { frames } = of.transcript
  return {
    kept,
    title,
    media,
    // The rate of a video whose frames do not last equally long is its average.
    video:
      frames === undefined ? null : { ...frames, nominal: Math.round(frames.numerator / frames.denominator) },
    rate: frameRateOf(frameRate ?? DEFAULT_FRAME_RATE, dropFrame ?? true),
  }
}
