import type { CallOutput } from '#contracts/calls/calls'
import { commentedWords } from '#core/comments/commented-words'
import { carryMarks } from '#core/captions/edits/carry-marks'
import { countedMarks } from '#core/captions/edits/marks-to-carry'
import type { Mark, Transcript } from '#core/transcript/transcript'
import type { StudioClient } from '../rpc/studio-client.ts'
import { type OpenSession, openSession } from '../session/open-session.ts'
import { TAKE_OVER_STEP } from './take-over-step.ts'
import { unpackTranscript } from '../session/unpack-transcript.ts'

export type MarkOffer = NonNullable<CallOutput<'transcripts.markOffer'>>

/** A mark without a place in the other transcript, with its words and their time. */
export interface LostMark {
  readonly mark: Mark
  readonly words: string
  readonly startMs: number | null
}

/** The marks of one kind. */
export interface MarksOfKind {
  readonly kind: Mark['kind']
  readonly carried: number
  readonly lost: readonly LostMark[]
}

type Session = Pick<OpenSession, 'transcriptId' | 'state' | 'apply' | 'newId' | 'flush'>

/** The effect of carrying marks over, by kind in the order of the marks. Rejects with CallFailed. */
export async function previewMarks(
  studio: StudioClient,
  session: Session,
  offer: MarkOffer,
): Promise<readonly MarksOfKind[]> {
  const isFrom = offer.fromTranscriptId === session.transcriptId
  const other = await transcriptOf(studio, isFrom ? offer.toTranscriptId : offer.fromTranscriptId)
  const own = session.state.transcript
  const from = isFrom ? own : other
  const found = carryMarks(from, isFrom ? other : own, () => 'preview', new Set(offer.markIds))
  const [carried, lost] = [countedMarks(found.carried), countedMarks(found.lost)]
  const kinds = [...new Set([...carried, ...lost].map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    kind,
    carried: carried.filter((mark) => mark.kind === kind).length,
    lost: lost.filter((mark) => mark.kind === kind).map((mark) => lostMark(from, mark)),
  }))
}

/**
 * Sets the marks in the newer transcript, as one step of undo, from the newest state of both; those without a
 * place are not offered again. Rejects with CallFailed or EditRefused, and sets nothing then.
 */
export async function takeOverMarks(
  studio: StudioClient,
  session: Session,
  offer: MarkOffer,
  durationMs: number | null,
): Promise<void> {
  const { fromTranscriptId, toTranscriptId } = offer
  const decline = async (markIds: string[]): Promise<void> => {
    if (markIds.length === 0) return
    await studio.call('transcripts.declineMarkOffer', { fromTranscriptId, toTranscriptId, markIds })
  }
  if (toTranscriptId === session.transcriptId) {
    await decline(setMarks(session, await transcriptOf(studio, fromTranscriptId), offer))
    // Marks that are set are no longer offered once they are stored.
    await session.flush()
    return
  }
  const target = await openSession(studio, toTranscriptId)
  try {
    target.setDuration(durationMs)
    await decline(setMarks(target, session.state.transcript, offer))
    await target.flush()
  } finally {
    target.close()
  }
}

/** Returns the ids of marks without a place. */
function setMarks(
  session: Pick<Session, 'state' | 'apply' | 'newId'>,
  from: Transcript,
  { markIds }: MarkOffer,
): string[] {
  const newId = (): string => session.newId()
  const { edits, lost } = carryMarks(from, session.state.transcript, newId, new Set(markIds))
  session.apply(edits, { stepId: TAKE_OVER_STEP + newId() })
  return lost.map(({ id }) => id)
}

async function transcriptOf(studio: StudioClient, transcriptId: string): Promise<Transcript> {
  return unpackTranscript(await studio.call('transcripts.get', { transcriptId }))
}

function lostMark(from: Transcript, mark: Mark): LostMark {
  const on = commentedWords(from, mark.fromWordId, mark.toWordId)
  return { mark, words: on?.words ?? '', startMs: on?.startMs ?? null }
}
