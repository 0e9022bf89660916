import { captionsEndMs } from '../caption-timing.ts'
import { movedTime } from '../time-map.ts'
import type { MarkProblem } from './mark-kind.ts'
import type { MarkWords } from './mark-words.ts'

/** For kinds that concern the place before one word. */
export function mustLieOnOneWord(_value: unknown, { count }: MarkWords): MarkProblem[] {
  return count === 1 ? [] : [{ rule: 'mark-span', detail: `${count} words` }]
}

export function mustSayText(value: string): MarkProblem[] {
  return value.trim() === '' ? [{ rule: 'mark-value', detail: 'no text' }] : []
}

/** For a time that sets the edge of a cue beginning or ending with one word. */
export function mustBeTimeOnOneWord(ms: number, words: MarkWords): MarkProblem[] {
  const problems = mustLieOnOneWord(ms, words)
  return isTime(ms, words) ? problems : [...problems, { rule: 'mark-value', detail: `${ms} ms` }]
}

/** Once captions were moved in time, a set time may be outside the recording, and between two ms. */
function isTime(ms: number, { durationMs, captionTiming }: MarkWords): boolean {
  if (durationMs === undefined) return Number.isFinite(ms)
  const isInside = Number.isSafeInteger(ms) && ms >= 0 && ms <= durationMs
  if (isInside || captionTiming === undefined) return isInside
  const shown = movedTime(ms, captionTiming)
  return shown >= 0 && shown <= captionsEndMs(durationMs, captionTiming)
}
