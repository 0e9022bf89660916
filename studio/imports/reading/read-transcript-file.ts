import type { ReadResult } from '#core/formats/format'
import { readAside } from './read-aside.ts'
import { textFileBytes } from './text-file-bytes.ts'

/**
 * Reads and validates a `.parolo.json`. `shownAs`: the file's name in messages.
 * Throws `media.not-found`, `media.not-a-file`, `media.empty-file`, `transcript.not-whole`, `transcript.foreign`,
 * `transcript.newer-version`, `transcript.wrong-member`, `format.too-large`, `format.too-slow`.
 */
export async function readTranscriptFile(
  path: string,
  shownAs: string,
  signal?: AbortSignal,
): Promise<ReadResult> {
  return await readAside('own', await textFileBytes(path, shownAs, signal), shownAs, signal)
}
