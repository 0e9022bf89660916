import type { MarkProblem } from '../mark-kind.ts'
import { jsonMark } from '../mark-kind.ts'
import type { MarkWords } from '../mark-words.ts'

/** Former time of redacted words, in ms of the recording. */
export interface RedactedSound {
  readonly startMs: number
  readonly endMs: number
  /**
   * Set if the mark is on one word alone: the words were before it, at the transcript's start, or after it,
   * at its end.
   */
  readonly place?: 'before' | 'after'
}

/**
 * The sound of redacted words that were removed between these two words, or that became shorter: it stays
 * silent, and text inserted between the words is redacted. On a single word without `place`, nothing is in
 * between.
 */
export const redactedSound = jsonMark(
  'redacted-sound',
  {
    onEdit: 'moves',
    divides: 'nowhere',
    inNewer: 'passage',
    onRedacted: 'never-leaves',
    effect: 'none',
    isResettable: false,
    onTrim: 'moves',
    settles: null,
    silenceOf: ({ startMs, endMs }) => ({ startMs, endMs }),
    whenGone: null,
    holdsText: false,
    named: {
      set: { en: 'adding a silence', fr: 'l’ajout d’un silence' },
      removed: { en: 'removing a silence', fr: 'le retrait d’un silence' },
    },
    mapTimes: ({ startMs, endMs, ...others }, map) => ({
      startMs: map(startMs),
      endMs: map(endMs),
      ...others,
    }),
    outlastsWords: true,
  },
  isRedactedSound,
  mustBeSpanOfRecording,
)

function isRedactedSound(value: unknown): value is RedactedSound {
  if (typeof value !== 'object' || value === null) return false
  const { startMs, endMs, place, ...others } = value as Record<string, unknown>
  return (
    typeof startMs === 'number' &&
    typeof endMs === 'number' &&
    (place === undefined || place === 'before' || place === 'after') &&
    Object.keys(others).length === 0
  )
}

function mustBeSpanOfRecording({ startMs, endMs }: RedactedSound, words: MarkWords): MarkProblem[] {
  const isSpan =
    Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs) && startMs >= 0 && endMs >= startMs
  return isSpan && endMs <= (words.durationMs ?? Infinity)
    ? []
    : [{ rule: 'mark-value', detail: `${startMs} to ${endMs} ms` }]
}
