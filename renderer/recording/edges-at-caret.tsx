import { useDeferredValue, useMemo, useState } from 'react'
import { type EditorStore, useEditor, useSelection } from '../editor/editor-store.ts'
import type { PeakPyramid } from '../sound/waveform/peak-pyramid.ts'
import type { Player } from '../sound/player/player.ts'
import { edgesOf } from '../sound/retime/retime.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { WordEdges } from '../sound/retime/word-edges.tsx'
import { edgeTarget } from './edge-target.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'

export interface EdgesAtCaretProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly wave: WaveStore
  readonly pyramid: PeakPyramid | null
}

/**
 * The edges, in the waveform, of the word or paragraph at the caret. A word being typed gets its edges once typing
 * pauses; until then the previous edges stay. In Cut times stay as they are, too.
 */
export function EdgesAtCaret({ session, player, store, wave, pyramid }: EdgesAtCaretProps) {
  const selection = useDeferredValue(useSelection(store))
  const transcript = useTranscriptAfterTyping(session)
  const found = useMemo(() => edgeTarget(transcript, selection), [transcript, selection])
  const isKnown = useMemo(() => found === null || edgesOf(transcript, found, 0) !== null, [transcript, found])
  const [target, setTarget] = useState(found)
  if (isKnown && target !== found) setTarget(found)
  const isCutting = useEditor(store, (state) => state.isCutting)
  if (target === null || isCutting) return null
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
