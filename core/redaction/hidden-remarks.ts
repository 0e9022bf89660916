import { placeholderIn } from '../outgoing/placeholder.ts'
import { hiderOf } from '../outgoing/redacted-wording.ts'
import type { MeetingFacts, StoredMoment } from '../moments/moment.ts'
import type { RecordingFacts } from '../transcript/document.ts'
import { redactedWords, type RedactedWords } from '../transcript/redacted-words.ts'
import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'

/** What a person wrote about a recording, elsewhere than on redacted words. */
export interface Remarks {
  readonly marks: readonly Mark[]
  readonly recording: RecordingFacts & MeetingFacts
}

export interface Spoken {
  /** The words that leave the library, before redaction. */
  readonly paragraphs: readonly Paragraph[]
  readonly redacted: RedactedWords
  /** The whole transcript: words that a trim leaves out are redacted in remarks too. */
  readonly whole: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>
  /** Names of redacted voices. */
  readonly voices: readonly string[]
}

/** Members of a moment's value that are a person's text; others are addresses. */
const textMembers = new Set(['text', 'who', 'until', 'title'])

/** Title, place, comments, bookmarks and moments with a placeholder for redacted names and numbers that occur in them. */
export function withHiddenRemarks(
  remarks: Remarks,
  { paragraphs, redacted, whole, voices }: Spoken,
  language: string,
): Remarks {
  const outside = redactedWords(whole)
  const spoken = [
    ...wordsOf(paragraphs).map(({ id, text }) => ({ text, redaction: redacted.get(id) })),
    ...wordsOf(whole.paragraphs).flatMap(({ id, text }) =>
      outside.has(id) ? [{ text, redaction: null }] : [],
    ),
  ]
  const hide = hiderOf(spoken, placeholderIn(language), voices)
  if (hide === null) return remarks
  const { recording } = remarks
  const { title, place, moments } = recording
  return {
    marks: remarks.marks.map((mark) => withHiddenText(mark, hide)),
    recording: {
      ...recording,
      title: hide(title),
      ...(place === undefined ? {} : { place: hide(place) }),
      ...(moments === undefined
        ? {}
        : { moments: moments.map((moment) => ({ ...moment, value: hiddenIn(moment.value, hide) })) }),
    },
  }
}

const wordsOf = (paragraphs: readonly Paragraph[]) => paragraphs.flatMap(({ words }) => words)

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
