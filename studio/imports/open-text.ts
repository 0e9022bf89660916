import { openCaptions } from './open-captions.ts'
import {
  type OpenedTranscript,
  openTranscript,
  type OpenParts,
  type TranscriptFile,
} from './open-transcript.ts'
import { isOwnTranscript } from './text-files.ts'

export interface OpenedText extends OpenedTranscript {
  /** The recording had other transcripts already. */
  readonly isAnother: boolean
}

/** Imports a transcript or captions of any format that has times. Throws the faults of `openTranscript` and `openCaptions`. */
export async function openText(
  parts: OpenParts,
  file: TranscriptFile,
  options: { readonly copy: boolean; readonly signal: AbortSignal },
): Promise<OpenedText> {
  const isOwn = await isOwnTranscript(file.path, file.fileName)
  const opened = await (isOwn ? openTranscript(parts, file, options) : openCaptions(parts, file, options))
  const there = opened.isNew ? await parts.library.transcriptsOf(opened.recording.id) : []
  const isAnother = there.some(({ id, state }) => id !== opened.transcriptId && state === 'done')
  return { ...opened, isAnother }
}
