import type { CaptionNames } from '../captions/caption-names.ts'
import { makeCues, type Cue } from '../captions/cues.ts'
import { captionNamesOf, rulesOf } from '../captions/presets/transcript-rules.ts'
import type { CaptionRules } from '../captions/caption-rules.ts'
import { type FrameGrid, gridOfVideo } from '../frames/video-frames.ts'
import type { DocumentWithExtras, WriteOptions } from './format.ts'

/**
 * The captions of a document: those in the options, else those made by its rules and marks, as on the page.
 * @param names for formats that have the speaker in a field of its own: never
 */
export function documentCues(
  document: DocumentWithExtras,
  options: WriteOptions,
  names: CaptionNames = namesInText(document, options),
): readonly Cue[] {
  if (options.cues !== undefined) return options.cues
  const { transcript, recording, captionsFrom } = document
  const { language } = transcript
  const { part, durationMs } = captionsFrom ?? { ...document, durationMs: recording.durationMs }
  // The source is shown when it says, or at its words.
  const { captionTiming: _, ...others } = transcript
  const text = captionsFrom === undefined ? transcript : { ...others, ...captionsFrom }
  const { rules, shownOn } = rulesFor(document, options.rules)
  return makeCues(text, rules, {
    durationMs,
    language,
    names,
    ...(shownOn === undefined ? {} : { shownOn }),
    ...(part === undefined ? {} : { part }),
    // Already without its redacted words if it says where sound is silent.
    isRedacted: document.silences !== undefined,
  })
}

/** The rules by which captions are cut, and the frames on which they are shown if their times were moved. */
function rulesFor(
  { transcript, captionsFrom }: DocumentWithExtras,
  given: CaptionRules | undefined,
): { readonly rules: CaptionRules; readonly shownOn?: FrameGrid | null } {
  if (captionsFrom === undefined) return { rules: given ?? rulesOf(transcript) }
  const { frames: _, ...others } = transcript
  const { frames } = captionsFrom
  const grid = frames === undefined ? null : gridOfVideo(frames)
  const rules = given ?? rulesOf(frames === undefined ? others : { ...others, frames })
  return {
    rules: rules.frames === undefined || grid === null ? rules : { ...rules, frames: grid },
    shownOn: transcript.frames === undefined ? null : gridOfVideo(transcript.frames),
  }
}

/** Whether captions show names in their text: as the options say, else the transcript's rules. */
export const namesInText = (
  { transcript }: DocumentWithExtras,
  { captionNames }: Pick<WriteOptions, 'captionNames'>,
): CaptionNames => captionNames ?? captionNamesOf(transcript, 'never')
