import { chapterMoment, chaptersAmong, type FoundChapter } from '#core/chapters/chapter'
import type { Library } from '../library/library.ts'

/** Adds chapters from a file to its recording, if that has none. Returns the number added. */
export async function keepChapters(
  library: Library,
  recordingId: string,
  found: readonly FoundChapter[],
): Promise<number> {
  if (found.length === 0) return 0
  if (chaptersAmong(await library.moments(recordingId)).length > 0) return 0
  const moments = found.map((chapter, index) => chapterMoment({ ...chapter, id: `chapter-${index + 1}` }))
  await library.addMeetingFacts(recordingId, { moments })
  return moments.length
}
