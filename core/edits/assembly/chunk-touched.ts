import type { Transcript, Word } from '../../transcript/transcript.ts'

/**
 * Whether a person has changed the words that a chunk inserted: one was deleted or edited, something was
 * typed between them, or a mark is on one.
 */
export function isChunkTouched(transcript: Transcript, wordIds: ReadonlySet<string>): boolean {
  if (wordIds.size === 0) return false
  let found = 0
  for (const { words } of transcript.paragraphs) {
    const from = words.findIndex((word) => wordIds.has(word.id))
    if (from < 0) continue
    const to = words.findLastIndex((word) => wordIds.has(word.id))
    if (words.slice(from, to + 1).some(isPersons)) return true
    for (const word of words) if (wordIds.has(word.id)) found += 1
  }
  return found < wordIds.size || isMarked(transcript, wordIds)
}

function isPersons(word: Word): boolean {
  return word.origin !== 'recognised'
}

function isMarked(transcript: Transcript, wordIds: ReadonlySet<string>): boolean {
  if (transcript.marks.length === 0) return false
  const order = transcript.paragraphs.flatMap(({ words }) => words.map((word) => word.id))
  const indexById = new Map(order.map((id, index) => [id, index]))
  return transcript.marks.some((mark) => {
    const from = indexById.get(mark.fromWordId) ?? 0
    const to = indexById.get(mark.toWordId) ?? -1
    return order.slice(from, to + 1).some((id) => wordIds.has(id))
  })
}
