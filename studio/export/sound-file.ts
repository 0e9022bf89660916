import { chaptersAmong } from '#core/chapters/chapter'
import type { DocumentWithExtras } from '#core/formats/format'
import type { SoundChoices, SoundFileId } from '#core/formats/sounds/sound-files'
import { keptPart } from '#core/cut/kept-part'
import type { KeptSpans } from '#core/cut/kept-spans'
import { trackOfRun } from '#core/tracks/mix'
import type { Library, RecordingSource } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { goneSound } from '../originals/gone-sound.ts'
import { readSoundSource } from '../sound/sound-file/sound-source.ts'
import type { SoundTags } from '../sound/sound-file/sound-tags.ts'
import {
  writeSoundFile,
  type WriteSoundOptions,
  type WrittenSound,
} from '../sound/sound-file/write-sound-file.ts'
import { dateOfRecording, type RecordingDate } from './recording-date.ts'
import { sourceOfDocument } from './source-of-document.ts'

/** What is kept of a recording, and the document of that, in its own time. */
export interface SoundOfCut {
  readonly kept: KeptSpans
  readonly document: DocumentWithExtras
}

interface Wanted {
  readonly signal?: AbortSignal
  /** Default: the document's part. */
  readonly cut?: SoundOfCut
}

export type MakeSoundOptions = Omit<WriteSoundOptions, 'kept' | 'silences' | 'tags'> & Wanted

/**
 * Writes the sound of a document's recording to `output`: what is kept of the track that was transcribed, silent where the
 * document requires it, with its title, people, chapters and cover.
 * Throws `media.moved`, `sound.deleted`, and those of reading and writing.
 */
export async function makeSoundFile(
  library: Library,
  document: DocumentWithExtras,
  id: SoundFileId,
  output: string,
  choices: SoundChoices,
  options: MakeSoundOptions,
): Promise<WrittenSound> {
  const { silences = [] } = document
  const { recording, source, kept, tags } = await soundOfDocument(library, document, options)
  try {
    return await writeSoundFile(source, id, output, choices, { ...options, kept, silences, tags })
  } catch (error) {
    throw await goneSound(library, recording, error)
  }
}

/** What files of a document's sound are made of. Throws `media.moved`, `sound.deleted`, those of reading it. */
export async function soundOfDocument(library: Library, document: DocumentWithExtras, options: Wanted = {}) {
  const { transcript, part } = document
  const recording = await library.recording(transcript.recordingId)
  const source = await readSoundSource(recording.path, trackOfRun(transcript.run.settings), options).catch(
    async (error: unknown) => {
      throw await goneSound(library, recording, error)
    },
  )
  const durationMs = document.recording.durationMs || (source.file.durationSeconds ?? 0) * 1_000
  const origin = await sourceOfDocument(library, document)
  const recorded = await dateOfRecording(library, recording)
  const { cut } = options
  return {
    recording,
    source,
    kept: cut?.kept ?? keptPart(part, durationMs, source.sampleRate),
    tags:
      cut === undefined
        ? soundTags(document, recording, origin, recorded, part?.startMs ?? 0)
        : soundTags(cut.document, recording, origin, recorded, 0),
  }
}

/** `fromMs`: the time of the document at which the file begins. */
function soundTags(
  document: DocumentWithExtras,
  recording: StoredRecording,
  source: RecordingSource | null,
  recorded: RecordingDate,
  fromMs: number,
): SoundTags {
  const { title, date = '', moments = [] } = document.recording
  const names = document.transcript.speakers.flatMap(({ name }) => (name === null ? [] : [name]))
  return {
    title: title === '' ? recording.title : title,
    people: [...new Set(names)],
    album: source?.podcast ?? '',
    date: DATE.test(date) ? date : dayOf(recorded),
    chapters: chaptersAmong(moments).map((chapter) => ({ ...chapter, atMs: chapter.atMs - fromMs })),
    cover: source?.picture ?? null,
  }
}

/** Typed dates may be of any form; tags have one. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u

/** The day of publication, else the one on which it was recorded; empty if neither is known. */
function dayOf({ atMs, kind }: RecordingDate): string {
  if (kind === 'added') return ''
  const date = new Date(atMs)
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((value) => String(value).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}
