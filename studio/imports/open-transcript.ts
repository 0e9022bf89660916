import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Correction, DocumentWithExtras } from '#core/formats/format'
import { json } from '#core/formats/json/json'
import type { MeetingFacts } from '#core/moments/moment'
import { trackOfRun } from '#core/tracks/mix'
import type { RecordingFacts } from '#core/transcript/document'
import { isThere } from '../drives/files.ts'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import type { MediaBeside } from './media-beside.ts'
import { addMedia } from '../originals/keep-original.ts'
import { readTranscriptFile } from './reading/read-transcript-file.ts'

export interface TranscriptFile {
  /** Where its content is now stored. */
  readonly path: string
  readonly fileName: string
  /** The person's folder for the file, which may also contain its recording; null if unknown. */
  readonly folder: string | null
}

export interface OpenedTranscript {
  readonly recording: StoredRecording
  readonly transcriptId: string
  /** False: the recording already has this transcript, and nothing changed. */
  readonly isNew: boolean
  /** Corrections made in order to read it. */
  readonly corrections: readonly Correction[]
}

export interface OpenParts {
  readonly library: Library
  readonly dataFolder: string
  readonly mediaBeside: MediaBeside
  /** Recordings sent by a browser, keyed by their name there without extension. */
  readonly sentNames?: ReadonlyMap<string, string>
}

/**
 * Imports a `.parolo.json` as a transcript of the recording identified by its hash: one in the library, else
 * the file in the same folder, else a recording without audio. Never replaces anything. Throws the faults of
 * `readTranscriptFile`, and those of adding that recording.
 */
export async function openTranscript(
  parts: OpenParts,
  file: TranscriptFile,
  options: { readonly copy: boolean; readonly signal: AbortSignal },
): Promise<OpenedTranscript> {
  const { library } = parts
  const { document: read, corrections } = await readTranscriptFile(file.path, file.fileName, options.signal)
  // Facts of the recording are not part of the transcript, which is identical with and without them.
  const { document, meeting } = withoutMeeting(read)
  const text = textOf(document)
  const sha256 = sha256For(document.recording, text)
  const known = await library.findRecordingByContent(sha256)
  const same = known === undefined ? null : await sameTranscript(library, known, document, text)
  const found = await addMediaBeside(parts, file, document, sha256, known, options)
  if (same !== null && known !== undefined) {
    await library.addMeetingFacts(known.id, meeting)
    return { recording: known, transcriptId: same, isNew: false, corrections }
  }
  const given = document.recording
  const title = given.title || stemOf(given.fileName) || stemOf(file.fileName)
  const fileName = found?.fileName ?? (baseName(given.fileName) || `${title}.wav`)
  const durationMs = Math.max(given.durationMs, lastEndOf(document))
  const kept = known ?? { title, fileName, sha256 }
  if (found !== undefined && known === undefined && found.title !== title) {
    await library.renameRecording(found.id, title)
  }
  const { recordingId, transcriptId, isNew } = await library.importTranscript({
    recording: {
      // Where the recording is expected, so that the person knows which file to look for.
      path: file.folder === null ? '' : path.join(file.folder, fileName),
      fileName,
      title,
      bytes: 0,
      mtimeMs: 0,
      sha256,
    },
    track: { index: trackOfRun(document.transcript.run.settings), durationMs },
    settingsKey: fileKey(text),
    transcript: document.transcript,
    members: {
      extra: document.extra ?? {},
      facts: {
        given,
        kept: { title: kept.title, fileName: kept.fileName, sha256: kept.sha256, durationMs },
      },
    },
  })
  await library.addMeetingFacts(recordingId, meeting)
  return { recording: await library.recording(recordingId), transcriptId, isNew, corrections }
}

/** Key of a transcript that was imported from a file with this text. */
function fileKey(text: string): string {
  return `file:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}

/** The same key, computed from a document. */
export const fileKeyOf = (document: DocumentWithExtras): string =>
  fileKey(textOf(withoutMeeting(document).document))

function withoutMeeting({ recording, ...rest }: DocumentWithExtras): {
  readonly document: DocumentWithExtras
  readonly meeting: MeetingFacts
} {
  const { moments, cuts, date, place, soundDeletedOn, ...facts } = recording
  return {
    document: { ...rest, recording: facts },
    meeting: {
      moments: moments ?? [],
      cuts: cuts ?? [],
      date: date ?? '',
      place: place ?? '',
      soundDeletedOn: soundDeletedOn ?? '',
    },
  }
}

/** Looks for the audio of a recording that is new to the library or whose file is missing. */
async function addMediaBeside(
  { library, dataFolder, mediaBeside }: OpenParts,
  { fileName, folder }: TranscriptFile,
  { recording }: DocumentWithExtras,
  sha256: string,
  known: StoredRecording | undefined,
  options: { readonly copy: boolean; readonly signal: AbortSignal },
): Promise<StoredRecording | undefined> {
  if (folder === null || !isHash(recording.sha256)) return undefined
  if (known !== undefined && (await isThere(known.path))) return undefined
  const stem = stemOf(fileName)
  const names = [baseName(recording.fileName), stem + path.extname(recording.fileName)]
  const media = await mediaBeside.find(folder, sha256, names, options.signal)
  return media === null ? undefined : addMedia({ library, dataFolder }, media, options)
}

/** A transcript of the recording with the same content, however it was made. */
async function sameTranscript(
  library: Library,
  { id }: StoredRecording,
  document: DocumentWithExtras,
  text: string,
): Promise<string | null> {
  for (const { id: transcriptId, state } of await library.transcriptsOf(id)) {
    if (state !== 'done') continue
    const members = await library.importedMembers(transcriptId)
    const there = { recording: document.recording, transcript: await library.transcript(transcriptId) }
    if (textOf(members === null ? there : { ...there, extra: members.extra }) === text) return transcriptId
  }
  return null
}

function textOf(document: DocumentWithExtras): string {
  const written = json.write?.(document, { speakerLabel: String })
  if (written === undefined) throw new Error('the format is not written')
  return written.text
}

/** A recording is identified by its hash; if the file gives none, the hash of the file's text is used instead. */
function sha256For({ sha256 }: RecordingFacts, text: string): string {
  return isHash(sha256) ? sha256.toLowerCase() : createHash('sha256').update(text).digest('hex')
}

const isHash = (sha256: string): boolean => /^[0-9a-f]{64}$/iu.test(sha256)

/** File names from other systems may include folders, contrary to the format. */
const baseName = (file: string): string => file.split(/[/\\]/u).at(-1) ?? ''
const stemOf = (file: string): string =>
  baseName(file).replace(/(?:\.parolo)?\.json$|\.[\p{L}\p{N}]{1,12}$/iu, '')

const lastEndOf = ({ transcript }: DocumentWithExtras): number =>
  transcript.paragraphs.reduce(
    (latest, { words }) => words.reduce((end, word) => Math.max(end, word.endMs), latest),
    0,
  )
