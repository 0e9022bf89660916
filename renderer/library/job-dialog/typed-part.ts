import type { MessageKey, MessageValues } from '#core/messages/messages'
import { parseTime } from '#core/sound/parse-time'
import { rangeProblem, type TimeRange } from '#core/sound/range'
import { formatDuration } from '../../ui/format-duration.ts'

/** The text of the dialog's two fields. */
export interface TypedPart {
  readonly from: string
  readonly to: string
}

export interface PartProblem {
  readonly field: keyof TypedPart
  readonly message: MessageKey
  readonly values?: MessageValues
}

/** The typed part, or what is wrong with it. `durationMs` is null while unknown. */
export function readPart({ from, to }: TypedPart, durationMs: number | null): TimeRange | PartProblem {
  const [fromMs, toMs] = [timeIn(from), timeIn(to)]
  if (fromMs === null) return { field: 'from', message: 'job.part.no-time' }
  if (toMs === null) return { field: 'to', message: 'job.part.no-time' }
  if (!fromMs && toMs === undefined) return { field: 'from', message: 'job.part.none' }
  const range = { ...(fromMs ? { fromMs } : {}), ...(toMs === undefined ? {} : { toMs }) }
  switch (rangeProblem(range, durationMs)) {
    case 'empty':
      return { field: 'to', message: 'job.part.empty' }
    case 'beyond-end': {
      const field = durationMs !== null && (fromMs ?? 0) >= durationMs ? 'from' : 'to'
      return { field, message: 'job.part.beyond-end', values: { length: formatDuration(durationMs ?? 0) } }
    }
    case null:
      return range
  }
}

export function isProblem(part: TimeRange | PartProblem): part is PartProblem {
  return 'message' in part
}

/** Undefined for an empty field, null for an invalid time. */
function timeIn(typed: string): number | null | undefined {
  return typed.trim() === '' ? undefined : parseTime(typed)
}
