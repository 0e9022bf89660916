import { randomUUID } from 'node:crypto'
import { openCorrections } from '#core/corrections/open-corrections'
import type { ProposedCorrection, ProposedCorrections } from '#core/corrections/proposed-corrections'
import { ACCEPT_STEP, acceptCorrections, correctionsForAll } from '#core/corrections/settle-corrections'
import type { Library } from '../library/library.ts'
import { unpackTranscript } from '../library/stored-transcript.ts'

export interface AcceptedCorrections {
  readonly accepted: readonly ProposedCorrection[]
  /** Those that a person has to decide. */
  readonly left: readonly ProposedCorrection[]
}

/** Accepts a set of corrections as one step of undo, without what was changed here since the export. */
export async function acceptAll(
  library: Library,
  set: ProposedCorrections,
  { withNames }: { readonly withNames: boolean },
): Promise<AcceptedCorrections> {
  const { durationMs } = await library.card((await library.transcript(set.transcriptId)).recordingId)
  for (;;) {
    const state = await library.transcriptState(set.transcriptId)
    const transcript = unpackTranscript(state)
    const open = openCorrections(transcript, [set])
    const some = correctionsForAll(open, { withNames })
    const taken = new Set(some.map(({ item }) => item.id))
    const limits = durationMs === null ? {} : { durationMs }
    const edits = acceptCorrections(transcript, some, limits)
    const result = {
      accepted: some.map(({ item }) => item),
      left: open.flatMap(({ item }) => (taken.has(item.id) ? [] : item)),
    }
    if (edits.length === 0) return result
    const made = { baseNumber: state.editNumber, stepId: ACCEPT_STEP + randomUUID() }
    // Somebody else may edit it meanwhile.
    if ((await library.applyIfNewest(set.transcriptId, edits, made)) !== null) return result
  }
}
