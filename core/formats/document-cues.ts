import type { CaptionNames } from '../captions/caption-names.ts'
import { makeCues, type Cue } from '../captions/cues.ts'
import { rulesOf } from '../captions/presets/transcript-rules.ts'
import type { DocumentWithExtras, WriteOptions } from './format.ts'

/**
 * The captions of a document: those in the options, else those made by its rules and marks, as on the page.
 */
export function documentCues(
  { transcript, recording }: DocumentWithExtras,
  options: WriteOptions,
  names: CaptionNames,
): readonly Cue[] {
  if (options.cues !== undefined) return options.cues
  const { language } = transcript
  const rules = options.rules ?? rulesOf(transcript)
  return makeCues(transcript, rules, { durationMs: recording.durationMs, language, names })
}
