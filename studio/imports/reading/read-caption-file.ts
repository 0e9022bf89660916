import type { ReadFile } from '#core/formats/reading/read-bytes'
import { readAside } from './read-aside.ts'
import { textFileBytes } from './text-file-bytes.ts'

/**
 * Reads captions, a transcript or a text of any format by its name and content. `shownAs`: the file's name in messages.
 * Throws `media.not-found`, `media.not-a-file`, and those of `readCaptionBytes`.
 */
export async function readCaptionFile(
  file: string,
  shownAs: string,
  signal?: AbortSignal,
): Promise<ReadFile> {
  return await readCaptionBytes(await textFileBytes(file, shownAs, signal), shownAs, signal)
}

/**
 * Like `readCaptionFile`, from bytes. Throws `media.empty-file`, `format.not-read`, `format.unreadable`,
 * `format.too-large`, `format.too-slow`, `job.cancelled`.
 */
export async function readCaptionBytes(
  bytes: Uint8Array,
  shownAs: string,
  signal?: AbortSignal,
): Promise<ReadFile> {
  return await readAside('captions', bytes, shownAs, signal)
}
