import type { CallOutput } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { countedMarks, marksToCarry } from '#core/captions/edits/marks-to-carry'
import type { Mark } from '#core/transcript/transcript'
import type { Library, TranscriptFacts } from '../library/library.ts'

export type MarkOffer = NonNullable<CallOutput<'transcripts.markOffer'>>

type Pair = Pick<MarkOffer, 'fromTranscriptId' | 'toTranscriptId'>

/**
 * Marks that can be carried over to a newer transcript of the same recording, where the requested transcript
 * is either one: to the newest one, else from the newest older one that has such marks. Null if there are
 * none, or a person declined. Fault `recording.no-transcript`.
 */
export async function markOffer(library: Library, transcriptId: string): Promise<MarkOffer | null> {
  const facts = await library.transcriptFacts(transcriptId)
  if (facts === undefined) throw new Fault('recording.no-transcript', { reference: transcriptId })
  for (const pair of pairsWith(transcriptId, await library.transcriptsOf(facts.recordingId))) {
    const declined = await declinedMarks(library, pair)
    if (declined === 'all') continue
    const marks = (await marksOf(library, pair)).filter(({ id }) => !declined.has(id))
    if (marks.length === 0) continue
    return { ...pair, markIds: marks.map(({ id }) => id), count: countedMarks(marks).length }
  }
  return null
}

/** Stops offering all marks of the pair, or only the given ones. */
export async function declineMarkOffer(
  library: Library,
  { markIds, ...pair }: Pair & { readonly markIds?: readonly string[] },
): Promise<void> {
  const before = await declinedMarks(library, pair)
  if (before === 'all') return
  const value = markIds === undefined ? true : JSON.stringify([...new Set([...before, ...markIds])])
  await library.setSetting(settingOf(pair), value)
}

async function declinedMarks(library: Library, pair: Pair): Promise<'all' | ReadonlySet<string>> {
  const value = await library.setting(settingOf(pair))
  if (value === true) return 'all'
  return new Set(typeof value === 'string' ? (JSON.parse(value) as string[]) : [])
}

const settingOf = ({ fromTranscriptId, toTranscriptId }: Pair): string =>
  `marks-declined.${fromTranscriptId}.${toTranscriptId}`

/** @param all newest last */
function pairsWith(transcriptId: string, all: readonly TranscriptFacts[]): Pair[] {
  const done = all.filter(({ state }) => state === 'done').map(({ id }) => id)
  const place = done.indexOf(transcriptId)
  if (place < 0) return []
  const newest = done.at(-1)
  return [
    ...(newest === undefined || newest === transcriptId
      ? []
      : [{ fromTranscriptId: transcriptId, toTranscriptId: newest }]),
    ...done
      .slice(0, place)
      .toReversed()
      .map((older) => ({ fromTranscriptId: older, toTranscriptId: transcriptId })),
  ]
}

async function marksOf(library: Library, { fromTranscriptId, toTranscriptId }: Pair): Promise<Mark[]> {
  const marked = async (id: string): Promise<{ id: string; marks: readonly Mark[] }> => ({
    id,
    marks: (await library.storedTranscript(id)).marks,
  })
  const from = await marked(fromTranscriptId)
  if (from.marks.length === 0) return []
  const setIn = {
    from: await idsSetIn(library, fromTranscriptId),
    to: await idsSetIn(library, toTranscriptId),
  }
  return marksToCarry(from, await marked(toTranscriptId), setIn)
}

/** Ids of marks that a person set and did not undo, including removed ones. */
async function idsSetIn(library: Library, transcriptId: string): Promise<ReadonlySet<string>> {
  const log = await library.effectiveEdits(transcriptId)
  return new Set(log.flatMap(({ edit }) => (edit.kind === 'set-mark' ? [edit.mark.id] : [])))
}
