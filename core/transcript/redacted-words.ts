import type { Mark, Paragraph, Transcript } from './transcript.ts'
import { marksByParagraph } from './marks/marks-by-paragraph.ts'

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
    redactions.length === 0 ? new Map<Paragraph, RedactionMark[]>() : marksByParagraph(redactions, paragraphs)
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
