import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { type CutEdge, findCutEdges, resetCutEdges, setCutEdge, snappedEdge } from '#core/cut/cut-edges'
import { edgeFrom, edgeMs, edgeUntil } from '#core/cut/quiet-edges'
import { exactTime } from '#core/notation/lengths'
import type { TimeSpan } from '#core/transcript/time-span'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { RetimeSteps } from '../sound/retime/retime-steps.ts'
import dock from '../sound/waveform/dock.module.css'
import { NARROW_PX, stretchStyle, WaveHandle } from '../sound/waveform/wave-handle.tsx'
import { useWave, type WaveStore } from '../sound/waveform/wave-store.ts'
import { classNames } from '../ui/class-names.ts'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './cut-in-wave.module.css'
import { useCutStretchChanges, useStretchNow } from './use-cut-stretches.ts'
import type { RecordingCut } from './use-recording-cut.ts'

export interface CutEdgesProps {
  readonly session: TranscriptSession
  readonly recordingId: string
  readonly wave: WaveStore
  readonly found: RecordingCut
  readonly cut: TimeSpan
}

const STEP_MS = 10
const BIG_STEP_MS = 100

interface Moved {
  readonly side: CutEdge['side']
  readonly ms: number
  readonly isSnapped: boolean
}

/** The edges of a cut: dragging snaps to the quietest place near by, keys move them exactly. */
export function CutEdges({ session, recordingId, wave, found, cut }: CutEdgesProps) {
  const say = useSay()
  const locale = useLocale()
  const { shown } = found
  const edges = useMemo(() => findCutEdges(shown, cut), [shown, cut])
  const changeStretches = useCutStretchChanges(recordingId, session)
  const stretchNow = useStretchNow(recordingId)
  const [steps] = useState(() => new RetimeSteps())
  const [dragged, setDragged] = useState<Moved | null>(null)
  /** Where a key moved an edge that is not found anew yet. */
  const pending = useRef<Moved | null>(null)
  useEffect(() => {
    pending.current = null
  }, [edges])
  useWave(wave, (state) => state.view)
  const now = ({ side, ms }: CutEdge): number =>
    pending.current?.side === side ? pending.current.ms : Math.round(ms)
  const move = (edge: CutEdge, ms: number, how: 'dragged' | 'key', at: number): void => {
    startTransition(() => setDragged(null))
    pending.current = { side: edge.side, ms, isSnapped: false }
    const { transcript } = session.state
    // Another window may have restored or changed it meanwhile.
    const current = asItIsNow(edge)
    if (current === null) return
    const stepId = steps.stepOf(how, at, () => session.newId())
    const change = setCutEdge(transcript, current, ms, () => session.newId())
    if ('edit' in change) session.apply([change.edit], { stepId })
    else changeStretches({ set: [change.stretch] }, stepId)
  }
  const reset = (edge: CutEdge): void => {
    const { transcript } = session.state
    const current = asItIsNow(edge)
    const edits = current === null ? [] : resetCutEdges(transcript, [current], () => session.newId())
    if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
  }
  const at = (side: CutEdge['side'], ms: number): number => (dragged?.side === side ? dragged.ms : ms)
  const span = { startMs: at('start', cut.startMs), endMs: at('end', cut.endMs) }
  const place = stretchStyle(wave, span.startMs, span.endMs)
  return (
    <div
      className={classNames(dock.stretch, dock.edges, dock.unfilled, place.width < NARROW_PX && dock.narrow)}
      style={place}
      data-cut-edges
    >
      {edges.map((edge) => {
        const { side } = edge
        const ms = at(side, edge.ms)
        return (
          <WaveHandle
            key={side}
            wave={wave}
            className={side === 'end' ? dock.right : undefined}
            label={say(`cut-view.edge.${side}`)}
            description={say('cut-view.edge.keys')}
            ms={ms}
            nowMs={() => now(edge)}
            minMs={edge.minMs}
            maxMs={edge.maxMs}
            stepMs={STEP_MS}
            bigStepMs={BIG_STEP_MS}
            onDrag={(to, free) =>
              setDragged({ side, ms: free ? to : snappedEdge(shown, edge, to), isSnapped: !free })
            }
            onMove={(to, how, when) =>
              move(edge, how === 'key' ? onFrame(edge, to) : (dragged?.ms ?? to), how, when)
            }
            onCancel={() => setDragged(null)}
            onSnap={(when) => move(edge, snappedEdge(shown, edge, now(edge)), 'key', when)}
            onReset={() => reset(edge)}
          />
        )
      })}
      {dragged?.isSnapped === true && (
        <span className={styles.snapped} data-side={dragged.side}>
          {say('cut-view.edge.snapped', { time: exactTime(dragged.ms, locale, 2) })}
        </span>
      )}
    </div>
  )

  /** With a video the next frame in the direction of a key. */
  function onFrame(edge: CutEdge, to: number): number {
    if (shown.frames === undefined) return to
    const grid = { rate: shown.rate, frames: shown.frames }
    return Math.round(edgeMs(to > now(edge) ? edgeFrom(to, grid) : edgeUntil(to, grid), grid))
  }

  /** With its mark or row as it is now; null if that is gone. */
  function asItIsNow(edge: CutEdge): CutEdge | null {
    const { source } = edge
    if ('stretch' in source) {
      const stretch = stretchNow(source.stretch.id)
      return stretch === null ? null : { ...edge, source: { stretch } }
    }
    const mark = session.state.transcript.marks.find(({ id }) => id === source.mark.id)
    return mark?.kind === 'cut' || mark?.kind === 'cut-sound' ? { ...edge, source: { mark } } : null
  }
}
