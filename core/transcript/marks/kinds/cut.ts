import { type CutReason, isCutReason } from '../../cut-reason.ts'
import type { MarkProblem } from '../mark-kind.ts'
import { jsonMark } from '../mark-kind.ts'
import type { MarkWords } from '../mark-words.ts'

/** Why words are cut, and where a person set the edges of the cut, in whole ms of the recording. */
export interface CutValue {
  readonly reason: CutReason
  /** Omitted: the quietest place near the first word. */
  readonly startMs?: number
  /** Omitted: the quietest place near the last word. */
  readonly endMs?: number
}

/** The sound of these words is left out of the cut; the transcript keeps them. */
export const cut = jsonMark(
  'cut',
  {
    onEdit: 'stays',
    whenGone: ({ reason, startMs, endMs }, gone) => ({
      kind: 'cut-sound',
      value: { reason, startMs: startMs ?? gone.startMs, endMs: endMs ?? gone.endMs },
    }),
    divides: 'nowhere',
    inNewer: 'kept-words',
    onRedacted: 'both',
    effect: 'none',
    isResettable: false,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    mapTimes: ({ startMs, endMs, ...others }, map) => ({
      ...others,
      ...(startMs === undefined ? {} : { startMs: map(startMs) }),
      ...(endMs === undefined ? {} : { endMs: map(endMs) }),
    }),
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'cutting words', fr: 'la coupe de mots' },
      removed: { en: 'restoring cut words', fr: 'le rétablissement de mots coupés' },
    },
  },
  isCutValue,
  mustBeEdgesOfRecording,
)

function isCutValue(value: unknown): value is CutValue {
  if (typeof value !== 'object' || value === null) return false
  const { reason, startMs, endMs, ...others } = value as Record<string, unknown>
  return isCutReason(reason) && isEdge(startMs) && isEdge(endMs) && Object.keys(others).length === 0
}

const isEdge = (value: unknown): value is number | undefined =>
  value === undefined || typeof value === 'number'

function mustBeEdgesOfRecording(
  { startMs = 0, endMs = startMs + 1 }: CutValue,
  { durationMs = Infinity }: MarkWords,
): MarkProblem[] {
  const areEdges = Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs) && startMs >= 0
  return areEdges && endMs > startMs && endMs <= Math.max(durationMs, startMs + 1)
    ? []
    : [{ rule: 'mark-value', detail: `${startMs} to ${endMs} ms` }]
}
