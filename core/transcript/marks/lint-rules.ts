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
  const { durationMs = Infinity } = words
  if (!Number.isSafeInteger(ms) || ms < 0 || ms > durationMs) {
    problems.push({ rule: 'mark-value', detail: `${ms} ms` })
  }
  return problems
}
