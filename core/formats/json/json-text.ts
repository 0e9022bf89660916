import type { Correction, JsonValue } from '../format.ts'
import { checkJsonDepth } from './json-depth.ts'
import { withoutByteOrderMark } from '../reading/text-lines.ts'
import { LATEST_MS } from '../reading/limits.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

/** Values that Python writes but JSON does not allow. */
const notNumbers = /([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g

/** A JSON text; `NaN` and `Infinity` are read as null. Throws UnreadableText. */
export function parseJson(text: string, correct: (correction: Correction) => void): JsonValue {
  const { plain, corrections } = withoutByteOrderMark(text)
  for (const correction of corrections) correct(correction)
  checkJsonDepth(plain)
  const strict = parsed(plain)
  if ('value' in strict) return strict.value
  const repaired = parsed(plain.replaceAll(notNumbers, '$1null'))
  if (!('value' in repaired)) throw new UnreadableText('not-json', '', strict.error)
  correct({ code: 'number-unreadable', line: null, detail: 'NaN' })
  return repaired.value
}

function parsed(text: string): { value: JsonValue } | { error: string } {
  try {
    return { value: JSON.parse(text) as JsonValue }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** Seconds as ms; null for anything but a number of at least 0 that a recording can have. */
export function msOf(seconds: JsonValue | undefined): number | null {
  const value = typeof seconds === 'string' && /^\d+(?:\.\d+)?$/.test(seconds) ? Number(seconds) : seconds
  return typeof value === 'number' && value >= 0 && value * 1_000 <= LATEST_MS
    ? Math.round(value * 1_000)
    : null
}
