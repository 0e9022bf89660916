import { hiderOf } from '../outgoing/redacted-wording.ts'
import { placeholderIn } from '../outgoing/placeholder.ts'
import type { StoredMoment } from '../moments/moment.ts'
import type { RedactedWords } from '../transcript/redacted-words.ts'
import type { Mark, Paragraph } from '../transcript/transcript.ts'

/** What a person wrote about a recording, elsewhere than on redacted words. */
export interface Remarks {
  readonly marks: readonly Mark[]
  readonly moments: readonly StoredMoment[] | undefined
}

/** Members of a moment's value that are a person's text; others are addresses. */
const textMembers = new Set(['text', 'who', 'until', 'title'])

/** Comments, bookmarks and moments with a placeholder for redacted names and numbers that occur in them. */
export function withHiddenRemarks(
  remarks: Remarks,
  paragraphs: readonly Paragraph[],
  redacted: RedactedWords,
  language: string,
): Remarks {
  const spoken = paragraphs.flatMap(({ words }) =>
    words.map(({ id, text }) => ({ text, redaction: redacted.get(id) })),
  )
  const hide = hiderOf(spoken, placeholderIn(language))
  if (hide === null) return remarks
  return {
    marks: remarks.marks.map((mark) => withHiddenText(mark, hide)),
    moments: remarks.moments?.map((moment) => ({ ...moment, value: hiddenIn(moment.value, hide) })),
  }
}

function withHiddenText(mark: Mark, hide: (text: string) => string): Mark {
  if (mark.kind === 'comment') return { ...mark, value: hide(mark.value) }
  return mark.kind === 'bookmark' && mark.value !== null ? { ...mark, value: hide(mark.value) } : mark
}

function hiddenIn(value: StoredMoment['value'], hide: (text: string) => string): StoredMoment['value'] {
  if (typeof value === 'string') return hide(value)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const members = Object.entries(value).map(([name, member]) => [
    name,
    textMembers.has(name) && typeof member === 'string' ? hide(member) : member,
  ])
  return Object.fromEntries(members) as StoredMoment['value']
}
