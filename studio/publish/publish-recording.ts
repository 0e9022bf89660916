import { Fault } from '#contracts/errors'
import { chaptersAmong } from '#core/chapters/chapter'
import type { DocumentWithExtras } from '#core/formats/format'
import { mediaTypeOf } from '#core/formats/media-files'
import { webLink } from '#core/links/web-link'
import { type DescriptionLines, descriptionLines } from '#core/podcasts/description-lines'
import type { FeedSound } from '#core/podcasts/feed-lines'
import { documentOfPart } from '#core/trim/trimmed-document'
import { exportedName } from '../export/exported-name.ts'
import { cutTranscriptDocument, soundOfCut } from '../export/recording-cut.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import type { Library, TranscriptFacts } from '../library/library.ts'
import type { Studio } from '../studio.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { type KeptNotes, notesOf } from './notes-of.ts'
import { type PublishedFile, publishedFiles, type PublishedSound } from './published-files.ts'

export interface PublishedRecording {
  readonly transcriptId: string
  /** Suggested stem of the file names. */
  readonly stem: string
  readonly language: string
  /** Name of the sound's file; null without sound, and of the cut until its sound is made. */
  readonly media: string | null
  readonly hasSound: boolean
  /** Name of the recording's file as it is. */
  readonly fileName: string
  /** Address of the published sound, which the page tries before the file; null if there is none. */
  readonly soundAddress: string | null
  readonly files: readonly PublishedFile[]
  /** For the feed's lines; null for a text without sound. `bytes`: null for a new file. */
  readonly sound: (Omit<FeedSound, 'address' | 'bytes'> & { readonly bytes: number | null }) | null
  /** The feed has a line of this sound. */
  readonly isInFeed: boolean
  /** The chapters, for the description of a video. */
  readonly description: DescriptionLines
  /** What the files leave out but the sound still contains. */
  readonly leftInSound: 'redacted' | 'cut' | null
  /** Captions were moved in time, the sound is not. */
  readonly captionsMoved: boolean
  /** Something is cut. */
  readonly hasCut: boolean
  /** The files are of the cut. */
  readonly isCut: boolean
  readonly notes: KeptNotes
}

export interface ToPublish {
  readonly recordingId: string
  /** Default: the current one. */
  readonly transcriptId?: string | undefined
  /** Address of the published sound; empty: none. Default: the one in the feed. */
  readonly soundAddress?: string | undefined
  /** Name of a new file of the sound next to the page. */
  readonly soundName?: string | undefined
  /** Only what is kept, or all. Default: what is kept, unless the feed has the sound already. */
  readonly cut?: boolean | undefined
}

/** The files to publish with a recording. Faults `recording.unknown`, `recording.no-transcript`, `cut.nothing`. */
export async function publishRecording(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  { recordingId, transcriptId, soundAddress: typedAddress, soundName, cut: wantsCut }: ToPublish,
  locale?: string,
): Promise<PublishedRecording> {
  const { library } = studio
  const recording = await library.recording(recordingId)
  const all = await library.transcriptsOf(recordingId)
  const facts = all.find(({ id, current, state }) =>
    transcriptId === undefined ? current && state === 'done' : id === transcriptId,
  )
  if (facts === undefined) throw new Fault('recording.no-transcript', { reference: recording.title })
  refusePart(recording.title, facts)
  const { id } = facts
  const isMade = soundName !== undefined
  const [hasCut = false] = await library.haveCuts([id])
  const inFeed = await addressOfSound(library, recordingId, undefined)
  const ofCut = (wantsCut ?? (hasCut && inFeed === undefined)) ? await cutOf(studio, id, wantsCut) : null
  const document = ofCut ?? inTimeOfSound(await transcriptDocument(library, id, { isTitled: true }), isMade)
  const hasSound = recording.bytes > 0
  // The recording's own file has other times than the cut.
  const media = soundName ?? (hasSound && ofCut === null ? recording.fileName : undefined)
  // The feed's address is that of another file than a new one.
  const isOther = isMade || ofCut !== null
  const soundAddress = await addressOfSound(library, recordingId, typedAddress ?? (isOther ? '' : undefined))
  const { durationMs } = document.recording
  const notes = await notesOf(library, recording, document, locale)
  const notesFile: PublishedFile = {
    kind: 'notes',
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(notes.text),
  }
  const files = await publishedFiles(document, withoutUndefined<PublishedSound>({ media, soundAddress }))
  return {
    transcriptId: id,
    stem: await exportedName(library, recording),
    language: document.transcript.language,
    media: media ?? null,
    hasSound,
    fileName: recording.fileName,
    soundAddress: soundAddress ?? null,
    files: notes.text === '' ? files : [...files, notesFile],
    sound:
      media === undefined
        ? null
        : { name: media, bytes: isMade ? null : recording.bytes, type: mediaTypeOf(media), durationMs },
    isInFeed: soundAddress !== undefined && typedAddress === undefined,
    description: descriptionOf(document),
    leftInSound: media === undefined || isMade ? null : leftInSound(document),
    notes,
    captionsMoved: media !== undefined && document.transcript.captionTiming !== undefined,
    hasCut,
    isCut: ofCut !== null,
  }
}

/** The document of the cut; null if nothing is kept and nobody asked for it. Fault `cut.nothing`. */
async function cutOf(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  transcriptId: string,
  wanted: boolean | undefined,
): Promise<DocumentWithExtras | null> {
  if (wanted === true) return (await soundOfCut(studio, transcriptId)).document
  const { document, cut } = await cutTranscriptDocument(studio, transcriptId, { isTitled: true })
  return cut.kept.spans.length === 0 ? null : document
}

/** A document whose times are those of its sound: of a new file that begins where its part does, or of the recording. */
export const inTimeOfSound = (document: DocumentWithExtras, isMade: boolean): DocumentWithExtras =>
  isMade && document.part !== undefined ? documentOfPart(document, document.part) : document

/** What files of a document leave out, but the recording's own file still has. */
export function leftInSound({ silences = [], part }: DocumentWithExtras): 'redacted' | 'cut' | null {
  if (silences.length > 0) return 'redacted'
  return part === undefined ? null : 'cut'
}

/** A document's chapters as lines for the description of a video. */
export const descriptionOf = ({ recording }: DocumentWithExtras): DescriptionLines =>
  descriptionLines(chaptersAmong(recording.moments ?? []), recording.durationMs)

/** Where listeners get a recording's sound: as typed, else as its feed says; undefined if unknown. */
export async function addressOfSound(
  library: Pick<Library, 'episodeOfRecording'>,
  recordingId: string,
  typed: string | undefined,
): Promise<string | undefined> {
  const given = typed ?? (await library.episodeOfRecording(recordingId))?.soundAddress ?? ''
  const address = webLink(given)
  return /^https?:/iu.test(address) ? address : undefined
}

/** Published files must cover the whole recording. Fault `transcript.part`. */
export function refusePart(title: string, { part }: Pick<TranscriptFacts, 'part'>): void {
  if (part === null) return
  const { startMs, endMs } = part
  throw new Fault('transcript.part', { title, from: { timeMs: startMs }, to: { timeMs: endMs } })
}
