import type {
  EditOutcome,
  HistoryLabel,
  TranscriptState,
  TranscriptUpdate,
} from '#contracts/calls/transcripts'
import { sameCaptionRules } from '#core/edits/same'
import { framesKey } from '#core/frames/video-frames'
import { withCaptionRules } from '#core/transcript/caption-settings'
import { sameCaptionTiming, withCaptionTiming } from '#core/transcript/caption-timing'
import { withFillers } from '#core/transcript/filler-choice'
import { withNumbers } from '#core/transcript/number-choice'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { keepSame, sameParagraph, unpackParagraph, unpackTranscript } from './unpack-transcript.ts'

/** The last state that the studio confirmed. */
export interface ConfirmedState {
  readonly transcript: Transcript
  /** Number of the newest edit it contains. */
  readonly editNumber: number
  readonly running: boolean
  readonly undo: HistoryLabel
  readonly redo: HistoryLabel
  /** Ids of the edits that it contains and the previous state did not. */
  readonly editIds: readonly string[]
}

/** Builds the state from a whole transcript; items equal to those in `known` keep their identity. */
export function confirmWhole(state: TranscriptState, known: Transcript | null): ConfirmedState {
  const fresh = unpackTranscript(state)
  const transcript = known === null ? fresh : mergeTranscript(known, fresh, fresh.paragraphs)
  return { transcript, ...headOf(state) }
}

/**
 * Applies an update. `fetched` holds all paragraphs requested since the last state; those it does not contain are kept
 * from the known state.
 */
export function confirmUpdate(
  update: TranscriptUpdate,
  known: Transcript,
  fetched: ReadonlyMap<string, Paragraph>,
): ConfirmedState {
  const knownById = new Map(known.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const paragraphs = update.order.flatMap((id): Paragraph[] => {
    const paragraph = fetched.get(id) ?? knownById.get(id)
    return paragraph === undefined ? [] : [paragraph]
  })
  return { transcript: mergeTranscript(known, update, paragraphs), ...headOf(update) }
}

/**
 * Ids to request in addition to an update: paragraphs that are new here, the neighbors of all that were added or removed
 * (a split or a join also changes the adjacent paragraph), and paragraphs whose speaker was removed.
 */
export function missingIds(
  update: Pick<TranscriptUpdate, 'order' | 'speakers'>,
  known: Transcript,
  fetched: ReadonlyMap<string, Paragraph>,
): string[] {
  const knownIds = new Set(known.paragraphs.map((paragraph) => paragraph.id))
  const present = new Set(update.order)
  const wanted = new Set<string>()
  const want = (id: string | undefined): void => {
    if (id !== undefined && present.has(id) && !fetched.has(id)) wanted.add(id)
  }
  update.order.forEach((id, index) => {
    if (knownIds.has(id)) return
    want(id)
    want(update.order[index - 1])
    want(update.order[index + 1])
  })
  known.paragraphs.forEach(({ id }, index) => {
    if (present.has(id)) return
    want(known.paragraphs[index - 1]?.id)
    want(known.paragraphs[index + 1]?.id)
  })
  const speakers = new Set<string | null>(update.speakers.map((speaker) => speaker.id)).add(null)
  for (const { id, speakerId } of known.paragraphs) if (!speakers.has(speakerId)) want(id)
  return [...wanted]
}

/** False if a mark is newer than the local words; a later event will then list them. */
export function marksFit({ marks, paragraphs }: Transcript, known: Transcript): boolean {
  if (marks === known.marks) return true
  const ids = new Set(paragraphs.flatMap(({ words }) => words.map((word) => word.id)))
  return marks.every((mark) => ids.has(mark.fromWordId) && ids.has(mark.toWordId))
}

export function unpackAll(update: TranscriptUpdate): Map<string, Paragraph> {
  return new Map(update.paragraphs.map((packed) => [packed.id, unpackParagraph(packed)]))
}

/** The window's own edits were accepted as sent, so the studio's state equals the local result. */
export function confirmOwn(
  known: ConfirmedState,
  outcome: EditOutcome,
  transcript: Transcript,
): ConfirmedState {
  const { editNumber, undo, redo } = outcome
  return { ...known, transcript, editNumber, undo, redo, editIds: [] }
}

function headOf({
  editNumber,
  state,
  undo,
  redo,
  editIds = [],
}: TranscriptState | TranscriptUpdate): Omit<ConfirmedState, 'transcript'> {
  return { editNumber, running: state === 'running', undo, redo, editIds }
}

const hasSameFrames = (
  { frames: a }: Pick<Transcript, 'frames'>,
  { frames: b }: Pick<Transcript, 'frames'>,
): boolean => a === b || (a !== undefined && b !== undefined && framesKey(a) === framesKey(b))

function mergeTranscript(
  known: Transcript,
  next: Omit<Transcript, 'id' | 'recordingId' | 'run' | 'paragraphs'>,
  paragraphs: readonly Paragraph[],
): Transcript {
  const knownById = new Map(known.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const kept = paragraphs.map((paragraph) => {
    const before = knownById.get(paragraph.id)
    return before !== undefined && sameParagraph(before, paragraph) ? before : paragraph
  })
  const unchanged =
    kept.length === known.paragraphs.length &&
    kept.every((paragraph, index) => paragraph === known.paragraphs[index])
  const merged = {
    ...known,
    language: next.language,
    speakers: keepSame(known.speakers, next.speakers),
    turns: keepSame(known.turns, next.turns),
    marks: keepSame(known.marks, next.marks),
    paragraphs: unchanged ? known.paragraphs : kept,
    ...(next.frames === undefined || hasSameFrames(known, next) ? {} : { frames: next.frames }),
  }
  const timed = sameCaptionTiming(known.captionTiming, next.captionTiming)
    ? merged
    : withCaptionTiming(merged, next.captionTiming ?? null)
  const ruled = sameCaptionRules(known, next) ? timed : withCaptionRules(timed, next.captionRules ?? null)
  const shown = known.fillers === next.fillers ? ruled : withFillers(ruled, next.fillers ?? null)
  return known.numbers === next.numbers ? shown : withNumbers(shown, next.numbers ?? null)
}
