import { useMemo } from 'react'
import {
  cutPlaces,
  type FoundKind,
  type FoundPlace,
  type PlaceChange,
  restorePlaces,
} from '#core/cut/found-places'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useCutStretchChanges } from '../use-cut-stretches.ts'

export interface PlaceChanges {
  readonly cut: (places: readonly FoundPlace[]) => void
  readonly restore: (places: readonly FoundPlace[]) => void
}

/** Cuts places of a kind, or restores them: each call is one step of undo. */
export function usePlaceChanges(
  session: TranscriptSession,
  recordingId: string,
  kind: FoundKind,
): PlaceChanges {
  const changeStretches = useCutStretchChanges(recordingId, session)
  return useMemo(() => {
    const newId = (): string => session.newId()
    const change = ({ edits, set, remove }: PlaceChange): void => {
      const stepId = newId()
      if (edits.length > 0) session.apply(edits, { stepId })
      changeStretches({ set, remove }, stepId)
    }
    return {
      cut: (places) => change(cutPlaces(session.state.transcript, kind, places, newId)),
      restore: (places) => change(restorePlaces(session.state.transcript, places, newId)),
    }
  }, [session, changeStretches, kind])
}
