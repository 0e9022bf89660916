import { keptPart } from '#core/cut/kept-part'
import type { DocumentWithExtras } from '#core/formats/format'
import type { FilmCut } from '../../sound/captioned/write-cut-film.ts'
import { readSoundSource } from '../../sound/sound-file/sound-source.ts'
import { noTags } from '../../sound/sound-file/testing/sound-files.ts'

/** What the film of a document's part is made of; its pieces are in `folder`. */
export async function cutOfPart(
  media: string,
  { part, silences = [] }: DocumentWithExtras,
  folder: string,
): Promise<FilmCut> {
  const source = await readSoundSource(media, 0)
  const durationMs = (source.file.durationSeconds ?? 0) * 1_000
  return { kept: keptPart(part, durationMs, source.sampleRate), silences, source, tags: noTags, folder }
}
