import type { Transcript } from './transcript.ts'

/**
 * Ids of the words that leave the library as a placeholder, with its text; null: the default one. Words of a
 * redacted voice are included whether or not they have a mark.
 */
export function redactedWords({
  paragraphs,
  marks,
  speakers,
}: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>): ReadonlyMap<string, string | null> {
  const redactions = marks.filter((mark) => mark.kind === 'redaction')
  const hidden = new Set<string | null>(
    speakers.flatMap(({ id, redacted }) => (redacted === true ? [id] : [])),
  )
  const redacted = new Map<string, string | null>()
  if (redactions.length === 0 && hidden.size === 0) return redacted
  for (const { speakerId, words } of paragraphs) {
    if (hidden.has(speakerId)) for (const { id } of words) redacted.set(id, null)
  }
  if (redactions.length === 0) return redacted
  const ids = paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
  const places = new Map(ids.map((id, place) => [id, place]))
  for (const { fromWordId, toWordId, value } of redactions) {
    const [from, to] = [places.get(fromWordId), places.get(toWordId)]
    if (from === undefined || to === undefined) continue
    for (const id of ids.slice(from, to + 1)) redacted.set(id, value)
  }
  return redacted
}
