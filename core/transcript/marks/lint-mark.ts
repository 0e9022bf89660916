import type { Mark } from './mark.ts'
import type { MarkProblem } from './mark-kind.ts'
import type { MarkWords } from './mark-words.ts'
import { kindOf } from './stored-mark.ts'

/** The rules of its kind that a mark violates. */
export function lintMark(mark: Mark, words: MarkWords): MarkProblem[] {
  const kind = mark.kind === 'unknown' ? undefined : kindOf(mark.kind)
  if (kind === undefined) return []
  if (!kind.isValue(mark.value)) return [{ rule: 'mark-value', detail: JSON.stringify(mark.value) }]
  return kind.lint(mark.value, words)
}
