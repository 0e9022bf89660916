import { createHash } from 'node:crypto'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { type FormatId, formats } from '#core/formats/formats'
import { json } from '#core/formats/json/json'
import { withLanguage } from '#core/formats/reading/recut-document'
import type { DocumentWithExtras } from '#core/formats/format'
import { afterVideoStart } from '#core/formats/video-start'
import type { ReadFile } from '#core/formats/reading/read-bytes'
import { splitName } from '#core/formats/file-names'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { probe } from '../sound/probe.ts'
import { mediaOfName, stemsOf } from './media-of-name.ts'
import type { OpenedTranscript, OpenParts, TranscriptFile } from './open-transcript.ts'
import { addMedia, isUnidentified, locateOriginal } from '../originals/keep-original.ts'
import { readCaptionFile } from './reading/read-caption-file.ts'

/**
 * Imports captions as a transcript with unchanged cues, for the recording with the same name in the file's
 * folder, else for one without audio. Never replaces anything. Throws the faults of `readCaptionFile`,
 * `transcript.no-times` for a text without times, and those of adding that recording.
 */
export async function openCaptions(
  parts: OpenParts,
  file: TranscriptFile,
  options: { readonly copy: boolean; readonly signal: AbortSignal },
): Promise<OpenedTranscript> {
  const read = await readCaptionFile(file.path, file.fileName, options.signal)
  if (read.hasTimes === false) throw new Fault('transcript.no-times', { file: file.fileName })
  const { corrections, format } = read
  if (read.document.transcript.paragraphs.length === 0) {
    throw new Fault('format.unreadable', { file: file.fileName, format: formats[format].label.en }, '0 cues')
  }
  const document = withLanguage(read.document, undefined)
  const sha256 = contentHash(document)
  const settingsKey = `file:${sha256.slice(0, 32)}`
  const media = file.folder === null ? undefined : await mediaOfName({ ...file, folder: file.folder })
  const sent = media === undefined ? await sentBefore(parts, file) : null
  const known = await knownTranscript(parts.library, settingsKey, media ?? sent, options.signal)
  if (known !== null) return { ...known, isNew: false, corrections }
  const recording = media === undefined ? sent : await addMedia(parts, media, options)
  const placed = await inRecordingTime(parts.library, recording, document, format)
  const given = placed.recording
  const title = given.title || stemsOf(file.fileName).at(-1) || file.fileName
  const fileName = baseName(given.fileName) || title
  const { recordingId, transcriptId, isNew } = await parts.library.importTranscript({
    recording: recording ?? {
      path: file.folder === null ? '' : path.join(file.folder, fileName),
      fileName,
      title,
      bytes: 0,
      mtimeMs: 0,
      sha256,
    },
    track: { index: 0, durationMs: await durationOf(recording, placed, options.signal) },
    settingsKey,
    transcript: placed.transcript,
    members: {
      extra: placed.extra ?? {},
      facts: factsOf(recording, { title, fileName, sha256 }, placed),
    },
  })
  return { recording: await parts.library.recording(recordingId), transcriptId, isNew, corrections }
}

/**
 * Adds captions as a transcript of a recording in the library. `language`: ISO 639, if known. Throws
 * `transcript.no-times`, `format.unreadable` for captions without text.
 */
export async function addCaptionsTo(
  library: OpenParts['library'],
  recording: StoredRecording,
  read: ReadFile,
  { shownAs, language, signal }: { shownAs: string; language: string | undefined; signal: AbortSignal },
): Promise<OpenedTranscript> {
  if (read.hasTimes === false) throw new Fault('transcript.no-times', { file: shownAs })
  if (read.document.transcript.paragraphs.length === 0) {
    throw new Fault('format.unreadable', { file: shownAs, format: formats[read.format].label.en }, '0 cues')
  }
  const document = withLanguage(read.document, language)
  const { transcriptId, isNew } = await library.importTranscript({
    recording,
    track: { index: 0, durationMs: await durationOf(recording, document, signal) },
    settingsKey: `file:${contentHash(document).slice(0, 32)}`,
    transcript: document.transcript,
    members: { extra: document.extra ?? {}, facts: factsOf(recording, recording, document) },
  })
  return { recording, transcriptId, isNew, corrections: read.corrections }
}

/** Frames of a file count from the video's first, times of the library from the beginning of the sound. */
async function inRecordingTime(
  library: OpenParts['library'],
  recording: StoredRecording | null,
  document: DocumentWithExtras,
  format: FormatId,
): Promise<DocumentWithExtras> {
  if (recording === null || formats[format].input?.countsFrames !== true) return document
  const { media } = await library.card(recording.id)
  return media?.frames == null ? document : afterVideoStart(document, media.frames)
}

/** The same captions give the same transcript, whatever the layout of the file. */
function contentHash(document: DocumentWithExtras): string {
  const written = json.write?.(document, { speakerLabel: String })
  if (written === undefined) throw new Error('the format is not written')
  return createHash('sha256').update(written.text).digest('hex')
}

/**
 * The existing transcript of these captions; its recording may get media that is now in the same folder, or
 * be merged with the recording that a browser sent.
 */
async function knownTranscript(
  library: OpenParts['library'],
  settingsKey: string,
  media: string | StoredRecording | null,
  signal: AbortSignal,
): Promise<{ readonly recording: StoredRecording; readonly transcriptId: string } | null> {
  const before = await library.importedFrom(settingsKey)
  if (before === null) return null
  const { recordingId, transcriptId } = before
  const recording = await library.recording(recordingId)
  if (media === null || (typeof media !== 'string' && media.id === recordingId))
    return { recording, transcriptId }
  if (!(await isUnidentified(library, recording)))
    return typeof media === 'string' ? null : { recording, transcriptId }
  if (typeof media !== 'string') await library.moveToRecording(recordingId, media.id)
  const located =
    typeof media === 'string' ? await locateOriginal(library, recordingId, media, signal) : media.id
  return { recording: await library.recording(located), transcriptId }
}

/**
 * The recording named by the captions: a browser gives no access to other files in their folder, but may have
 * sent it before.
 */
async function sentBefore(
  { library, sentNames }: OpenParts,
  { folder, fileName }: TranscriptFile,
): Promise<StoredRecording | null> {
  if (folder !== null) return null
  const stems = stemsOf(fileName)
  // The library may have the same content under another name.
  const sent = stems.flatMap((stem) => sentNames?.get(stem) ?? [])[0]
  const isKept = sent !== undefined && (await library.recordings()).some(({ id }) => id === sent)
  if (isKept) return library.recording(sent)
  const named = (await library.recordings()).filter(
    (recording) => recording.bytes > 0 && stems.includes(splitName(recording.fileName).stem),
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

async function durationOf(
  recording: StoredRecording | null,
  { recording: given, transcript }: DocumentWithExtras,
  signal: AbortSignal,
): Promise<number> {
  const lastMs = transcript.paragraphs.reduce(
    (latest, { words }) => words.reduce((end, word) => Math.max(end, word.endMs), latest),
    given.durationMs,
  )
  if (recording === null || recording.durationMs !== null) return lastMs
  const { durationSeconds } = await probe(recording.path, { signal })
  return Math.max(lastMs, Math.round((durationSeconds ?? 0) * 1_000))
}

/**
 * The file's facts about the recording are exported as imported; for a known recording the library's own take
 * precedence.
 */
function factsOf(
  recording: StoredRecording | null,
  own: { readonly title: string; readonly fileName: string; readonly sha256: string },
  { recording: given }: DocumentWithExtras,
) {
  const { title, fileName, sha256 } = recording ?? own
  const kept = { title, fileName, sha256, durationMs: given.durationMs }
  return { given: recording === null ? given : kept, kept }
}

/** File names from other systems may include folders. */
const baseName = (file: string): string => file.split(/[/\\]/u).at(-1) ?? ''
