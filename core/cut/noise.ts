import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph } from '../transcript/transcript.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import type { LoudnessCurve } from './loudness.ts'

/** At a word's edges its own sound may go on where its times have ended, in ms. */
const WORD_EDGE_MS = 30
/** Shares of all levels that are below what counts as the level of words, and of the quiet between them. */
const OF_WORDS = 0.75
const OF_PAUSES = 0.2

/** Neither words nor curves change in place. */
const known = new WeakMap<
  readonly Paragraph[],
  { readonly curve: LoudnessCurve | null; readonly made: Between }
>()

interface Between {
  /** The times in which something is said, in order, not overlapping. */
  readonly spoken: readonly TimeSpan[]
  /** Null without a curve. */
  readonly noise: Noise | null
}

/** When something is said, and how loud it is between. */
export function soundBetween(paragraphs: readonly Paragraph[], curve: LoudnessCurve | null): Between {
  const before = known.get(paragraphs)
  if (before?.curve === curve) return before.made
  const spoken = spokenIn(paragraphs)
  const made = { spoken, noise: curve === null ? null : new Noise(curve, spoken) }
  known.set(paragraphs, { curve, made })
  return made
}

const knownSpoken = new WeakMap<readonly Paragraph[], readonly TimeSpan[]>()

/** The times in which something is said, in order, not overlapping. */
export function spokenIn(paragraphs: readonly Paragraph[]): readonly TimeSpan[] {
  const before = knownSpoken.get(paragraphs)
  if (before !== undefined) return before
  const made = uniteSpans(
    paragraphs
      .filter(({ kind }) => kind === 'speech')
      .flatMap(({ words }) => words.filter(({ startMs, endMs }) => endMs > startMs)),
  )
  knownSpoken.set(paragraphs, made)
  return made
}

/** Sound between words, by the levels of the recording itself. */
export class Noise {
  readonly #curve: LoudnessCurve
  readonly #words: number
  readonly #quiet: number

  /** `spoken`: the times in which something is said, in order, not overlapping. */
  constructor(curve: LoudnessCurve, spoken: readonly TimeSpan[]) {
    this.#curve = curve
    this.#words = quantile(this.#levelsIn(spoken), OF_WORDS)
    const pauses = spoken
      .slice(1)
      .map(({ startMs }, place) => ({ startMs: spoken[place]?.endMs ?? startMs, endMs: startMs }))
    this.#quiet = quantile(this.#levelsIn(pauses), OF_PAUSES)
  }

  /** Where a time between two words is as loud as a share of speech, from the quiet (0) to words (1); in order. */
  loudIn({ startMs, endMs }: TimeSpan, share: number): TimeSpan[] {
    const { grainMs, levels } = this.#curve
    if (this.#words <= this.#quiet) return []
    const loud = this.#quiet + share * (this.#words - this.#quiet)
    const found: TimeSpan[] = []
    const end = Math.min(levels.length, Math.floor((endMs - WORD_EDGE_MS) / grainMs))
    for (let at = Math.ceil((startMs + WORD_EDGE_MS) / grainMs); at < end; at += 1) {
      if ((levels[at] ?? 0) < loud) continue
      const last = found.at(-1)
      if (last?.endMs === at * grainMs)
        found[found.length - 1] = { startMs: last.startMs, endMs: (at + 1) * grainMs }
      else found.push({ startMs: at * grainMs, endMs: (at + 1) * grainMs })
    }
    return found
  }

  #levelsIn(spans: readonly TimeSpan[]): Float64Array {
    const { grainMs, levels } = this.#curve
    const found: number[] = []
    for (const { startMs, endMs } of spans) {
      const end = Math.min(levels.length, Math.floor(endMs / grainMs))
      for (let at = Math.ceil(startMs / grainMs); at < end; at += 1) found.push(levels[at] ?? 0)
    }
    return Float64Array.from(found).sort()
  }
}

/** Of levels in order. */
const quantile = (levels: Float64Array, share: number): number =>
  levels[Math.floor(share * (levels.length - 1))] ?? 0
