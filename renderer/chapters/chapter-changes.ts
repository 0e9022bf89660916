import type { Chapter } from '#core/chapters/chapter'

/** One change: added without `before`, deleted without `after`. */
export interface ChapterStep {
  readonly before: Chapter | null
  readonly after: Chapter | null
}

export interface ChapterChanges {
  /** False once it was deleted, here or in another window. */
  isThere(id: string): boolean
  /** `joins`: consecutive changes with the same value are undone together. @returns the step of undo */
  change(step: ChapterStep, joins?: string): string
  /** Undoes a step, even if others followed it. */
  takeBack(stepId: string): void
}

/**
 * The chapter as it is `now`, with the differences between the two applied: another window's changes are
 * kept.
 */
export function changedBy(from: Chapter | null, to: Chapter, now: Chapter | null): Chapter {
  if (from === null || now === null) return to
  const changed = Object.entries(to).filter(([name, value]) => from[name as keyof Chapter] !== value)
  return { ...now, ...Object.fromEntries(changed) }
}
