import type { CaptionNames } from '../captions/caption-names.ts'
import { makeCues, type Cue } from '../captions/cues.ts'
import { presetFor } from '../captions/rules.ts'
import type { DocumentWithExtras, WriteOptions } from './format.ts'

/** The captions of a document by the options' rules, identical to those on the page. */
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
