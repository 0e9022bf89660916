import { trackOfRun } from '#core/tracks/mix'
import type { DocumentWithExtras } from '#core/formats/format'
import type { Studio } from '../studio.ts'
import type { CutOfFilm } from './captioned-video.ts'
import { filmsFolder } from './film-files.ts'
import { type SoundOfCut, soundOfDocument } from './sound-file.ts'

/**
 * What the film of a cut is made of. `whole`: the document of the whole recording, which says what is silent.
 * Throws `media.moved`, `sound.deleted`, and those of reading the file.
 */
export async function filmOfCut(
  { library, cacheFolder }: Pick<Studio, 'library' | 'cacheFolder'>,
  whole: DocumentWithExtras,
  cut: SoundOfCut,
  signal: AbortSignal,
): Promise<CutOfFilm> {
  const { transcript, silences = [] } = whole
  const { source, kept, tags } = await soundOfDocument(library, whole, { cut, signal })
  return {
    kept,
    silences,
    source,
    tags,
    folder: filmsFolder(cacheFolder, transcript.recordingId),
    track: trackOfRun(transcript.run.settings),
  }
}
