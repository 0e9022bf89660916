import type { Mark } from './mark.ts'
import { kindOf } from './stored-mark.ts'

/** The mark with the times in its value mapped; the same mark if its kind has none. */
export function withMappedTimes(mark: Mark, map: (ms: number) => number): Mark {
  const mapTimes = kindOf(mark.kind)?.behavior.mapTimes
  return mapTimes === undefined || mapTimes === null
    ? mark
    : ({ ...mark, value: mapTimes(mark.value, map) } as Mark)
}
