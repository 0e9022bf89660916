import { shortTime } from '../../notation/clock.ts'
import type { Chapter } from '../../chapters/chapter.ts'

/**
 * A line a chapter, with time and title, for the description of a video: sites read chapters from such lines only if
 * the first one begins at 0:00.
 * @param nameless the title of a chapter without one, by its number
 */
export function linesForVideo(
  chapters: readonly Pick<Chapter, 'atMs' | 'title'>[],
  nameless: (number: number) => string,
): string {
  return chapters
    .map(({ atMs, title }, index) => {
      const name = title === '' ? nameless(index + 1) : title
      return `${shortTime(index === 0 ? 0 : atMs)} ${name}\n`
    })
    .join('')
}
