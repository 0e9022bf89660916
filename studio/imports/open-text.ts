import { openCaptions } from './open-captions.ts'
import {
  type OpenedTranscript,
  openTranscript,
  type OpenParts,
  type TranscriptFile,
} from './open-transcript.ts'
import { isOwnTranscript } from './text-files.ts'

/** Imports a transcript or captions of any format that has times. Throws the faults of `openTranscript` and `openCaptions`. */
export async function openText(
  parts: OpenParts,
  file: TranscriptFile,
  options: { readonly copy: boolean; readonly signal: AbortSignal },
): Promise<OpenedTranscript> {
  const isOwn = await isOwnTranscript(file.path, file.fileName)
  return isOwn ? openTranscript(parts, file, options) : openCaptions(parts, file, options)
}
