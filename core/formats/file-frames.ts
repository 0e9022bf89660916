import { captionFrameRate, type RuledTranscript } from '../captions/presets/transcript-rules.ts'
import { canDropFrames, DEFAULT_FRAME_RATE, isTimecode, nearestTimecode } from '../frames/timecode.ts'
import { framesPerSecond } from '../frames/video-frames.ts'
import type { WriteOptions } from './format.ts'
import { type FormatId, formats } from './formats.ts'
import { fittedOutput, type OutputChoices, type OutputOptions } from './output-options.ts'

type ChosenFrames = Pick<OutputOptions, 'frameRate' | 'dropFrame'>
type FileFrames = Pick<WriteOptions, 'frameRate' | 'dropFrame'>

/**
 * How a file counts frames: as chosen, else as the video's own timecode does at a rate that can drop numbers.
 * @param preferred frames per second if none are chosen; default: the transcript's
 */
export function fileFrames(
  chosen: ChosenFrames,
  transcript: RuledTranscript,
  preferred: number | undefined = captionFrameRate(transcript),
): FileFrames {
  const { frames } = transcript
  const own = frames !== undefined && canDropFrames(framesPerSecond(frames)) ? frames.drops : undefined
  const frameRate = chosen.frameRate ?? preferred
  const dropFrame = chosen.dropFrame ?? own
  return {
    ...(frameRate === undefined ? {} : { frameRate }),
    ...(dropFrame === undefined ? {} : { dropFrame }),
  }
}

/** A start timecode that no file can begin with. */
export interface WrongStart {
  /** It is no timecode, or its frame does not exist. */
  readonly kind: 'form' | 'frame'
  /** For the message of the error: `timecode`; of a frame also `rate`, `drops` and `nearest`, which exists. */
  readonly values: Readonly<Record<string, string | number>>
}

/** What is wrong with a start timecode in a format, as its writer counts; null if nothing is. */
export function wrongStart(
  timecode: string | null,
  has: Pick<OutputChoices, 'startTimecode'>,
  { frameRate = DEFAULT_FRAME_RATE, dropFrame }: FileFrames,
): WrongStart | null {
  if (timecode === null || has.startTimecode === null) return null
  if (!isTimecode(timecode)) return { kind: 'form', values: { timecode } }
  const rate = has.startTimecode(frameRate, dropFrame)
  const nearest = nearestTimecode(timecode, rate)
  if (nearest.replaceAll(';', ':') === timecode.replaceAll(/[;.]/g, ':')) return null
  const drops = rate.drops ? 'yes' : 'no'
  return { kind: 'frame', values: { timecode, rate: framesPerSecond(rate), drops, nearest } }
}

/**
 * The same in the first of some formats in which it is wrong.
 * @param transcript null if the rate is known only if it is chosen
 */
export function wrongStartIn(
  ids: readonly FormatId[],
  options: Partial<OutputOptions>,
  transcript: RuledTranscript | null,
): WrongStart | null {
  const wrong = ids.map((id) => {
    const { output: has } = formats[id]
    const output = fittedOutput(options, has)
    const { startTimecode, frameRate, dropFrame } = output
    if (transcript !== null) return wrongStart(startTimecode, has, fileFrames(output, transcript))
    if (startTimecode === null || !isTimecode(startTimecode)) return wrongStart(startTimecode, has, {})
    return frameRate === null
      ? null
      : wrongStart(startTimecode, has, { frameRate, ...(dropFrame === null ? {} : { dropFrame }) })
  })
  return wrong.find((each) => each !== null) ?? null
}
