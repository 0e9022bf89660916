import { redactionsInNewer } from '#core/redaction/redactions-in-newer'
import type { Transcript } from '#core/transcript/transcript'
import type { Library, TranscriptFacts } from '../library/library.ts'

/**
 * Redacts in a newly made transcript what is redacted in the newest one of the recording with redactions, as a step of
 * undo: what was redacted leaves in none of them. Does nothing where the new one has redactions already.
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
  if (isRedacted(to)) return
  let made = 0
  const edits = redactionsInNewer(former, to, () => `redacted-${former.id}.${made++}`)
  if (edits.length === 0) return
  await library.applyEdits(transcriptId, edits, { baseNumber: 0, stepId: `redactions-${transcriptId}` })
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
