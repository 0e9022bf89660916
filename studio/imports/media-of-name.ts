import path from 'node:path'
import { splitName } from '#core/formats/file-names'
import { isMediaFile, isVideoFile } from '#core/formats/media-files'
import { entriesIn } from '../drives/files.ts'

/**
 * The recording with the same name in a file's folder, also `talk.mp4` for `talk.en.srt`; undefined if there
 * is none. `preferVideo`: if there are a film and its sound, the film.
 */
export async function mediaOfName(
  file: { readonly folder: string; readonly fileName: string },
  preferVideo = false,
): Promise<string | undefined> {
  const names = (await entriesIn(file.folder))
    .map(({ name }) => name)
    .filter((name) => isMediaFile(name))
    .toSorted()
  for (const stem of stemsOf(file.fileName)) {
    const named = names.filter((name) => splitName(name).stem === stem)
    const found = (preferVideo ? named.find((name) => isVideoFile(name)) : undefined) ?? named[0]
    if (found !== undefined) return path.join(file.folder, found)
  }
  return undefined
}

/** A caption file's name without extension, and also without a language before it. */
export function stemsOf(fileName: string): string[] {
  const { stem } = splitName(fileName)
  const plain = stem.replace(/\.(?:[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*|labels|whisper|podcast|ebuttd)$/iu, '')
  return plain === stem || plain === '' ? [stem] : [stem, plain]
}
