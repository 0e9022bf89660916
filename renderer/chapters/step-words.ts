import type { ChapterStep } from './chapter-history.ts'

/** What a change did, for the names of undo and redo. */
export function stepKey({ before, after }: ChapterStep) {
  if (before === null) return 'chapters.edit.add'
  if (after === null) return 'chapters.edit.delete'
  return before.atMs === after.atMs ? 'chapters.edit.rename' : 'chapters.edit.move'
}
