import { placeholderIn } from '../outgoing/placeholder.ts'
import { splitName } from '../formats/file-names.ts'
import { hiderOf } from '../outgoing/remark-hider.ts'
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

/** Replaces redacted words in texts about a recording; null if there are none to replace. */
export function remarkHider(
  { paragraphs, redacted, whole, voices }: Spoken,
  language: string,
): ((text: string) => string) | null {
  const said = stretchesOf(paragraphs, redacted)
  const runs = [...said.runs, ...stretchesOf(whole.paragraphs, redactedWords(whole)).runs]
  return hiderOf({ open: said.open, runs, voices }, placeholderIn(language))
}

/** Title, file name, place, comments, bookmarks and moments with a placeholder for redacted words that occur in them. */
export function withHiddenRemarks(remarks: Remarks, spoken: Spoken, language: string): Remarks {
  const hide = remarkHider(spoken, language)
  if (hide === null) return remarks
  const { recording } = remarks
  const { title, fileName, place, moments } = recording
  const { stem, extension } = splitName(fileName)
  return {
    marks: remarks.marks.map((mark) => withHiddenText(mark, hide)),
    recording: {
      ...recording,
      title: hide(title),
      fileName: hide(stem) + extension,
      ...(place === undefined ? {} : { place: hide(place) }),
      ...(moments === undefined
        ? {}
        : { moments: moments.map((moment) => ({ ...moment, value: hiddenIn(moment.value, hide) })) }),
    },
  }
}

/** Texts of words that follow each other in a paragraph, redacted ones and others. */
function stretchesOf(
  paragraphs: readonly Paragraph[],
  redacted: RedactedWords,
): { readonly open: string[][]; readonly runs: string[][] } {
  const open: string[][] = []
  const runs: string[][] = []
  for (const { words } of paragraphs) {
    let before: boolean | null = null
    for (const { id, text } of words) {
      const isRedacted = redacted.has(id)
      const stretches = isRedacted ? runs : open
      if (before !== isRedacted) stretches.push([])
      stretches.at(-1)?.push(text)
      before = isRedacted
    }
  }
  return { open, runs }
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
