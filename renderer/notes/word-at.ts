import type { Transcript } from '#core/transcript/transcript'

/** Id of the word said at a time, else of the last one before it, else of the first; null without words. */
export function wordAt({ paragraphs }: Pick<Transcript, 'paragraphs'>, atMs: number): string | null {
  let found: string | null = null
  for (const { words } of paragraphs) {
    for (const { id, startMs } of words) {
      if (found !== null && startMs > atMs) return found
      found = id
    }
  }
  return found
}
