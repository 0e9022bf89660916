import type { CaptionNames } from '../captions/caption-names.ts'
import { makeCues, type Cue } from '../captions/cues.ts'
import { presetFor } from '../captions/rules.ts'
import type { DocumentWithExtras, WriteOptions } from './format.ts'

/** The captions of a document by the options' rules, as the page shows and counts them. */
export function documentCues(
  { transcript, recording }: DocumentWithExtras,
  options: WriteOptions,
  names: CaptionNames,
): Cue[] {
  return makeCues(transcript, options.rules ?? presetFor(transcript.language), {
    durationMs: recording.durationMs,
    language: transcript.language,
    names,
  })
}
