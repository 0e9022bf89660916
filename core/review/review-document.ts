import { placesToCheck } from '../doubt/places-to-check.ts'
import type { Doubt } from '../doubt/reasons.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import { readTranscript } from '../reading/read-transcript.ts'
import { redactedDocument } from '../redaction/redacted-document.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { PlaceKind } from './review-data.ts'

/** A transcript as a review page may have it, and its places to check. */
export interface ReviewDocument {
  /** Redacted and as it is read; of one speaker alone if that was asked for, without chapters then. */
  readonly document: DocumentWithExtras
  readonly places: readonly WordsToCheck[]
  /** What other speakers say of a page for one alone, in ms. */
  readonly othersMs: readonly { readonly startMs: number; readonly endMs: number }[]
}

/** Words that are doubted; ids as a mark that settles it has them. */
export interface WordsToCheck {
  readonly fromWordId: string
  readonly toWordId: string
  readonly startMs: number
  readonly endMs: number
  readonly kind: PlaceKind
}

/**
 * What a review page contains.
 * @param opened the document before redaction; `whole` as for `redactedDocument`
 * @param doubts those of the whole transcript that are likely
 * @param speakerId whose words alone it has; null: everybody's
 */
export function reviewDocument(
  { document: opened, whole }: { readonly document: DocumentWithExtras; readonly whole: Transcript },
  doubts: readonly Doubt[],
  speakerId: string | null,
): ReviewDocument {
  const redacted = redactedWords(whole)
  const places = placesToCheck(whole, doubts).map(({ doubt, startMs, endMs }) => ({
    fromWordId: doubt.fromWordId,
    toWordId: doubt.toWordId,
    startMs,
    endMs,
    kind: kindOf(doubt),
  }))
  const made = redactedDocument(opened, whole)
  const read = { ...made, transcript: readTranscript(made.transcript) }
  const document = speakerId === null ? withoutMarks(read) : ofSpeaker(read, speakerId)
  const shown = new Set(document.transcript.paragraphs.flatMap(({ words }) => words.map(({ id }) => id)))
  const order = new Map(
    whole.paragraphs.flatMap(({ words }) => words.map(({ id }) => id)).map((id, index) => [id, index]),
  )
  const redactedBefore = countBefore(order, redacted)
  return {
    document,
    places: places.filter(({ fromWordId, toWordId }) => {
      const [from, to] = [order.get(fromWordId) ?? 0, order.get(toWordId) ?? 0]
      // Where somebody doubts redacted words, the mark alone would say too much.
      const isOpen = redactedBefore[to + 1] === redactedBefore[from]
      return isOpen && shown.has(fromWordId) && shown.has(toWordId)
    }),
    othersMs:
      speakerId === null
        ? []
        : read.transcript.paragraphs
            .filter((paragraph) => paragraph.speakerId !== speakerId)
            .flatMap(({ words }) => words.map(({ startMs, endMs }) => ({ startMs, endMs }))),
  }
}

function countBefore(
  order: ReadonlyMap<string, number>,
  redacted: ReadonlyMap<string, string | null>,
): number[] {
  const counts = [0]
  for (const id of order.keys()) counts.push((counts.at(-1) ?? 0) + (redacted.has(id) ? 1 : 0))
  return counts
}

/** Marks, comments among them, and who the turns are of stay in the library. */
const withoutMarks = ({ transcript, ...others }: DocumentWithExtras): DocumentWithExtras => ({
  ...others,
  transcript: { ...transcript, marks: [], turns: [] },
})

function ofSpeaker(document: DocumentWithExtras, speakerId: string): DocumentWithExtras {
  const { transcript, recording, ...others } = withoutMarks(document)
  const { moments: _chapters, ...facts } = recording
  return {
    ...others,
    recording: facts,
    transcript: {
      ...transcript,
      speakers: transcript.speakers.filter(({ id }) => id === speakerId),
      paragraphs: transcript.paragraphs.filter(
        (paragraph) => paragraph.speakerId === speakerId && paragraph.kind === 'speech',
      ),
    },
  }
}

function kindOf({ reasons }: Doubt): PlaceKind {
  const names = new Set(reasons.map(({ reason }) => reason))
  if (names.size === 1 && names.has('speaker-unsure')) return 'speaker'
  if (names.has('speech-without-text')) return 'missing'
  return names.has('text-over-silence') ? 'silence' : 'words'
}
