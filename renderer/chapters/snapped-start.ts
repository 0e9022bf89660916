import type { Paragraph } from '#core/transcript/transcript'

/** The nearest start of a paragraph within `withinMs`; else the time itself. */
export function snappedStart(
  paragraphs: readonly Pick<Paragraph, 'words'>[],
  ms: number,
  withinMs: number,
): number {
  let [best, distance] = [ms, withinMs]
  for (const { words } of paragraphs) {
    const startMs = words[0]?.startMs
    if (startMs === undefined || Math.abs(startMs - ms) > distance) continue
    best = startMs
    distance = Math.abs(startMs - ms)
  }
  return best
}
