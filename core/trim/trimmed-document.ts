import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { shiftedDocument } from '../formats/shifted-document.ts'
import { partOfKept, rangeOfRun } from '../sound/range.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import { shortestWordMs } from '../transcript/shortest-word.ts'
import { withMappedTimes } from '../transcript/marks/mark-times.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Paragraph, Speaker, Transcript, SpeakerSegment, Word } from '../transcript/transcript.ts'

/**
 * The document without what is outside the kept part: words (by their midpoint), turns, moments, marks on
 * deleted words. Times remain those of the whole recording, and all speakers stay, so that their numbers do
 * not change.
 */
export function trimmedDocument(document: DocumentWithExtras, part: TimeSpan): DocumentWithExtras {
  return withWordsOf(document, part, () => true)
}

function withWordsOf(
  document: DocumentWithExtras,
  part: TimeSpan,
  keeps: (word: Word) => boolean,
): DocumentWithExtras {
  const { transcript, recording } = document
  const isIn = (ms: number): boolean => ms >= part.startMs && ms < part.endMs
  const paragraphs = transcript.paragraphs.flatMap((paragraph): Paragraph[] => {
    const words = paragraph.words.filter((word) => isIn((word.startMs + word.endMs) / 2) && keeps(word))
    return words.length === 0 ? [] : [{ ...paragraph, words }]
  })
  const turns = transcript.turns.flatMap((turn) => turnWithin(turn, part))
  const moments = recording.moments?.filter(({ atMs }) => isIn(atMs))
  return {
    ...document,
    recording: { ...recording, ...(moments === undefined ? {} : { moments }) },
    transcript: {
      ...transcript,
      paragraphs,
      turns,
      marks: [...marksOnLeftWords(transcript, paragraphs), ...soundOfGone(transcript, paragraphs, part)],
    },
    part,
  }
}

/**
 * The document of a recording reduced to this part: its times count from the part's start. A word whose
 * remainder is too short to be heard is deleted, as are speakers of whom nothing remains.
 */
export function cutDocument(document: DocumentWithExtras, part: TimeSpan): DocumentWithExtras {
  const { part: _part, ...trimmed } = withWordsOf(document, part, (word) => isLeft(word, part))
  const { recording, transcript } = shiftedDocument(trimmed, -part.startMs)
  const durationMs = part.endMs - part.startMs
  const { fromMs: _from, toMs: _to, ...settings } = transcript.run.settings
  const ofPart = partOfKept(rangeOfRun(transcript.run.settings), part)
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => ({
    ...paragraph,
    words: paragraph.words.map((word) => ({
      ...endingBy(word, durationMs),
      ...(word.was === undefined ? {} : { was: word.was.map((former) => endingBy(former, durationMs)) }),
    })),
  }))
  return {
    ...trimmed,
    recording: { ...recording, durationMs },
    transcript: {
      ...transcript,
      run: {
        ...transcript.run,
        settings: { ...settings, ...(ofPart === null ? {} : rangeIn(part, ofPart)) },
      },
      speakers: speakersLeft(document.transcript, transcript),
      paragraphs,
      marks: transcript.marks.map((mark) => withMappedTimes(mark, (ms) => Math.min(ms, durationMs))),
    },
  }
}

/**
 * The range that a transcript of a part covers, from the start of what is kept; a moment if the two do not
 * overlap.
 */
function rangeIn(kept: TimeSpan, { startMs, endMs }: TimeSpan): Record<string, number> {
  const toMs = Math.max(1, endMs - kept.startMs)
  const fromMs = Math.min(startMs - kept.startMs, toMs - 1)
  return fromMs > 0 ? { fromMs, toMs } : { toMs }
}

function isLeft({ startMs, endMs, origin }: Word, part: TimeSpan): boolean {
  const leftMs = Math.min(endMs, part.endMs) - Math.max(startMs, part.startMs)
  return origin !== 'recognised' || leftMs >= shortestWordMs
}

type Timed = Pick<Word, 'startMs' | 'endMs'>

const endingBy = <Item extends Timed>(item: Item, mostMs: number): Item =>
  item.endMs <= mostMs ? item : { ...item, startMs: Math.min(item.startMs, mostMs), endMs: mostMs }

function turnWithin(turn: SpeakerSegment, part: TimeSpan): SpeakerSegment[] {
  const startMs = Math.max(turn.startMs, part.startMs)
  const endMs = Math.min(turn.endMs, part.endMs)
  return endMs > startMs ? [{ ...turn, startMs, endMs }] : []
}

/** Speakers who never had any words stay: a person added them. */
function speakersLeft(
  before: Pick<Transcript, 'speakers' | 'paragraphs' | 'turns'>,
  after: Pick<Transcript, 'paragraphs' | 'turns'>,
): readonly Speaker[] {
  const speaking = ({ paragraphs, turns }: typeof after): Set<string | null> =>
    new Set([...paragraphs, ...turns].map(({ speakerId }) => speakerId))
  const [spoke, speak] = [speaking(before), speaking(after)]
  return before.speakers.filter(({ id }) => !spoke.has(id) || speak.has(id))
}

/**
 * Sound of redacted words within the part that are not left in it, marked on the first remaining word: it
 * stays silent.
 */
function soundOfGone(
  transcript: Pick<Transcript, 'marks' | 'paragraphs' | 'speakers'>,
  left: readonly Paragraph[],
  part: TimeSpan,
): Mark[] {
  const redacted = redactedWords(transcript)
  const there = new Set(left.flatMap(({ words }) => words.map(({ id }) => id)))
  const [first] = there
  const sounds = transcript.marks.flatMap((mark) => {
    const isGone = !there.has(mark.fromWordId) && !there.has(mark.toWordId)
    const behavior = behaviorOf(mark)
    const silence = behavior?.onTrim === 'moves' && isGone ? behavior.silenceOf?.(mark.value) : undefined
    return silence === undefined ? [] : [{ id: mark.id, ...silence }]
  })
  const gone = transcript.paragraphs
    .flatMap(({ words }) => words)
    .filter(({ id }) => redacted.has(id) && !there.has(id))
    .map(({ id, startMs, endMs }) => ({ id: `${id}/trimmed`, startMs, endMs }))
  if (first === undefined) return []
  return [...sounds, ...gone].flatMap(({ id, ...span }): Mark[] => {
    const startMs = Math.max(part.startMs, span.startMs)
    const endMs = Math.min(part.endMs, span.endMs)
    const place = { id, fromWordId: first, toWordId: first }
    return endMs > startMs ? [{ ...place, kind: 'redacted-sound', value: { startMs, endMs } }] : []
  })
}

/** A mark over several words stays on the remaining ones. */
function marksOnLeftWords(
  before: Pick<Transcript, 'marks' | 'paragraphs'>,
  left: readonly Paragraph[],
): Mark[] {
  const places = new Map(before.paragraphs.flatMap(({ words }) => words).map(({ id }, place) => [id, place]))
  const kept = left.flatMap(({ words }) => words.map(({ id }) => ({ id, place: places.get(id) ?? 0 })))
  return before.marks.flatMap((mark): Mark[] => {
    const [from, to] = [places.get(mark.fromWordId), places.get(mark.toWordId)]
    if (from === undefined || to === undefined) return []
    const first = kept[firstFrom(kept, from)]
    const last = kept[firstFrom(kept, to + 1) - 1]
    const isThere = first !== undefined && last !== undefined && first.place <= last.place
    return isThere ? [{ ...mark, fromWordId: first.id, toWordId: last.id }] : []
  })
}

/** Index of the first one at or after this place. */
function firstFrom(kept: readonly { readonly place: number }[], place: number): number {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle]?.place ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
