import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { cutWordIds } from './cut-runs.ts'
import { firstAbove } from './first-above.ts'
import { cutSpans } from './joins.ts'
import type { KeptSpans } from './kept-spans.ts'

/** A word that is said around a join. */
export interface JoinWord extends Pick<Word, 'id' | 'text' | 'startMs' | 'endMs'> {
  /** `cut`: its sound is left out. */
  readonly side: 'before' | 'cut' | 'after'
  /** A person struck it; its sound may stay. */
  readonly isStruck: boolean
}

/** A cut whose sound is recognized again: what is left out, in ms of the recording, and what is said around it, in order of time. */
export interface JoinToRecognize extends TimeSpan {
  /** Of what is heard at the join: the same as long as its own cut is, whatever is cut elsewhere. */
  readonly key: string
  readonly words: readonly JoinWord[]
}

/** Words further away are not recognized with it, in ms. */
const AROUND_MS = 6_000
/** Less at an end of the kept part is no cut: it may be the rest of a frame. */
const LEAST_MS = 50

/**
 * The cuts at which words may be lost or left over: those with a word near them, in order. `part`: trim, whose own ends are
 * no cuts. `isWanted`: by key. `kept` at 48,000 samples a second wherever keys are compared.
 */
export function joinsToRecognize(
  kept: KeptSpans,
  transcript: Pick<Transcript, 'paragraphs' | 'marks'>,
  part?: TimeSpan,
  isWanted: (key: string) => boolean = () => true,
): JoinToRecognize[] {
  const cuts = cutSpans(kept).flatMap(({ startMs, endMs }) => {
    const cut = {
      startMs: Math.max(startMs, part?.startMs ?? 0),
      endMs: Math.min(endMs, part?.endMs ?? Infinity),
    }
    return cut.endMs - cut.startMs >= LEAST_MS && isWanted(keyOf(cut)) ? [cut] : []
  })
  if (cuts.length === 0) return []
  const struck = cutWordIds(transcript)
  const spoken = transcript.paragraphs
    .filter(({ kind }) => kind === 'speech')
    .flatMap(({ words }) => words)
    .filter(({ startMs, endMs }) => endMs > startMs)
    .toSorted((a, b) => a.startMs - b.startMs)
  const starts = Float64Array.from(spoken, ({ startMs }) => startMs)
  return cuts.flatMap(({ startMs, endMs }) => {
    const sideOf = ({ startMs: from, endMs: to }: Word): JoinWord['side'] => {
      const middle = (from + to) / 2
      return middle < startMs ? 'before' : middle < endMs ? 'cut' : 'after'
    }
    const words = spoken
      .slice(firstAbove(starts, startMs - AROUND_MS), firstAbove(starts, endMs + AROUND_MS))
      .map((word): JoinWord => {
        const { id, text } = word
        const span = { startMs: word.startMs, endMs: word.endMs }
        return { id, text, ...span, side: sideOf(word), isStruck: struck.has(id) }
      })
    return words.length === 0 ? [] : [{ key: keyOf({ startMs, endMs }), startMs, endMs, words }]
  })
}

const keyOf = ({ startMs, endMs }: TimeSpan): string => `${Math.round(startMs)}-${Math.round(endMs)}`
