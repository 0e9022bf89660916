import { chaptersAmong } from '../chapters/chapter.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { oneLine } from '../formats/reading/one-line.ts'
import { webLink } from '../links/web-link.ts'
import { momentText } from '../moments/moment.ts'
import { knownMoments } from '../moments/read-moment.ts'
import { paragraphText } from '../transcript/transcript.ts'

/** Longest notes that are kept, in UTF-16 units. */
export const MAX_SHOW_NOTES = 200_000

/** What a recording's feed or file says of it. */
export interface NotesOrigin {
  /** Plain text. */
  readonly notes: string
  readonly people: readonly string[]
}

/** The notes of an episode, of what is known of it: nothing is written that nobody wrote or said. */
export interface ShowNotes {
  readonly title: string
  /** The day of publication or recording; null if unknown. */
  readonly atMs: number | null
  /** The first paragraph of the feed's notes; empty: left for the person to write. */
  readonly description: string
  readonly people: readonly string[]
  readonly chapters: readonly { readonly atMs: number; readonly title: string; readonly link: string }[]
  /** Addresses in the feed's notes, each once, in order. */
  readonly links: readonly string[]
  readonly quotes: readonly ShowNotesQuote[]
}

/** What was said where somebody set a bookmark. */
export interface ShowNotesQuote {
  readonly atMs: number
  readonly text: string
  /** Null for a speaker without a name. */
  readonly speaker: string | null
  /** What was typed for the bookmark; may be empty. */
  readonly about: string
}

/** Drafts the notes of an episode from its document as it may leave the library. */
export function draftShowNotes(
  document: DocumentWithExtras,
  origin: NotesOrigin | null,
  atMs: number | null,
): ShowNotes {
  const { recording, transcript } = document
  const notes = origin?.notes ?? ''
  const spoke = new Set(transcript.paragraphs.map(({ speakerId }) => speakerId))
  const named = transcript.speakers.flatMap(({ id, name }) => (name !== null && spoke.has(id) ? [name] : []))
  const moments = recording.moments ?? []
  return {
    title: oneLine(recording.title || recording.fileName),
    atMs,
    description: oneLine(notes.split(/\n\s*\n/u)[0] ?? ''),
    people: namesOnce([...(origin?.people ?? []), ...named]),
    chapters: chaptersAmong(moments)
      .filter(({ isListed, title }) => isListed && oneLine(title) !== '')
      .map((chapter) => ({ atMs: chapter.atMs, title: oneLine(chapter.title), link: webLink(chapter.link) })),
    links: linksIn(notes),
    quotes: knownMoments(moments).flatMap((moment) =>
      moment.kind === 'bookmark' ? quoteAt(document, moment.atMs, oneLine(momentText(moment))) : [],
    ),
  }
}

/** The same name in other letters is one person. */
function namesOnce(names: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const name of names.map(oneLine)) {
    const key = name.normalize('NFKC').toLowerCase()
    if (name !== '' && !byKey.has(key)) byKey.set(key, name)
  }
  return [...byKey.values()]
}

function linksIn(notes: string): string[] {
  const found = notes.match(/https?:\/\/[^\s<>"]+/giu) ?? []
  // A stop or a bracket after an address belongs to the sentence.
  const links = found.map((address) => webLink(address.replace(/[.,;:!?)\]}»”’']+$/u, '')))
  return [...new Set(links.filter((link) => link !== ''))]
}

/** The paragraph in which a time is, else the one before it. */
function quoteAt({ transcript }: DocumentWithExtras, atMs: number, about: string): ShowNotesQuote[] {
  const said = transcript.paragraphs.findLast(
    ({ kind, words }) => kind === 'speech' && words[0] !== undefined && words[0].startMs <= atMs,
  )
  if (said === undefined) return []
  const speaker = transcript.speakers.find(({ id }) => id === said.speakerId)?.name ?? null
  return [{ atMs: said.words[0]?.startMs ?? atMs, text: oneLine(paragraphText(said)), speaker, about }]
}
