import { useDeferredValue, useMemo } from 'react'
import { type EditorStore, useSelection } from '../editor/editor-store.ts'
import type { PeakPyramid } from '../sound/peak-pyramid.ts'
import type { Player } from '../sound/player.ts'
import { useSettledTranscript } from '../sound/use-settled-transcript.ts'
import type { WaveStore } from '../sound/wave-store.ts'
import { WordEdges } from '../sound/word-edges.tsx'
import { edgeTarget } from './edge-target.ts'
import type { TranscriptSession } from './transcript-session.ts'

export interface EdgesAtCaretProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly wave: WaveStore
  readonly pyramid: PeakPyramid | null
}

/** In the wave: the edges of what the caret is in. They come after the letter that was typed. */
export function EdgesAtCaret({ session, player, store, wave, pyramid }: EdgesAtCaretProps) {
  const selection = useDeferredValue(useSelection(store))
  const transcript = useSettledTranscript(session)
  const target = useMemo(() => edgeTarget(transcript, selection), [transcript, selection])
  if (target === null) return null
  return (
    <WordEdges
      key={target.wordId ?? target.paragraphId}
      session={session}
      player={player}
      wave={wave}
      pyramid={pyramid}
      target={target}
    />
  )
}
