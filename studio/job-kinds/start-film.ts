import { randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import type { FilmRequest } from '#contracts/export-requests'
import type { CaptionedVideoSettings } from '#contracts/settings'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { defaultOutput } from '#core/formats/output-options'
import type { Transcript } from '#core/transcript/transcript'
import { CAPTIONED_VIDEO, captionedVideoKey } from './captioned-video.ts'
import type { Library } from '../library/library.ts'
import { readFilm } from '../sound/captioned/film.ts'
import { leftOutOf, leftOutOfCut } from '../sound/captioned/mux-captions.ts'
import { isMadeAsCut } from '../export/captioned-video.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { goneSound } from '../originals/gone-sound.ts'

export interface StartedFilm {
  readonly jobId: string
  /** Codecs of the film's streams that the result's container cannot hold. */
  readonly leftOut: readonly string[]
}

/**
 * Requests a film of a transcript's recording with its captions, as a job. `path`: chosen by the person;
 * null: kept for download. Throws `media.moved`, `sound.deleted`, the faults of reading the film,
 * `video.no-picture`.
 */
export async function startFilm(
  library: Library,
  { transcriptId, film, fileName, options }: FilmRequest,
  path: string | null,
): Promise<StartedFilm> {
  const { transcript, silences = [], part } = await transcriptDocument(library, transcriptId)
  const recording = await library.recording(transcript.recordingId)
  const source = await readFilm(recording.path).catch(async (error: unknown) => {
    throw await goneSound(library, recording, error)
  })
  if (film === 'burn' && source.picture === null)
    throw new Fault('video.no-picture', { file: source.fileName })
  const settings: CaptionedVideoSettings = {
    request: randomUUID(),
    transcriptId,
    film,
    captionNames: captionNamesOf(transcript, options.captionNames ?? 'never'),
    fileName,
    path,
    offsetMs: options.offsetMs ?? 0,
    translation: options.translation ?? null,
    allLanguages: options.allLanguages ?? false,
    captionBox: options.captionBox ?? defaultOutput.captionBox,
    speakerColors: options.speakerColors ?? defaultOutput.speakerColors,
    cut: options.cut === true && (await isSomethingCut(library, await library.transcript(transcriptId))),
  }
  const { id } = await library.requestJob({
    recordingId: recording.id,
    kind: CAPTIONED_VIDEO,
    settings,
    settingsKey: captionedVideoKey(settings),
  })
  if (film === 'burn') return { jobId: id, leftOut: [] }
  const leftOut =
    settings.cut || isMadeAsCut(part, film)
      ? leftOutOfCut(source)
      : leftOutOf(source, film, silences.length > 0)
  return { jobId: id, leftOut: leftOut.map(({ codec }) => codec) }
}

async function isSomethingCut(library: Library, { marks, recordingId }: Transcript): Promise<boolean> {
  const isMarked = marks.some(({ kind }) => kind === 'cut' || kind === 'cut-sound')
  return isMarked || (await library.cutStretches(recordingId)).length > 0
}
