import { keptText } from '../outgoing/kept-part.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { shiftedDocument } from '../formats/shifted-document.ts'
import { partOfKept, rangeOfRun } from '../sound/range.ts'
import { shortestWordMs } from '../transcript/shortest-word.ts'
import { withMappedTimes } from '../transcript/marks/mark-times.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph, Speaker, Transcript, Word } from '../transcript/transcript.ts'

/**
 * The document without what is outside the kept part: words (by their midpoint), turns, moments, marks on
 * deleted words. Times remain those of the whole recording, within the part, and all speakers stay, so that their
 * numbers do not change.
 */
export function trimmedDocument(document: DocumentWithExtras, part: TimeSpan): DocumentWithExtras {
  return withWordsOf(document, part)
}

function withWordsOf(
  document: DocumentWithExtras,
  part: TimeSpan,
  keeps?: (word: Word) => boolean,
): DocumentWithExtras {
  const { transcript, recording } = document
  const isIn = (ms: number): boolean => ms >= part.startMs && ms < part.endMs
  const turns = transcript.turns.flatMap((turn) => spanWithin(turn, part))
  const moments = recording.moments?.filter(({ atMs }) => isIn(atMs))
  const cuts = recording.cuts?.flatMap((cut) => spanWithin(cut, part))
  return {
    ...document,
    recording: {
      ...recording,
      ...(moments === undefined ? {} : { moments }),
      ...(cuts === undefined ? {} : { cuts }),
    },
    transcript: { ...transcript, ...keptText(transcript, part, keeps), turns },
    part,
  }
}

/**
 * The document of a recording reduced to this part: its times count from the part's start. A word whose
 * remainder is too short to be heard is deleted, as are speakers of whom nothing remains.
 */
export function documentOfPart(document: DocumentWithExtras, part: TimeSpan): DocumentWithExtras {
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

function spanWithin<Span extends TimeSpan>(span: Span, part: TimeSpan): Span[] {
  const startMs = Math.max(span.startMs, part.startMs)
  const endMs = Math.min(span.endMs, part.endMs)
  return endMs > startMs ? [{ ...span, startMs, endMs }] : []
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
