import type { CaptionedVideoId } from '#core/formats/edit-lists/captioned-videos'
import type { DocumentWithExtras } from '#core/formats/format'
import { readSoundSource, type SoundSource } from '../sound/sound-file/sound-source.ts'
import type { FilmCut } from '../sound/captioned/write-cut-film.ts'
import type { Studio } from '../studio.ts'
import { isMadeAsCut } from './captioned-video.ts'
import { filmsFolder } from './film-files.ts'
import { type SoundOfCut, soundOfDocument } from './sound-file.ts'

/**
 * What the film of a cut is made of: all its sound tracks are cut alike. `whole`: the document of the whole recording, which
 * says what is silent. Throws `media.moved`, `sound.deleted`, and those of reading the file.
 */
export async function filmOfCut(
  { library, cacheFolder }: Pick<Studio, 'library' | 'cacheFolder'>,
  whole: DocumentWithExtras,
  cut: SoundOfCut,
  signal: AbortSignal,
): Promise<FilmCut> {
  const made = await soundOfDocument(library, whole, { cut, signal })
  return filmOf(cacheFolder, whole, made, signal)
}

/**
 * What the film of a trimmed recording is made of, as that of a cut; null if its streams are copied. Throws as `filmOfCut`.
 */
export async function filmOfTrim(
  { library, cacheFolder }: Pick<Studio, 'library' | 'cacheFolder'>,
  whole: DocumentWithExtras,
  id: CaptionedVideoId,
  signal: AbortSignal,
): Promise<FilmCut | null> {
  if (!isMadeAsCut(whole.part, id)) return null
  return filmOf(cacheFolder, whole, await soundOfDocument(library, whole, { signal }), signal)
}

async function filmOf(
  cacheFolder: string,
  { transcript, silences = [] }: DocumentWithExtras,
  { source, kept, tags }: Pick<FilmCut, 'source' | 'kept' | 'tags'>,
  signal: AbortSignal,
): Promise<FilmCut> {
  const sounds: SoundSource[] = []
  for (const { index } of source.file.tracks)
    sounds.push(await readSoundSource(source.file.path, index, { signal }))
  const folder = filmsFolder(cacheFolder, transcript.recordingId)
  return { kept, silences, source, sounds, tags, folder }
}
