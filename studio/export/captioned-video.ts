import { Fault } from '#contracts/errors'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { type CaptionedVideoId, captionedVideos } from '#core/formats/captioned-videos'
import { documentCues } from '#core/formats/document-cues'
import { fitAss } from '#core/formats/fit-ass'
import type { DocumentWithExtras, Loss } from '#core/formats/format'
import { programLanguage, say } from '#core/messages/messages'
import { burnCaptions } from '../sound/captioned/burn-captions.ts'
import { type Film, readFilm } from '../sound/captioned/film.ts'
import { muxCaptions } from '../sound/captioned/mux-captions.ts'
import type { WriteFilmOptions } from '../sound/captioned/run-ffmpeg.ts'
import { makeExport, type MakeExportOptions } from './make-export.ts'

/** The film's name for a document's. */
export const captionedVideoName = (name: string, id: CaptionedVideoId): string =>
  name + captionedVideos[id].ending

export interface CaptionedVideo {
  readonly losses: readonly Loss[]
  /** Streams of the film that are not in the result, by codec. */
  readonly leftOut: readonly string[]
}

/** Writes the film `media` with a document's captions to `output`. Throws `video.no-captions`, and the faults of both. */
export async function makeCaptionedVideo(
  document: DocumentWithExtras,
  id: CaptionedVideoId,
  files: { readonly media: string; readonly output: string },
  choices: MakeExportOptions,
  options: WriteFilmOptions,
): Promise<CaptionedVideo> {
  const film = await readFilm(files.media, { signal: options.signal })
  const names = choices.captionNames ?? captionNamesOf(document.transcript, 'never')
  const shown = { speakerLabel: String, ...choices }
  // Names are drawn too where captions show them; SubStation Alpha's own captions have styles instead.
  const cues = id === 'burn' && names !== 'never' ? { cues: documentCues(document, shown, names) } : {}
  const { text, losses } = await makeExport(document, id === 'burn' ? 'ass' : 'srt', { ...choices, ...cues })
  if (text === null || !/^Dialogue:|-->/mu.test(text))
    throw new Fault('video.no-captions', { file: film.fileName })
  if (id === 'burn') {
    await burnCaptions(film, fitted(text, film), { ...options, output: files.output })
    return { losses, leftOut: [] }
  }
  const language = choices.translation ?? document.transcript.language
  const title = trackTitle(language)
  const leftOut = await muxCaptions(film, text, {
    ...options,
    container: id,
    language,
    title,
    output: files.output,
  })
  return { losses, leftOut: leftOut.map(({ codec }) => codec) }
}

const fitted = (ass: string, { picture }: Film): string => (picture === null ? ass : fitAss(ass, picture))

/** The language's own name, as tracks are usually named. */
function trackTitle(language: string): string {
  const [plain = ''] = language.split(/[-_]/u)
  const fallback = say(programLanguage(language), 'video.track-title')
  if (!/^[a-z]{2,3}$/u.test(plain) || plain === 'und') return fallback
  const name = new Intl.DisplayNames(plain, { type: 'language', fallback: 'none' }).of(plain) ?? fallback
  return name.charAt(0).toLocaleUpperCase(plain) + name.slice(1)
}
