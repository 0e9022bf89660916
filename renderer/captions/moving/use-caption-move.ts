import { useEffect, useState } from 'react'
import {
  type CaptionMove,
  type MovedCaptions,
  moveCaptionsInSteps,
} from '#core/captions/retiming/move-captions'
import type { Transcript } from '#core/transcript/transcript'
import { runInSlices } from '../../session/run-in-slices.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'
import { MOVE_STEP } from '../caption-steps.ts'
import { cueStoreOf } from '../cues/use-cues.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'

/** A pause in typing after which a move is worked out: that of thousands of captions takes seconds. */
const PAUSE_MS = 120
/** Time for working out a move before other work runs. */
const SLICE_MS = 12

interface Found extends MovedCaptions {
  readonly from: Transcript
  readonly move: CaptionMove
}

export interface MovePreview {
  /** What the move makes of the captions; null while that is worked out, or without a move. */
  readonly moved: MovedCaptions | null
  /** Makes the move, as one step of undo. */
  readonly apply: () => void
}

/** A move of an open transcript's captions before it is made; worked out again when the transcript changes. */
export function useCaptionMove(
  session: TranscriptSession,
  editor: CaptionEditor,
  move: CaptionMove | null,
): MovePreview {
  const transcript = useSession(session, (state) => state.transcript)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (move === null) return undefined
    let stop: (() => void) | undefined
    const timer = setTimeout(() => {
      const context = editor.context()
      const { rules, part = null, names = 'never' } = context
      const parts = cueStoreOf(session, { durationMs: context.durationMs, trim: part }, names).copyParts()
      const steps = moveCaptionsInSteps(context, move, (after) => parts.update(after, rules, context))
      stop = runInSlices(steps, SLICE_MS, (moved) => setFound({ ...moved, from: context.transcript, move }))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [session, editor, transcript, move])
  const isNow = found !== null && found.move === move && found.from === transcript
  return {
    moved: isNow ? found : null,
    apply: () => {
      if (found === null || found.from !== session.state.transcript || found.edits.length === 0) return
      const { edits, transcript: after } = found
      // An edit that moves all says so itself.
      const step = found.move.range === null ? '' : MOVE_STEP
      session.apply(edits, { origin: 'captions', stepId: step + session.newId(), after })
    },
  }
}
