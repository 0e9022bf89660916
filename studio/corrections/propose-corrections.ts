import { createHash, randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import { MOST_CORRECTIONS } from '#contracts/proposed-corrections'
import { carryCorrections } from '#core/corrections/carry-corrections'
import { findCorrections, SAME_TEXT } from '#core/corrections/find-corrections'
import type { ProposedCorrections } from '#core/corrections/proposed-corrections'
import type { LeftOut, ReturnedDocument } from '#core/corrections/returned-document'
import { returnedFormats, isReturnedFormat } from '#core/corrections/returned-formats'
import { shownText } from '#core/corrections/shown-text'
import { withoutMinutes } from '#core/corrections/without-minutes'
import { cutDocument } from '#core/cut/cut-document'
import { applyEdits } from '#core/edits/apply-edits'
import type { DocumentWithExtras } from '#core/formats/format'
import { programLanguage } from '#core/messages/messages'
import { redactedDocument } from '#core/redaction/redacted-document'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Transcript } from '#core/transcript/transcript'
import { trimmedDocument } from '#core/trim/trimmed-document'
import { findRecordingCut } from '../export/recording-cut.ts'
import { labelIn } from '../export/make-export.ts'
import { meetingFacts } from '../export/transcript-document.ts'
import { readReturnedAside } from '../imports/reading/read-aside.ts'
import type { Library } from '../library/library.ts'
import { isAnswer, proposeAnswer } from '../review/propose-answer.ts'
import { minutesLinesOf } from './minutes-lines-of.ts'

/** Samples a second; which words a cut leaves out depends little on it. */
const SAMPLE_RATE = 48_000

export interface ReturnedFile {
  readonly bytes: Uint8Array
  /** The file's name without folders; its end tells the format. */
  readonly fileName: string
}

export interface Proposal {
  readonly set: ProposedCorrections
  /** The document says with which edit it was exported, so that what was changed here since is known. */
  readonly knowsVersion: boolean
  /** What was left out of the document. */
  readonly leftOut: readonly LeftOut[]
}

/**
 * Compares a returned document with a transcript, or reads the answer of a review page; nothing is stored. Faults:
 * `review.no-answer`, `review.other-recording`, `corrections.other-format`,
 * `corrections.other-text` if fewer than half of the words match, those of reading.
 */
export async function proposeCorrections(
  library: Library,
  transcriptId: string,
  file: ReturnedFile,
  signal?: AbortSignal,
): Promise<Proposal> {
  if (isAnswer(file.bytes)) {
    const set = await proposeAnswer(library, { ...file, transcriptId, nowMs: Date.now() })
    return { set, knowsVersion: true, leftOut: [] }
  }
  const now = await library.transcript(transcriptId)
  const label = labelIn(programLanguage(now.language))
  const numbered = now.speakers.map(({ colour }) => label(colour + 1))
  const names = new Set([...speakerNames(now.speakers, label).values(), ...numbered])
  const returned = await readReturnedAside(file.bytes, file.fileName, [...names], signal)
  const base = await exportedFrom(library, now, returned)
  const source = base ?? now
  const shownAs = isReturnedFormat(returned.format) ? returnedFormats[returned.format].shownAs : 'text'
  const linesOf = await minutesLinesOf(library, source)
  const tries = (await outgoing(library, source)).map((document) => {
    const shown = shownText(source, document, shownAs, label)
    const said = shown.map(({ text }) => text)
    const blocks = withoutMinutes(returned.blocks, linesOf(document), said)
    return findCorrections({ source, outgoing: document }, shown, { blocks }, shownAs)
  })
  const found = tries.reduce((best, each) => (each.share > best.share ? each : best))
  if (found.share < SAME_TEXT)
    throw new Fault('corrections.other-text', { file: file.fileName, percent: Math.floor(found.share * 100) })
  const items = base === null ? found.items : carryCorrections(base, now, found.items)
  const set: ProposedCorrections = {
    id: randomUUID(),
    transcriptId,
    by: returned.by,
    atMs: returned.atMs,
    readAtMs: Date.now(),
    source: {
      format: returned.format,
      fileName: file.fileName,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    },
    items: items.slice(0, MOST_CORRECTIONS),
  }
  return { set, knowsVersion: base !== null, leftOut: returned.leftOut }
}

/** The transcript as it was when the document was exported; null: unknown. */
async function exportedFrom(
  library: Library,
  now: Transcript,
  { origin }: ReturnedDocument,
): Promise<Transcript | null> {
  if (origin === null || origin.transcriptId !== now.id) return null
  const later = (await library.edits(now.id)).filter(({ number }) => number > origin.editNumber)
  const inverses = later.map(({ inverse }) => inverse).toReversed()
  return applyEdits(now, inverses).transcript
}

/** As it is exported: trimmed, with placeholders for redacted words; the whole, and the cut if there is one. */
async function outgoing(
  library: Library,
  transcript: Transcript,
): Promise<readonly [DocumentWithExtras, ...DocumentWithExtras[]]> {
  const { title, fileName, durationMs, sha256 } = await library.recording(transcript.recordingId)
  const part = await library.trim(transcript.recordingId)
  const meeting = await meetingFacts(library, transcript.recordingId)
  const facts = { title, fileName, durationMs: durationMs ?? 0, sha256, ...meeting }
  const document = { recording: facts, transcript }
  const whole = redactedDocument(part === null ? document : trimmedDocument(document, part), transcript)
  const [hasCut] = await library.haveCuts([transcript.id])
  if (hasCut !== true) return [whole]
  const { kept } = findRecordingCut({
    transcript,
    stretches: await library.cutStretches(transcript.recordingId),
    durationMs: durationMs ?? 0,
    rate: SAMPLE_RATE,
    loudness: null,
    ...(part === null ? {} : { part }),
  })
  return [whole, cutDocument(whole, kept).document]
}
