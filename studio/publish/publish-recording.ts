import { Fault } from '#contracts/errors'
import { exportedName } from '../export/exported-name.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import type { Library, TranscriptFacts } from '../library/library.ts'
import { type PublishedFile, publishedFiles } from './published-files.ts'

export interface PublishedRecording {
  /** Suggested stem of the file names. */
  readonly stem: string
  readonly language: string
  /** Name of the sound's file; null for a text without sound. */
  readonly media: string | null
  readonly files: readonly PublishedFile[]
  /** What the files leave out but the sound still contains. */
  readonly leftInSound: 'redacted' | 'cut' | null
  /** Captions were moved in time, the sound is not. */
  readonly captionsMoved: boolean
  /** Something is cut: the files have it, as the sound does. */
  readonly hasCut: boolean
}

/**
 * The files to publish with a recording; default: of its current transcript. Faults `recording.unknown`,
 * `recording.no-transcript`.
 */
export async function publishRecording(
  library: Library,
  recordingId: string,
  transcriptId?: string,
): Promise<PublishedRecording> {
  const recording = await library.recording(recordingId)
  const all = await library.transcriptsOf(recordingId)
  const facts = all.find(({ id, current, state }) =>
    transcriptId === undefined ? current && state === 'done' : id === transcriptId,
  )
  if (facts === undefined) throw new Fault('recording.no-transcript', { reference: recording.title })
  refusePart(recording.title, facts)
  const { id } = facts
  const document = await transcriptDocument(library, id, { isTitled: true })
  const media = recording.bytes > 0 ? recording.fileName : undefined
  const isRedacted = (document.silences?.length ?? 0) > 0
  const leftOut = isRedacted ? 'redacted' : document.part === undefined ? null : 'cut'
  const [hasCut = false] = await library.haveCuts([id])
  return {
    stem: exportedName(recording),
    language: document.transcript.language,
    media: media ?? null,
    files: await publishedFiles(document, media),
    leftInSound: media === undefined ? null : leftOut,
    captionsMoved: media !== undefined && document.transcript.captionTiming !== undefined,
    hasCut,
  }
}

/** Published files must cover the whole recording. Fault `transcript.part`. */
export function refusePart(title: string, { part }: Pick<TranscriptFacts, 'part'>): void {
  if (part === null) return
  const { startMs, endMs } = part
  throw new Fault('transcript.part', { title, from: { timeMs: startMs }, to: { timeMs: endMs } })
}
