import type { CaptionNames } from '../captions/caption-names.ts'
import { makeCues, type Cue } from '../captions/cues.ts'
import { captionNamesOf, rulesOf } from '../captions/presets/transcript-rules.ts'
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
  const rules = options.rules ?? rulesOf(transcript)
  const { part, durationMs } = captionsFrom ?? { ...document, durationMs: recording.durationMs }
  const text = captionsFrom === undefined ? transcript : { ...transcript, ...captionsFrom }
  return makeCues(text, rules, {
    durationMs,
    language,
    names,
    ...(part === undefined ? {} : { part }),
    // Already without its redacted words if it says where sound is silent.
    isRedacted: document.silences !== undefined,
  })
}

/** Whether captions show names in their text: as the options say, else the transcript's rules. */
export const namesInText = (
  { transcript }: DocumentWithExtras,
  { captionNames }: Pick<WriteOptions, 'captionNames'>,
): CaptionNames => captionNames ?? captionNamesOf(transcript, 'never')
