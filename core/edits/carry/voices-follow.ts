import { redactedWords } from '../../transcript/redacted-words.ts'
import type { Paragraph, Transcript } from '../../transcript/transcript.ts'
import { changedRun } from '../changed-run.ts'
import type { Edit } from '../edit.ts'
import { withRedacted } from './redactions-follow.ts'

/**
 * Keeps every word of a redacted voice redacted by a mark: words that an edit assigns to it get one, and
 * words taken from it keep theirs.
 */
export function followVoices(before: Transcript, after: Transcript, edit: Edit): Transcript {
  const hidden = redactedSpeakers(after)
  const wasHidden = after.speakers === before.speakers ? hidden : redactedSpeakers(before)
  if (hidden.size === 0 && wasHidden.size === 0) return after
  const isWhole = [...hidden].some((id) => !wasHidden.has(id)) || takesRedaction(before, after, edit)
  const run = isWhole ? { before: before.paragraphs, after: after.paragraphs } : changedRun(before, after)
  const formerSpeakers = new Map(
    run.before
      .filter(({ speakerId }) => wasHidden.has(speakerId ?? ''))
      .flatMap(({ speakerId, words }) => words.map(({ id }) => [id, speakerId] as const)),
  )
  const now = run.after.flatMap(({ words }) => words)
  const wanted = new Set<number>()
  let place = 0
  for (const { speakerId, words } of run.after) {
    const isHidden = hidden.has(speakerId ?? '')
    for (const { id } of words) {
      const former = formerSpeakers.get(id)
      const leaves = former !== undefined && former !== speakerId && edit.kind !== 'restore'
      if (isHidden ? isWhole || former === undefined : leaves) {
        wanted.add(place)
      }
      place += 1
    }
  }
  if (wanted.size === 0) return after
  const redacted = redactedWords({ paragraphs: after.paragraphs, speakers: [], marks: after.marks })
  for (const at of wanted) if (redacted.has(now[at]?.id ?? '')) wanted.delete(at)
  const newPlaces = new Map(now.map(({ id }, at) => [id, at]))
  return withRedacted(after, wanted, { now, newPlaces }, `${edit.id}/voice`)
}

/** Whether an edit of marks alone may have removed a redaction from words of a redacted voice. */
function takesRedaction(before: Transcript, after: Transcript, edit: Edit): boolean {
  if (before.marks === after.marks || edit.kind === 'replace-text') return false
  const kept = new Set(after.marks)
  return before.marks.some((mark) => mark.kind === 'redaction' && !kept.has(mark))
}

/** Ids of the speakers whose words are all redacted. */
export function redactedSpeakers({ speakers }: Pick<Transcript, 'speakers'>): ReadonlySet<string> {
  const ids = speakers.flatMap(({ id, redacted }) => (redacted === true ? [id] : []))
  return ids.length === 0 ? none : new Set(ids)
}

const none: ReadonlySet<string> = new Set()

/** Whether a paragraph belongs to a redacted voice. */
export const isOfRedactedVoice = (
  { speakerId }: Pick<Paragraph, 'speakerId'>,
  { speakers }: Pick<Transcript, 'speakers'>,
): boolean => speakerId !== null && speakers.some(({ id, redacted }) => id === speakerId && redacted === true)
