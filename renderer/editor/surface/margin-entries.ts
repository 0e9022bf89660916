import type { Text } from '@codemirror/state'
import type { Paragraph } from '#core/transcript/transcript'
import { formatDuration } from '../../ui/format-duration.ts'
import { paragraphOfLine, type Lines } from './lines.ts'

/** What the margin shows next to a line. */
export interface MarginEntry {
  readonly paragraphId: string
  readonly speakerId: string | null
  readonly time: string
  /** Only the first paragraph of a turn shows the name; the others show only their time. */
  readonly hasName: boolean
}

export function sameEntry(a: MarginEntry | null | undefined, b: MarginEntry | null | undefined): boolean {
  if (!a || !b) return a === b
  return (
    a === b ||
    (a.paragraphId === b.paragraphId &&
      a.speakerId === b.speakerId &&
      a.time === b.time &&
      a.hasName === b.hasName)
  )
}

const knownEntries = new WeakMap<Paragraph, MarginEntry>()

/** One per line; `null`: an opened blank line. */
export function entriesOf(lines: Lines, doc: Text): (MarginEntry | null)[] {
  let last: string | null | undefined
  return Array.from({ length: doc.lines }, (_, line) => {
    const paragraph = paragraphOfLine(lines, line)
    if (paragraph === null) return null
    const { id, speakerId, kind } = paragraph
    // A sound or a note does not end a turn and has no name.
    const hasName = kind === 'speech' ? speakerId !== last : speakerId !== null && speakerId !== last
    if (kind === 'speech') last = speakerId
    const known = knownEntries.get(paragraph)
    if (known?.hasName === hasName) return known
    const entry = { paragraphId: id, speakerId, time: timeOf(paragraph), hasName }
    knownEntries.set(paragraph, entry)
    return entry
  })
}

export function timeOf(paragraph: Paragraph | null): string {
  const startMs = paragraph?.words[0]?.startMs
  return startMs === undefined ? '' : formatDuration(startMs)
}
