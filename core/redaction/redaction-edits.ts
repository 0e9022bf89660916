import type { Edit } from '../edits/edit.ts'
import { removeMarkEdit } from '../edits/kinds/remove-mark.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { redactedWords } from '../transcript/redacted-words.ts'

/** Words from one to another, both included. */
export interface WordRange {
  readonly fromWordId: string
  readonly toWordId: string
}

/** Whether every word of the ranges is redacted; false for no words. */
export function isRedacted(transcript: Transcript, ranges: readonly WordRange[]): boolean {
  const redacted = redactedWords(transcript)
  if (redacted.size === 0) return false
  const ids = idsIn(transcript, ranges)
  return ids.length > 0 && ids.every((id) => redacted.has(id))
}

/**
 * Edits of one step that redact the words of the ranges, or reveal them if all are redacted. A voice of which
 * words are revealed is no longer a redacted voice; its other words stay redacted.
 */
export function toggleRedaction(
  transcript: Transcript,
  ranges: readonly WordRange[],
  newId: () => string,
): Edit[] {
  const ids = idsIn(transcript, ranges)
  if (ids.length === 0) return []
  return isRedacted(transcript, ranges)
    ? shownAgain(transcript, new Set(ids), newId)
    : ranges.map((range) => redaction(transcript, range, newId))
}

/** Edits of one step that make a speaker a redacted voice, or reveal everything it says. */
export function toggleVoice(transcript: Transcript, speakerId: string, newId: () => string): Edit[] {
  if (isVoiceRedacted(transcript, speakerId)) {
    const ids = idsIn(transcript, rangesOfSpeaker(transcript, speakerId))
    const shown: Edit = { kind: 'redact-speaker', id: newId(), speakerId, redacted: false }
    return [shown, ...removal(transcript, new Set(ids), newId)]
  }
  return [{ kind: 'redact-speaker', id: newId(), speakerId, redacted: true }]
}

export const isVoiceRedacted = ({ speakers }: Pick<Transcript, 'speakers'>, speakerId: string): boolean =>
  speakers.some(({ id, redacted }) => id === speakerId && redacted === true)

function shownAgain(transcript: Transcript, ids: ReadonlySet<string>, newId: () => string): Edit[] {
  const voices = new Set(
    transcript.paragraphs.flatMap(({ speakerId, words }) =>
      speakerId !== null && isVoiceRedacted(transcript, speakerId) && words.some(({ id }) => ids.has(id))
        ? [speakerId]
        : [],
    ),
  )
  const ended = [...voices].map((speakerId): Edit => {
    return { kind: 'redact-speaker', id: newId(), speakerId, redacted: false }
  })
  return [...ended, ...removal(transcript, ids, newId)]
}

/** One range for each paragraph of a speaker. */
export function rangesOfSpeaker(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  speakerId: string,
): WordRange[] {
  return paragraphs.flatMap((paragraph): WordRange[] => {
    const [first, last] = [paragraph.words[0], paragraph.words.at(-1)]
    if (paragraph.speakerId !== speakerId || first === undefined || last === undefined) return []
    return [{ fromWordId: first.id, toWordId: last.id }]
  })
}

function redaction(transcript: Transcript, range: WordRange, newId: () => string): Edit {
  return setMarkEdit(transcript, {
    id: newId(),
    mark: { id: newId(), kind: 'redaction', ...range, value: null },
  })
}

/**
 * Removes the words from every mark that covers some of them; the others stay redacted. Sound next to them
 * becomes audible.
 */
function removal(transcript: Transcript, freed: ReadonlySet<string>, newId: () => string): Edit[] {
  const edits: Edit[] = []
  for (const mark of transcript.marks) {
    if (mark.kind === 'redacted-sound' && (freed.has(mark.fromWordId) || freed.has(mark.toWordId))) {
      edits.push(removeMarkEdit(transcript, { id: newId(), markId: mark.id }))
    }
    if (mark.kind !== 'redaction') continue
    const ids = idsIn(transcript, [mark])
    if (!ids.some((id) => freed.has(id))) continue
    edits.push(removeMarkEdit(transcript, { id: newId(), markId: mark.id }))
    for (const range of runsOf(ids, freed)) edits.push(redaction(transcript, range, newId))
  }
  return edits
}

function runsOf(ids: readonly string[], freed: ReadonlySet<string>): WordRange[] {
  const runs: WordRange[] = []
  for (const [index, id] of ids.entries()) {
    if (freed.has(id)) continue
    const last = runs.at(-1)
    if (last !== undefined && index > 0 && !freed.has(ids[index - 1] ?? ''))
      runs[runs.length - 1] = { ...last, toWordId: id }
    else runs.push({ fromWordId: id, toWordId: id })
  }
  return runs
}

function idsIn({ paragraphs }: Pick<Transcript, 'paragraphs'>, ranges: readonly WordRange[]): string[] {
  const ids = paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
  const places = new Map(ids.map((id, place) => [id, place]))
  return ranges.flatMap(({ fromWordId, toWordId }) => {
    const [from, to] = [places.get(fromWordId), places.get(toWordId)]
    return from === undefined || to === undefined ? [] : ids.slice(from, to + 1)
  })
}
