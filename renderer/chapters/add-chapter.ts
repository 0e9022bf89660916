import type { Chapter } from '#core/chapters/chapter'
import type { ChapterChanges } from './chapter-changes.ts'

/** Adds a chapter without a title. False if one already begins at this time. */
export function addChapter(
  changes: ChapterChanges,
  chapters: readonly Chapter[],
  { id, atMs }: Pick<Chapter, 'id' | 'atMs'>,
): boolean {
  if (chapters.some((chapter) => chapter.atMs === atMs)) return false
  changes.change({ before: null, after: { id, atMs, title: '', link: '', picture: '', isListed: true } })
  return true
}
