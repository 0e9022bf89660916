import type { TimeSpan } from '#core/transcript/time-span'
import type { Edit } from '#core/edits/edit'
import type { Paragraph, Transcript, Word } from '#core/transcript/transcript'

/** What has edges in the waveform: a word or, if `wordId` is null, the whole paragraph. */
export interface EdgeTarget {
  readonly paragraphId: string
  readonly wordId: string | null
}

export type Side = 'start' | 'end'

export const timeOf = ({ startMs, endMs }: TimeSpan, side: Side): number =>
  side === 'start' ? startMs : endMs

export interface WordTimes extends TimeSpan {
  /** Null for a paragraph. */
  readonly text: string | null
  /** Limits of each edge: the adjacent words, and never past the other edge. */
  readonly earliest: Readonly<Record<Side, number>>
  readonly latest: Readonly<Record<Side, number>>
  readonly wordIds: Readonly<Record<Side, string>>
}

/** Minimum duration of a word (core's text edits use the same). */
const MIN_WORD_MS = 20

/** The edges of a target in the current transcript; null if it was removed or has no words. */
export function edgesOf(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  target: EdgeTarget,
  durationMs: number,
): WordTimes | null {
  const paragraph = paragraphs.find(({ id }) => id === target.paragraphId)
  const first = paragraph?.words[0]
  const last = paragraph?.words.at(-1)
  if (paragraph === undefined || first === undefined || last === undefined) return null
  if (target.wordId !== null) return wordEdges(paragraph, target.wordId, durationMs)
  return {
    startMs: first.startMs,
    endMs: last.endMs,
    text: null,
    earliest: { start: 0, end: last.startMs + MIN_WORD_MS },
    latest: { start: first.endMs - MIN_WORD_MS, end: Math.max(durationMs, last.endMs) },
    wordIds: { start: first.id, end: last.id },
  }
}

function wordEdges({ words }: Paragraph, wordId: string, durationMs: number): WordTimes | null {
  const index = words.findIndex(({ id }) => id === wordId)
  const word: Word | undefined = words[index]
  if (word === undefined) return null
  const next = words[index + 1]
  return {
    startMs: word.startMs,
    endMs: word.endMs,
    text: word.text,
    earliest: { start: words[index - 1]?.endMs ?? 0, end: word.startMs + MIN_WORD_MS },
    latest: {
      start: word.endMs - MIN_WORD_MS,
      end: next?.startMs ?? Math.max(durationMs, word.endMs),
    },
    wordIds: { start: wordId, end: wordId },
  }
}

/** Where the edge ends up when moved to `ms`. Whole ms. */
export function heldEdge(edges: WordTimes, side: Side, ms: number): number {
  const { [side]: earliest } = edges.earliest
  const { [side]: latest } = edges.latest
  return Math.round(Math.max(earliest, Math.min(ms, Math.max(earliest, latest))))
}

/** The edit that moves an edge; null if it does not move. */
export function retimeEdit(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  edges: WordTimes,
  side: Side,
  ms: number,
  id: string,
): Edit | null {
  const held = heldEdge(edges, side, ms)
  const wordId = edges.wordIds[side]
  const word = wordOf(paragraphs, wordId)
  if (word === undefined || held === (side === 'start' ? word.startMs : word.endMs)) return null
  const span =
    side === 'start' ? { startMs: held, endMs: word.endMs } : { startMs: word.startMs, endMs: held }
  return { kind: 'retime-word', id, wordId, ...span }
}

function wordOf(paragraphs: readonly Paragraph[], wordId: string): Word | undefined {
  for (const { words } of paragraphs) {
    const word = words.find(({ id }) => id === wordId)
    if (word !== undefined) return word
  }
  return undefined
}
