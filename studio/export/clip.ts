import { Fault } from '#contracts/errors'
import type { ClipSettings } from '#contracts/settings'
import { type ClipChoices, fadeSeconds, LONGEST_CLIP_MS, SHORTEST_CLIP_MS } from '#core/clips/clip-choices'
import { clipAss } from '#core/clips/clip-ass'
import { clipColors } from '#core/clips/clip-colors'
import { type ClipDrawing, clipDrawing } from '#core/clips/clip-drawing'
import { clipDocument, keptOfClip } from '#core/clips/clip-kept'
import { clipLayout } from '#core/clips/clip-layout'
import { quoteOf } from '#core/clips/quote'
import { waveBars } from '#core/clips/wave-bars'
import type { LoudnessCurve } from '#core/cut/loudness'
import { keptPart } from '#core/cut/kept-part'
import { keptMs, type KeptSpans } from '#core/cut/kept-spans'
import type { DocumentWithExtras } from '#core/formats/format'
import { type SoundFileId, usualSound } from '#core/formats/sounds/sound-files'
import { MIX, trackOfRun } from '#core/tracks/mix'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Run } from '#core/transcript/transcript'
import { redactedDocument } from '#core/redaction/redacted-document'
import { croppedTo, pictureFades } from '../sound/captioned/clip-filters.ts'
import { spanLoudness } from '../sound/span-loudness.ts'
import { readFilm } from '../sound/captioned/film.ts'
import type { FilmCut, Framing, WriteCutFilmOptions } from '../sound/captioned/write-cut-film.ts'
import { writeCutFilm } from '../sound/captioned/write-cut-film.ts'
import { writeStillFilm } from '../sound/captioned/write-still-film.ts'
import { writeSoundFile } from '../sound/sound-file/write-sound-file.ts'
import { goneSound } from '../originals/gone-sound.ts'
import type { Studio } from '../studio.ts'
import { clipCover } from './clip-cover.ts'
import { filmsFolder } from './film-files.ts'
import { loudnessOf, recordingCut } from './recording-cut.ts'
import { soundOfDocument } from './sound-file.ts'
import { openedDocument } from './transcript-document.ts'

type Places = Pick<Studio, 'library' | 'cacheFolder'>
export type ClipOf = Pick<ClipSettings, 'transcriptId' | 'fromMs' | 'toMs' | 'cut'>

/** What of a recording a clip is, and its document in its own time. */
interface ClipParts {
  readonly kept: KeptSpans
  /** Of the whole recording; its redacted words are placeholders. */
  readonly whole: DocumentWithExtras
  readonly document: DocumentWithExtras
  readonly span: TimeSpan
}

/** Throws `clip.span`, `cut.nothing`, and those of `transcriptDocument`. */
async function clipParts(
  places: Places,
  { transcriptId, fromMs, toMs, cut: isCut }: ClipOf,
): Promise<ClipParts> {
  const opened = await openedDocument(places.library, transcriptId, { isTitled: true })
  const whole = redactedDocument(opened.document, opened.transcript)
  const { recording, part = { startMs: 0, endMs: recording.durationMs } } = whole
  const isWithin = fromMs >= part.startMs && toMs <= part.endMs
  const length = toMs - fromMs
  if (!isWithin || length < SHORTEST_CLIP_MS || length > LONGEST_CLIP_MS) {
    const { startMs: start, endMs: end } = part
    throw new Fault('clip.span', {
      title: recording.title,
      from: { timeMs: fromMs },
      to: { timeMs: toMs },
      start: { timeMs: start },
      end: { timeMs: end },
    })
  }
  const found = isCut ? await recordingCut(places, transcriptId) : null
  // Finer than any sound's own rate needs, and exact in ms.
  const all = found?.kept ?? keptPart(part, recording.durationMs, RATE)
  const span = { startMs: fromMs, endMs: toMs }
  const kept = keptOfClip(all, span)
  if (kept.spans.length === 0) throw new Fault('cut.nothing', { title: recording.title })
  return { kept, whole, document: clipDocument(whole, kept, isCut), span }
}

/** Samples a second where those of the sound are not asked. */
const RATE = 48_000

/** What a clip shows, and what of the recording it is. Throws as `clipParts`. */
export async function drawClip(
  places: Places,
  of: ClipOf,
  choices: ClipChoices,
  signal: AbortSignal,
): Promise<{ readonly drawing: ClipDrawing; readonly kept: KeptSpans; readonly quote: string }> {
  const parts = await clipParts(places, of)
  const quote = quoteOf(parts.document, of.fromMs)
  return { drawing: await drawingOf(places, parts, choices, signal), kept: parts.kept, quote }
}

async function drawingOf(
  places: Places,
  { kept, whole, document, span }: ClipParts,
  choices: ClipChoices,
  signal: AbortSignal,
): Promise<ClipDrawing> {
  if (choices.picture !== 'wave') return clipDrawing(document, choices, [])
  const { recordingId, run } = whole.transcript
  const loudness =
    (await loudnessOf(places, recordingId)) ?? (await loudnessOfFile(places, recordingId, run, span, signal))
  return clipDrawing(
    document,
    choices,
    waveBars(kept, loudness, whole.silences ?? [], clipLayout(choices).bars),
  )
}

/** Of a recording whose sound is not prepared. */
async function loudnessOfFile(
  { library }: Places,
  recordingId: string,
  run: Run,
  span: TimeSpan,
  signal: AbortSignal,
): Promise<LoudnessCurve> {
  const recording = await library.recording(recordingId)
  const track = trackOfRun(run.settings)
  return spanLoudness(recording.path, track === MIX ? 0 : track, span, signal).catch(
    async (error: unknown) => {
      throw await goneSound(library, recording, error)
    },
  )
}

export interface WriteClip extends ClipOf {
  readonly choices: ClipChoices
  /** Its sound alone; null: a film. */
  readonly sound: SoundFileId | null
}

/**
 * Writes a clip to `output`: nothing is left there if it fails. Throws `clip.span`, `clip.no-cover`, `video.no-picture`,
 * `cut.nothing`, `media.moved`, `sound.deleted`, and those of writing films and files of sound.
 */
export async function writeClip(
  places: Places,
  { choices, sound, ...of }: WriteClip,
  { output, ...run }: WriteCutFilmOptions,
): Promise<void> {
  const { library, cacheFolder } = places
  const parts = await clipParts(places, of)
  const { kept, whole, document } = parts
  const { silences = [] } = whole
  const made = await soundOfDocument(library, whole, { cut: { kept, document }, signal: run.signal })
  const { recording, source } = made
  const tags = { ...made.tags, chapters: [] }
  const fade = fadeSeconds[choices.fade]
  const cut: FilmCut = {
    kept,
    silences,
    source,
    tags,
    sound: { loudness: choices.loudness, fade },
    folder: filmsFolder(cacheFolder, recording.id),
  }
  try {
    if (sound !== null) {
      const chosen = { ...usualSound, loudness: choices.loudness, chapters: false }
      await writeSoundFile(source, sound, output, chosen, { ...run, kept, silences, tags, fade })
      return
    }
    const drawing = await drawingOf(places, parts, choices, run.signal)
    const drawn = clipAss(drawing, choices)
    const after = pictureFades(fade.picture, keptMs(kept) / 1_000)
    if (choices.picture === 'video') {
      const film = await readFilm(recording.path, { signal: run.signal })
      const framing: Framing = { before: croppedTo(choices), after }
      await writeCutFilm(film, { container: 'mp4', burned: drawn, framing }, cut, { ...run, output })
      return
    }
    const jpeg = choices.picture === 'cover' ? await clipCover(library, recording, run.signal) : null
    if (choices.picture === 'cover' && jpeg === null)
      throw new Fault('clip.no-cover', { title: recording.title })
    const cover = jpeg === null || drawing.cover === null ? null : { jpeg, box: drawing.cover }
    const still = { size: drawing.size, background: clipColors.background, cover, drawn, after }
    await writeStillFilm(still, cut, { ...run, output })
  } catch (error) {
    throw await goneSound(library, recording, error)
  }
}
