import { type CutReason, isCutReason } from '../../cut-reason.ts'
import type { MarkProblem } from '../mark-kind.ts'
import { jsonMark } from '../mark-kind.ts'
import type { MarkWords } from '../mark-words.ts'

/** Former time of cut words, in whole ms of the recording. */
export interface CutSound {
  readonly reason: CutReason
  readonly startMs: number
  readonly endMs: number
}

/** The sound of cut words that a person deleted from the text afterwards, on the nearest word: it stays cut. */
export const cutSound = jsonMark(
  'cut-sound',
  {
    onEdit: 'stays',
    whenGone: (value) => ({ kind: 'cut-sound', value }),
    divides: 'nowhere',
    inNewer: 'passage',
    onRedacted: 'first',
    effect: 'none',
    isResettable: false,
    onTrim: 'moves',
    settles: null,
    silenceOf: null,
    mapTimes: ({ startMs, endMs, reason }, map) => ({ reason, startMs: map(startMs), endMs: map(endMs) }),
    holdsText: false,
    outlastsWords: true,
    named: {
      set: { en: 'cutting sound', fr: 'la coupe d’un passage' },
      removed: { en: 'restoring cut sound', fr: 'le rétablissement d’un passage coupé' },
    },
  },
  isCutSound,
  mustBeSpanOfRecording,
)

function isCutSound(value: unknown): value is CutSound {
  if (typeof value !== 'object' || value === null) return false
  const { reason, startMs, endMs, ...others } = value as Record<string, unknown>
  const areTimes = typeof startMs === 'number' && typeof endMs === 'number'
  return isCutReason(reason) && areTimes && Object.keys(others).length === 0
}

function mustBeSpanOfRecording(
  { startMs, endMs }: CutSound,
  { durationMs = Infinity }: MarkWords,
): MarkProblem[] {
  const isSpan =
    Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs) && startMs >= 0 && endMs >= startMs
  return isSpan && endMs <= durationMs ? [] : [{ rule: 'mark-value', detail: `${startMs} to ${endMs} ms` }]
}
