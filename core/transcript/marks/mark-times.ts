import type { Mark } from './mark.ts'
import { kindOf } from './stored-mark.ts'

/** Whether it sets when a caption is shown. */
export const isCaptionTime = (mark: Mark): mark is Extract<Mark, { kind: 'cue-start' | 'cue-end' }> =>
  mark.kind === 'cue-start' || mark.kind === 'cue-end'

/** The mark with the times in its value mapped; the same mark if its kind has none. */
export function withMappedTimes(mark: Mark, map: (ms: number) => number): Mark {
  const mapTimes = kindOf(mark.kind)?.behavior.mapTimes
  return mapTimes === undefined || mapTimes === null
    ? mark
    : ({ ...mark, value: mapTimes(mark.value, map) } as Mark)
}
