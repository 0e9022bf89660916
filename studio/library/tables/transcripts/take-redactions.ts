import { randomUUID } from 'node:crypto'
import { applyEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import { markKinds } from '#core/transcript/marks/mark-kinds'
import { redactedSilences } from '#core/redaction/redacted-document'
import { redactionsInNewer } from '#core/redaction/redactions-in-newer'
import { redactedWords } from '#core/transcript/redacted-words'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import type { Store } from '../../database/store.ts'
import { unpackTranscript } from '../../stored-transcript.ts'
import { REDACTIONS_STEP } from './corrected-sql.ts'
import { addStep } from './edits.ts'
import { readTranscript } from './transcript-rows.ts'

/** Kinds of marks that redact. */
const redactingKinds = markKinds
  .filter(({ behavior }) => behavior.onRedacted === 'never-leaves')
  .map(({ kind }) => kind)

/**
 * Only inside `change`, together with adding a transcript to the recording or making it current, so that
 * nobody can read it without: redacts in it, as an undo step, what is redacted in the recording's newest
 * other transcript with redactions and in unfinished ones. Does nothing if it is redacted already.
 */
export function takeRedactions(store: Store, transcriptId: string): void {
  const recordingId = store.row<{ id: string }>(
    'SELECT recording_id AS id FROM transcripts WHERE id = ?',
    transcriptId,
  )?.id
  if (recordingId !== undefined)
    redactAs(store, redactedTranscripts(store, recordingId, transcriptId), transcriptId)
}

/**
 * The recording's newest finished transcript with redactions, except the given one, and all unfinished ones
 * with redactions.
 */
export function redactedTranscripts(store: Store, recordingId: string, exceptId = ''): Transcript[] {
  const redacted = store.rows<{ id: string; state: 'running' | 'done' }>(
    `SELECT id, state FROM transcripts WHERE recording_id = ? AND id <> ? AND (
       EXISTS (SELECT 1 FROM marks WHERE transcript_id = transcripts.id
         AND kind IN (SELECT value FROM json_each(?)))
       OR EXISTS (SELECT 1 FROM speakers WHERE transcript_id = transcripts.id AND redacted = 1)
     ) ORDER BY number DESC`,
    recordingId,
    exceptId,
    JSON.stringify(redactingKinds),
  )
  const newest = redacted.find(({ state }) => state === 'done')
  return redacted
    .filter((one) => one === newest || one.state === 'running')
    .map(({ id }) => unpackTranscript(readTranscript(store, id)))
}

/** Only inside `change`: like `takeRedactions`, from the given transcripts. */
export function redactAs(store: Store, formers: readonly Transcript[], transcriptId: string): void {
  if (formers.length === 0) return
  const before = unpackTranscript(readTranscript(store, transcriptId))
  const edits: Edit[] = []
  let after = before
  for (const former of formers) {
    const own = redactionsInNewer(former, after, randomUUID)
    const { transcript } = applyEdits(after, own)
    if (!hidesMore(after, transcript)) continue
    edits.push(...own)
    after = transcript
  }
  addStep(store, transcriptId, REDACTIONS_STEP + randomUUID(), edits)
}

/** Whether a word or a time is redacted after, but not before. */
function hidesMore(before: Transcript, after: Transcript): boolean {
  const words = redactedWords(before)
  const silences = redactedSilences(before)
  const isSilent = ({ startMs, endMs }: TimeSpan): boolean =>
    silences.some((each) => each.startMs <= startMs && each.endMs >= endMs)
  return (
    [...redactedWords(after).keys()].some((id) => !words.has(id)) || !redactedSilences(after).every(isSilent)
  )
}
