import { useMemo, useState } from 'react'
import type { Difference } from '#core/second-opinion/difference'
import { findDifferences } from '#core/second-opinion/find-differences'
import { keepEdit, takeDifferences } from '#core/second-opinion/take-differences'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { SecondText } from './opinion-queries.ts'
import { useRemovedWords } from './use-removed-words.ts'

export interface Settled {
  readonly difference: Difference
  readonly outcome: 'accepted' | 'kept'
}

export interface DifferencesState {
  /** The open ones, in reading order. */
  readonly open: readonly Difference[]
  /** Number of open and settled ones. */
  readonly count: number
  readonly last: Settled | null
  /**
   * Each is one step of undo, and returns false if nothing could be done because the text there has changed.
   */
  readonly accept: (some: readonly Difference[]) => boolean
  readonly keep: (some: readonly Difference[]) => boolean
}

/** The current differences between the transcript and a second text. */
export function useDifferences(
  session: TranscriptSession,
  { opinion, removed: known }: SecondText,
  writing: boolean,
): DifferencesState {
  const transcript = useTranscriptAfterTyping(session)
  const removed = useRemovedWords(session, known)
  const found = useMemo(
    () => findDifferences(transcript, opinion, { removed, writing }),
    [transcript, opinion, removed, writing],
  )
  const [last, setLast] = useState<Settled | null>(null)
  /** Accepted since `transcript`, which follows typing with a delay. */
  const [gone, setGone] = useState<{ readonly of: unknown; readonly keys: ReadonlySet<string> } | null>(null)
  const hidden = gone?.of === transcript ? gone.keys : null
  const open = useMemo(
    () => found.filter(({ isKept, key }) => !isKept && hidden?.has(key) !== true),
    [found, hidden],
  )
  // Counts all that were ever found, as accepted ones are no longer differences.
  const [most, setMost] = useState({ of: opinion, writing, count: found.length })
  const isSame = most.of === opinion && most.writing === writing
  if (!isSame || found.length > most.count) setMost({ of: opinion, writing, count: found.length })
  const settle = (some: readonly Difference[], outcome: Settled['outcome']): void => {
    const only = some.length === 1 ? some[0] : undefined
    setLast(only === undefined ? null : { difference: only, outcome })
    if (outcome === 'kept') return
    setGone({ of: transcript, keys: new Set([...(hidden ?? []), ...some.map(({ key }) => key)]) })
  }
  return {
    open,
    count: Math.max(isSame ? most.count : 0, found.length),
    last,
    accept(some) {
      const edits = takeDifferences(session.state.transcript, some, () => session.newId(), session.limits)
      if (edits.length === 0) return false
      session.apply(edits, { origin: 'opinion', stepId: session.newId() })
      settle(some, 'accepted')
      return true
    },
    keep(some) {
      const there = new Set(
        session.state.transcript.paragraphs.flatMap(({ words }) => words.map(({ id }) => id)),
      )
      const isThere = ({ markFromId, markToId }: Difference): boolean =>
        there.has(markFromId) && there.has(markToId)
      const edits = some
        .filter(isThere)
        .map((each) => keepEdit(session.state.transcript, each, session.newId()))
      if (edits.length === 0) return false
      session.apply(edits, { origin: 'opinion', stepId: session.newId() })
      settle(some, 'kept')
      return true
    },
  }
}
