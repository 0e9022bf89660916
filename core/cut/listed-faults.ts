import { acceptedPlaces } from '../second-opinion/accepted-places.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { findParagraphs, type ParagraphOfWord } from '../transcript/word-paragraphs.ts'
import type { JoinFaults } from './judge-join.ts'
import { joinsToRecognize, type JoinToRecognize, type JoinWord } from './joins-to-recognize.ts'
import type { KeptSpans } from './kept-spans.ts'

/** What was found at a join, by its key. */
export interface CheckedJoin extends JoinFaults {
  readonly key: string
}

/** Words at a join that follow one another, of one paragraph. */
export interface ListedFault {
  readonly fault: keyof JoinFaults
  readonly join: JoinToRecognize
  readonly paragraphId: string
  readonly fromWordId: string
  readonly toWordId: string
  /** What is marked as accepted when the cut is left: the words with the one on the other side of the cut's edge, so that only this edge is. */
  readonly leave: { readonly fromWordId: string; readonly toWordId: string }
}

/** What is wrong at the joins that a cut has now, without the cuts that a person left, in order of time. */
export function listedFaults(
  { kept, part }: { readonly kept: KeptSpans; readonly part?: TimeSpan | undefined },
  transcript: Transcript,
  checked: readonly CheckedJoin[],
): ListedFault[] {
  const faulty = new Map(
    checked.flatMap((row) => (row.clipped.length + row.heard.length > 0 ? [[row.key, row] as const] : [])),
  )
  if (faulty.size === 0) return []
  const accepted = acceptedPlaces(transcript)
  const paragraphOf = findParagraphs(transcript.paragraphs)
  return joinsToRecognize(kept, transcript, part, (key) => faulty.has(key)).flatMap((join) =>
    (['clipped', 'heard'] as const).flatMap((fault) =>
      runsOf(join, faulty.get(join.key)?.[fault] ?? [], paragraphOf)
        .filter(({ leave }) => !accepted.isExactly(leave.fromWordId, leave.toWordId))
        .map((run): ListedFault => ({ ...run, fault, join })),
    ),
  )
}

type Run = Omit<ListedFault, 'fault' | 'join'>

function runsOf({ words }: JoinToRecognize, ids: readonly string[], paragraphOf: ParagraphOfWord): Run[] {
  const isIn = new Set(ids)
  const runs: Run[] = []
  const paragraphAt = (place: number): string | undefined => paragraphOf(words[place]?.id ?? '')?.id
  for (let from = 0; from < words.length; from += 1) {
    const paragraphId = paragraphAt(from)
    if (!isIn.has(words[from]?.id ?? '') || paragraphId === undefined) continue
    let to = from
    const goesOn = (place: number): boolean =>
      isIn.has(words[place]?.id ?? '') &&
      words[place]?.side === words[from]?.side &&
      paragraphAt(place) === paragraphId
    while (goesOn(to + 1)) to += 1
    const [first, last] = [words[from] as JoinWord, words[to] as JoinWord]
    const [before, after] = [words[from - 1], words[to + 1]]
    const isEdgeAfter = after !== undefined && after.side !== last.side
    runs.push({
      paragraphId,
      fromWordId: first.id,
      toWordId: last.id,
      leave: isEdgeAfter
        ? { fromWordId: first.id, toWordId: after.id }
        : { fromWordId: before?.id ?? first.id, toWordId: last.id },
    })
    from = to
  }
  return runs
}
