import type { Chapter } from '#core/chapters/chapter'

/** One change: added without `before`, deleted without `after`. */
export interface ChapterStep {
  readonly before: Chapter | null
  readonly after: Chapter | null
}

export interface ChapterChanges {
  /** `joins`: changes with the same one, one after another, are undone together. @returns the step of undo */
  change(step: ChapterStep, joins?: string): string
  /** Undoes a step, also where others followed it. */
  takeBack(stepId: string): void
}

/** The chapter as it is `now`, with what differs between the two: what another window changed of it stays. */
export function changedBy(from: Chapter | null, to: Chapter, now: Chapter | null): Chapter {
  if (from === null || now === null) return to
  const changed = Object.entries(to).filter(([name, value]) => from[name as keyof Chapter] !== value)
  return { ...now, ...Object.fromEntries(changed) }
}
