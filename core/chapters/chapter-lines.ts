import type { Paragraph } from '../transcript/transcript.ts'

/**
 * A chapter that begins this close to a paragraph's end belongs to the next one: times in feeds are whole
 * seconds.
 */
const LATE_MS = 500

/**
 * The line above which each chapter is shown: the one in which it starts, or the first after that.
 * `lines.length`: after all words. One line per paragraph; null: a line without one. `atMs` in any order.
 */
export function chapterLines(
  lines: readonly (Pick<Paragraph, 'words'> | null)[],
  atMs: readonly number[],
): number[] {
  return atMs.map((at) => {
    const line = lines.findIndex((paragraph) => {
      const [first, last] = [paragraph?.words[0], paragraph?.words.at(-1)]
      if (first === undefined || last === undefined) return false
      return first.startMs >= at || last.endMs > at + LATE_MS
    })
    return line === -1 ? lines.length : line
  })
}
