import { makeCues, type Cue } from '../captions/cues.ts'
import { presetFor } from '../captions/rules.ts'
import type { DocumentWithExtras, WriteOptions } from './format.ts'

/** The captions of a document by the options' rules, with `Name:` where `speakerName` gives one. */
export function documentCues(
  { transcript, recording }: DocumentWithExtras,
  options: WriteOptions,
  speakerName?: (speakerId: string) => string | null,
): Cue[] {
  return makeCues(transcript, options.rules ?? presetFor(transcript.language), {
    durationMs: recording.durationMs,
    language: transcript.language,
    ...(speakerName === undefined ? {} : { speakerName }),
  })
}
