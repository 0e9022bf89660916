import { languageNameIn } from '#core/language/language-name'
import { Fault } from '#contracts/errors'
import type { CaptionRules } from '#core/captions/caption-rules'
import { translationLanguages } from '#core/captions/translations/translation-marks'
import { type CaptionedVideoId, captionedVideos } from '#core/formats/edit-lists/captioned-videos'
import { shiftedDocument } from '#core/formats/shifted-document'
import type { DocumentWithExtras, Loss, LossCode } from '#core/formats/format'
import { programLanguage, say } from '#core/messages/messages'
import { burnCaptions } from '../sound/captioned/burn-captions.ts'
import { encodedSize } from '../sound/captioned/encoded-picture.ts'
import { readFilm } from '../sound/captioned/film.ts'
import { type CaptionTrack, leftOutOfCut, muxCaptions } from '../sound/captioned/mux-captions.ts'
import type { WriteFilmOptions } from '../sound/captioned/run-ffmpeg.ts'
import { type FilmCut, writeCutFilm } from '../sound/captioned/write-cut-film.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import { makeExportAside } from './export-aside.ts'
import type { MakeExportOptions } from './make-export.ts'

/** The film's file name, for a document's name. */
export const captionedVideoName = (name: string, id: CaptionedVideoId): string =>
  name + captionedVideos[id].ending

export interface CaptionedVideo {
  readonly losses: readonly Loss[]
  /** Codecs of the film's streams that are missing from the result. */
  readonly leftOut: readonly string[]
}

export type VideoChoices = MakeExportOptions & {
  /**
   * One track for the text and one for each translation, instead of a single one; not for captions burned
   * into the picture.
   */
  readonly allLanguages?: boolean
  /** Rules of a translation then; default: the transcript's for its language. */
  readonly rulesIn?: (language: string) => CaptionRules
}

export type FilmOptions = Omit<WriteFilmOptions, 'silences' | 'part'> & {
  /** What is kept of the film, where the document is that of its cut. */
  readonly cut?: FilmCut
}

/**
 * Whether the film of a part is made as that of a cut: copied pictures would begin with the key frame before it, and contain
 * what is trimmed away.
 */
export const isMadeAsCut = (part: TimeSpan | undefined, id: CaptionedVideoId): boolean =>
  part !== undefined && (part.startMs > 0 || id === 'burn')

/**
 * Writes the film `media` with a document's captions to `output`: only the document's part, at which the film
 * starts, and silent where the document requires it. The document has the times of the film: a delay of the captions is
 * an option of the output. Throws `video.no-captions`, and the faults of both.
 */
export async function makeCaptionedVideo(
  whole: DocumentWithExtras,
  id: CaptionedVideoId,
  files: { readonly media: string; readonly output: string },
  choices: VideoChoices,
  given: FilmOptions,
): Promise<CaptionedVideo> {
  const { silences, part } = whole
  const document = shiftedDocument(whole, -(part?.startMs ?? 0))
  const { cut, ...run } = given
  if (cut === undefined && isMadeAsCut(part, id))
    throw new Error('the film of a part has no cut to be made as')
  const options = {
    ...run,
    ...(silences === undefined ? {} : { silences }),
    ...(part === undefined ? {} : { part }),
  }
  const film = await readFilm(files.media, { signal: options.signal })
  if (id !== 'burn') {
    const { tracks, losses } = await captionTracks(document, choices, options.signal)
    if (tracks.length === 0) throw new Fault('video.no-captions', { file: film.fileName })
    const { output } = files
    if (cut !== undefined) await writeCutFilm(film, { container: id, tracks }, cut, { ...run, output })
    const leftOut =
      cut === undefined
        ? await muxCaptions(film, tracks, { ...options, container: id, output })
        : leftOutOfCut(film)
    return { losses, leftOut: leftOut.map(({ codec }) => codec) }
  }
  const { picture } = film
  const drawn = picture === null ? choices : { ...choices, picture: encodedSize(picture) }
  const { text, losses } = await makeExportAside(document, 'ass', drawn, { signal: options.signal })
  if (text === null || !/^Dialogue:/mu.test(text))
    throw new Fault('video.no-captions', { file: film.fileName })
  const { output } = files
  if (cut === undefined) await burnCaptions(film, text, { ...options, output })
  else await writeCutFilm(film, { container: 'mp4', burned: text }, cut, { ...run, output })
  return { losses, leftOut: [] }
}

interface CaptionTracks {
  readonly tracks: readonly CaptionTrack[]
  readonly losses: readonly Loss[]
}

/** The chosen language, or all of them; one without any caption is left out. */
async function captionTracks(
  document: DocumentWithExtras,
  { allLanguages = false, rulesIn, ...choices }: VideoChoices,
  signal: AbortSignal | undefined,
): Promise<CaptionTracks> {
  const { transcript } = document
  const languages = allLanguages ? [undefined, ...translationLanguages(transcript)] : [choices.translation]
  const tracks: CaptionTrack[] = []
  const counts = new Map<LossCode, number>()
  for (const [index, translation] of languages.entries()) {
    const rules =
      translation === undefined || rulesIn === undefined ? {} : { translationRules: rulesIn(translation) }
    const wanted = { ...choices, translation, ...rules }
    const { text, losses } = await makeExportAside(document, 'srt', wanted, { signal })
    const language = translation ?? transcript.language
    if (text?.includes('-->') === true) tracks.push({ srt: text, language, title: trackTitle(language) })
    for (const { code, count } of losses) {
      // The second language has its own track; losses of the words are the same in each.
      if (allLanguages && (code === 'translations' || (index > 0 && !OF_TRANSLATION.has(code)))) continue
      counts.set(code, (counts.get(code) ?? 0) + count)
    }
  }
  return { tracks, losses: [...counts].map(([code, count]) => ({ code, count })) }
}

const OF_TRANSLATION: ReadonlySet<LossCode> = new Set([
  'untranslated',
  'unplaced-translations',
  'unplaced-redactions',
])

/** The language's own name, as is usual for tracks. */
function trackTitle(language: string): string {
  const [plain = ''] = language.split(/[-_]/u)
  const fallback = say(programLanguage(language), 'video.track-title')
  if (!/^[a-z]{2,3}$/u.test(plain)) return fallback
  const name = languageNameIn(plain, plain) ?? fallback
  return name.charAt(0).toLocaleUpperCase(plain) + name.slice(1)
}
