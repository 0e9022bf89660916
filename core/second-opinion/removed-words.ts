import type { RestoreEdit } from '../edits/edit.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'

/**
 * Times of recognized words that a person's edits removed from the transcript.
 * @param log every edit that is not undone
 */
export function removedWords(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  log: readonly { readonly inverse: RestoreEdit }[],
): TimeSpan[] {
  const there = new Set(paragraphs.flatMap(({ words }) => words.map(({ id }) => id)))
  const removed = new Map<string, TimeSpan>()
  for (const { inverse } of log) {
    const restored = [
      ...inverse.paragraphs.flatMap(({ put }) => put.flatMap(({ words }) => words)),
      ...(inverse.words ?? []).flatMap(({ put }) => put),
    ]
    for (const word of restored) {
      if (typeof word === 'string' || word.origin !== 'recognised' || there.has(word.id)) continue
      removed.set(word.id, { startMs: word.startMs, endMs: word.endMs })
    }
  }
  return [...removed.values()].sort((a, b) => a.startMs - b.startMs)
}
