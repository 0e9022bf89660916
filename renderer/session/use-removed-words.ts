import { useEffect, useMemo, useState } from 'react'
import { changedRun } from '#core/edits/changed-run'
import type { TimeSpan } from '#core/transcript/time-span'
import type { TranscriptSession } from './transcript-session.ts'

/**
 * Times of recognized words that a person removed: those known before, and those removed since in this
 * window.
 */
export function useRemovedWords(session: TranscriptSession, known: readonly TimeSpan[]): readonly TimeSpan[] {
  const [since, setSince] = useState<readonly TimeSpan[]>([])
  useEffect(
    () =>
      session.onChange(({ before, after, origin }) => {
        // Words missing in another text were removed by accepting its difference.
        if (origin === 'studio' || origin === 'opinion') return
        const run = changedRun(before, after)
        const left = new Set(run.after.flatMap(({ words }) => words.map(({ id }) => id)))
        const gone = run.before
          .flatMap(({ words }) => words)
          .filter(({ id, origin: made }) => made === 'recognised' && !left.has(id))
          .map(({ startMs, endMs }) => ({ startMs, endMs }))
        if (gone.length > 0) setSince((some) => [...some, ...gone])
      }),
    [session],
  )
  return useMemo(() => [...known, ...since], [known, since])
}
