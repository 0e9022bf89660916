import { randomUUID } from 'node:crypto'
import { applyEdits } from '#core/edits/apply-edits'
import { redactedSilences } from '#core/redaction/redacted-document'
import { redactionsInNewer } from '#core/redaction/redactions-in-newer'
import { redactedWords } from '#core/transcript/redacted-words'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import type { Library, TranscriptFacts } from '../library/library.ts'

/**
 * Redacts in a transcript that is new, or that a person chooses, what is redacted in the newest other one of the recording
 * with redactions, as a step of undo: what was redacted leaves in none of them. Does nothing where it is redacted already.
 */
export async function takeRedactions(
  library: Library,
  recordingId: string,
  transcriptId: string,
): Promise<void> {
  const all = await library.transcriptsOf(recordingId)
  const others = all.filter(({ id, state }) => state === 'done' && id !== transcriptId)
  const former = await newestRedacted(library, others)
  if (former === null) return
  const to = await library.transcript(transcriptId)
  const edits = redactionsInNewer(former, to, randomUUID)
  if (!hidesMore(to, applyEdits(to, edits).transcript)) return
  const baseNumber = all.find(({ id }) => id === transcriptId)?.editNumber ?? 0
  await library.applyEdits(transcriptId, edits, { baseNumber, stepId: `redactions-${randomUUID()}` })
}

/** Whether a word or a time is redacted after that was not before. */
function hidesMore(before: Transcript, after: Transcript): boolean {
  const words = redactedWords(before)
  const silences = redactedSilences(before)
  const isSilent = ({ startMs, endMs }: TimeSpan): boolean =>
    silences.some((each) => each.startMs <= startMs && each.endMs >= endMs)
  return (
    [...redactedWords(after).keys()].some((id) => !words.has(id)) || !redactedSilences(after).every(isSilent)
  )
}

async function newestRedacted(
  library: Library,
  transcripts: readonly Pick<TranscriptFacts, 'id'>[],
): Promise<Transcript | null> {
  for (const { id } of transcripts.toReversed()) {
    if (isRedacted(await library.storedTranscript(id))) return library.transcript(id)
  }
  return null
}

const isRedacted = ({ marks }: Pick<Transcript, 'marks'>): boolean =>
  marks.some(({ kind }) => kind === 'redaction' || kind === 'redacted-sound')
