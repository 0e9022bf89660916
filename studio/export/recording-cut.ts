import { readFile } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { cutDocument, type DocumentOfCut } from '#core/cut/cut-document'
import { findKeptSpans, type FoundSpans, type WantedCut } from '#core/cut/find-kept-spans'
import { type LoudnessCurve, loudnessOfPeaks } from '#core/cut/loudness'
import type { KeptSpans } from '#core/cut/kept-spans'
import type { DocumentWithExtras } from '#core/formats/format'
import { gridOfVideo } from '#core/frames/video-frames'
import { redactedDocument } from '#core/redaction/redacted-document'
import type { CutStretch } from '#core/transcript/cut-reason'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import { codeOf } from '../faults/error-code.ts'
import { soundFiles } from '../sound/decode.ts'
import type { Studio } from '../studio.ts'
import { openedDocument, type Named } from './transcript-document.ts'

/** Samples a second where a recording's own are not known. */
const USUAL_RATE = 48_000

type Parts = Pick<Studio, 'library' | 'cacheFolder'>

interface WholeRecording extends WantedCut {
  /** All of it, also of a trimmed recording. */
  readonly transcript: Transcript
  readonly stretches: readonly CutStretch[]
}

/** What is kept of a recording, and by what it was found. */
export interface RecordingCut extends FoundSpans {
  readonly of: WholeRecording
}

/** What is kept of the recording of a transcript. Faults: `transcript.unknown`, `recording.unknown`. */
export async function recordingCut(
  { library, cacheFolder }: Parts,
  transcriptId: string,
): Promise<RecordingCut> {
  const transcript = await library.transcript(transcriptId)
  const { recordingId } = transcript
  const { media, durationMs: length } = await library.card(recordingId)
  const durationMs = length ?? 0
  const part = await library.trim(recordingId)
  const stretches = await library.cutStretches(recordingId)
  const frames = transcript.frames === undefined ? null : gridOfVideo(transcript.frames)
  return findRecordingCut({
    transcript,
    stretches,
    durationMs,
    rate: media?.tracks[0]?.sampleRate ?? USUAL_RATE,
    loudness: await loudnessOf({ library, cacheFolder }, recordingId),
    ...(part === null ? {} : { part }),
    ...(frames === null ? {} : { frames }),
  })
}

/** The same of a recording with other marks and stretches, before they are stored. */
export const findRecordingCut = (whole: WholeRecording): RecordingCut => ({
  ...findKeptSpans(whole),
  of: whole,
})

/** Null while the recording is not decoded: edges that nobody set are those of the words then. */
export async function loudnessOf(
  { library, cacheFolder }: Parts,
  recordingId: string,
): Promise<LoudnessCurve | null> {
  const { track } = await library.mediaPlace(recordingId)
  if (track === null) return null
  const bytes = await readFile(soundFiles(cacheFolder, recordingId, track).peaks).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  return bytes === null
    ? null
    : loudnessOfPeaks(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/**
 * The document of the cut as it may leave the library, in the cut's own time; redacted words are placeholders. `silences`:
 * times of the whole recording to silence.
 * Faults: those of `transcriptDocument`.
 */
export async function cutTranscriptDocument(
  studio: Parts,
  transcriptId: string,
  named: Named = {},
): Promise<DocumentOfCut & { readonly cut: RecordingCut; readonly silences: readonly TimeSpan[] }> {
  const cut = await recordingCut(studio, transcriptId)
  const { document, transcript } = await openedDocument(studio.library, transcriptId, named)
  const redacted = redactedDocument(document, transcript)
  return { ...cutDocument(redacted, cut.kept), cut, silences: redacted.silences ?? [] }
}

/**
 * What files of the cut's sound are made of, with its document. Fault `cut.nothing`, and those of `transcriptDocument`.
 */
export async function soundOfCut(
  studio: Parts,
  transcriptId: string,
): Promise<{ readonly kept: KeptSpans; readonly document: DocumentWithExtras; readonly cut: RecordingCut }> {
  const { document, cut } = await cutTranscriptDocument(studio, transcriptId, { isTitled: true })
  if (cut.kept.spans.length === 0) throw new Fault('cut.nothing', { title: document.recording.title })
  return { kept: cut.kept, document, cut }
}
