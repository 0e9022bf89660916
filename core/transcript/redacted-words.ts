import type { Mark, Paragraph, Transcript } from './transcript.ts'
import { findParagraphs } from './word-paragraphs.ts'

type RedactionMark = Extract<Mark, { kind: 'redaction' }>

/** Words that leave the library as a placeholder, with its text; null: the default one. */
export type RedactedWords = ReadonlyMap<string, string | null>

const none: RedactedWords = new Map()

/**
 * Ids of the words that leave the library as a placeholder. Words of a redacted voice are included whether or not they
 * have a mark.
 */
export function redactedWords(
  transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>,
): RedactedWords {
  const redactedIn = redactionsBy(transcript)
  if (redactedIn === null) return none
  return new Map(transcript.paragraphs.flatMap((paragraph) => [...redactedIn(paragraph)]))
}

/**
 * The redacted words of single paragraphs: after a key, only the changed paragraph and those asked for are read. Null
 * if nothing is redacted.
 */
export function redactionsBy({
  paragraphs,
  marks,
  speakers,
}: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>): ((paragraph: Paragraph) => RedactedWords) | null {
  const redactions = marks.filter((mark) => mark.kind === 'redaction')
  const hidden = new Set<string | null>(
    speakers.flatMap(({ id, redacted }) => (redacted === true ? [id] : [])),
  )
  if (redactions.length === 0 && hidden.size === 0) return null
  const covering =
    redactions.length === 0 ? new Map<Paragraph, RedactionMark[]>() : byParagraph(redactions, paragraphs)
  return (paragraph) => {
    const own = covering.get(paragraph) ?? []
    const isHidden = hidden.has(paragraph.speakerId)
    if (!isHidden && own.length === 0) return none
    const { words } = paragraph
    const redacted = new Map<string, string | null>(isHidden ? words.map(({ id }) => [id, null]) : [])
    for (const { fromWordId, toWordId, value } of own) {
      const from = words.findIndex(({ id }) => id === fromWordId)
      const to = words.findLastIndex(({ id }) => id === toWordId)
      for (const { id } of words.slice(Math.max(0, from), to < 0 ? words.length : to + 1))
        redacted.set(id, value)
    }
    return redacted
  }
}

/** The redactions of each paragraph, in their order; one whose words are gone has no effect. */
function byParagraph(
  redactions: readonly RedactionMark[],
  paragraphs: readonly Paragraph[],
): Map<Paragraph, RedactionMark[]> {
  const paragraphOf = findParagraphs(paragraphs)
  const covering = new Map<Paragraph, RedactionMark[]>()
  const add = (paragraph: Paragraph, mark: RedactionMark): void => {
    const there = covering.get(paragraph)
    if (there === undefined) covering.set(paragraph, [mark])
    else there.push(mark)
  }
  let places: Map<Paragraph, number> | null = null
  for (const mark of redactions) {
    const [from, to] = [paragraphOf(mark.fromWordId), paragraphOf(mark.toWordId)]
    if (from === undefined || to === undefined) continue
    if (from === to) {
      add(from, mark)
      continue
    }
    places ??= new Map(paragraphs.map((paragraph, place) => [paragraph, place]))
    const [first = 0, last = -1] = [places.get(from), places.get(to)]
    for (const paragraph of paragraphs.slice(first, last + 1)) add(paragraph, mark)
  }
  return covering
}
