import { EditRefused } from './refused.ts'

/** Limits that an edit cannot derive from the transcript alone. */
export interface EditLimits {
  /** The recording's length: no time of an edit may exceed it. */
  readonly durationMs?: number
}

/** The span of an edit, limited to the recording. @throws EditRefused `bad-time` */
export function checkedSpan(
  edit: { readonly id: string; readonly startMs: number; readonly endMs: number },
  limits: EditLimits,
): { startMs: number; endMs: number } {
  const { startMs, endMs } = edit
  const whole = Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs)
  if (!whole || startMs < 0 || endMs < startMs) throw new EditRefused('bad-time', edit.id)
  const last = limits.durationMs ?? endMs
  return { startMs: Math.min(startMs, last), endMs: Math.min(endMs, last) }
}
