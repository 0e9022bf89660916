import { startTransition, useEffect, useMemo, useState } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { classNames } from '../../ui/class-names.ts'
import { useSay } from '../../ui/words.tsx'
import styles from '../waveform/dock.module.css'
import type { PeakPyramid } from '../waveform/peak-pyramid.ts'
import type { Player } from '../player/player.ts'
import { quietPlace } from './quiet-place.ts'
import { RetimeSteps } from './retime-steps.ts'
import {
  type EdgeTarget,
  edgesOf,
  heldEdge,
  retimeEdit,
  type Side,
  timeOf,
  type WordTimes,
} from './retime.ts'
import { usePlayer } from '../player/use-player.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import { NARROW_PX, stretchStyle, WaveHandle } from '../waveform/wave-handle.tsx'
import { useWave, type WaveStore } from '../waveform/wave-store.ts'

export interface WordEdgesProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly wave: WaveStore
  readonly pyramid: PeakPyramid | null
  readonly target: EdgeTarget
}

const STEP_MS = 10
const BIG_STEP_MS = 100

/** The edges of the word at the caret: dragging snaps to nearby silence, keys move them exactly. */
export function WordEdges({ session, player, wave, pyramid, target }: WordEdgesProps) {
  const say = useSay()
  const durationMs = usePlayer(player, (state) => state.durationMs)
  // The edges stay as they are while the word is being typed.
  const transcript = useTranscriptAfterTyping(session)
  const edges = useMemo(() => edgesOf(transcript, target, durationMs), [transcript, target, durationMs])
  const hasSelection = usePlayer(player, (state) => state.selection !== null)
  const [dragged, setDragged] = useState<{ side: Side; ms: number } | null>(null)
  const [steps] = useState(() => new RetimeSteps())
  useWave(wave, (state) => state.view)
  const label = edges === null ? null : edges.text
  const labelMs = edges === null ? 0 : (edges.startMs + edges.endMs) / 2
  useEffect(() => {
    wave.setLabel(label === null ? null : { ms: labelMs, text: label })
    return () => wave.setLabel(null)
  }, [wave, label, labelMs])
  if (edges === null) return null

  const edgesNow = (): WordTimes => edgesOf(session.state.transcript, target, durationMs) ?? edges
  const snapped = (side: Side, ms: number): number =>
    heldEdge(edges, side, pyramid === null ? ms : quietPlace(pyramid, ms))
  const retime = (side: Side, ms: number, how: 'dragged' | 'key', at: number): void => {
    // Cleared together with the new edges, which are rendered in a transition.
    startTransition(() => setDragged(null))
    const edit = retimeEdit(session.state.transcript, edgesNow(), side, ms, session.newId())
    if (edit === null) return
    session.apply([edit], { origin: 'wave', stepId: steps.stepOf(how, at, () => session.newId()) })
  }
  const startMs = dragged?.side === 'start' ? dragged.ms : edges.startMs
  const endMs = dragged?.side === 'end' ? dragged.ms : edges.endMs
  const kind = edges.text === null ? 'paragraph' : 'word'

  const place = stretchStyle(wave, startMs, endMs)
  return (
    <div
      className={classNames(
        styles.stretch,
        styles.edges,
        hasSelection && styles.unfilled,
        place.width < NARROW_PX && styles.narrow,
      )}
      style={place}
    >
      {(['start', 'end'] as const).map((side) => (
        <WaveHandle
          key={side}
          wave={wave}
          className={side === 'end' ? styles.right : undefined}
          label={say(`sound.edge.${kind}.${side}`, { word: edges.text ?? '' })}
          description={say('sound.edge.keys')}
          ms={side === 'start' ? startMs : endMs}
          nowMs={() => timeOf(edgesNow(), side)}
          minMs={edges.earliest[side]}
          maxMs={Math.max(edges.earliest[side], edges.latest[side])}
          stepMs={STEP_MS}
          bigStepMs={BIG_STEP_MS}
          onDrag={(ms, free) => setDragged({ side, ms: free ? ms : snapped(side, ms) })}
          onMove={(ms, how, at) => retime(side, how === 'key' ? ms : (dragged?.ms ?? ms), how, at)}
          onCancel={() => setDragged(null)}
          onSnap={(at) => retime(side, snapped(side, timeOf(edgesNow(), side)), 'key', at)}
        />
      ))}
      {edges.text !== null && <b className={styles.word}>{edges.text}</b>}
    </div>
  )
}
