import { useEffect, useState } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'
import { FIX_ALL_STEP, SNAP_ALL_STEP } from '../caption-steps.ts'
import { cueStoreOf } from '../cues/use-cues.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { findAllFixes, type FixGoal, type FoundFixes } from './find-all-fixes.ts'

export interface AllFixes {
  /** Null while being searched for. */
  readonly found: FoundFixes | null
  /** Applies all of them, as one step of undo. */
  readonly fix: () => void
}

/** Everything that can be fixed in an open transcript; searched for again when it changes. */
export function useAllFixes(session: TranscriptSession, editor: CaptionEditor, goal: FixGoal): AllFixes {
  const transcript = useSession(session, (state) => state.transcript)
  const [found, setFound] = useState<FoundFixes | null>(null)
  useEffect(() => {
    const context = editor.context()
    const store = cueStoreOf(
      session,
      { durationMs: context.durationMs, trim: context.part ?? null },
      context.names ?? 'never',
    )
    return findAllFixes(context, store.copyParts(), goal, setFound)
  }, [session, editor, transcript, goal])
  return {
    found: found?.from === transcript ? found : null,
    fix: () => {
      if (found === null || found.from !== session.state.transcript || found.edits.length === 0) return
      const stepId = (goal === 'all' ? FIX_ALL_STEP : SNAP_ALL_STEP) + session.newId()
      session.apply(found.edits, { origin: 'captions', stepId, after: found.transcript })
    },
  }
}
