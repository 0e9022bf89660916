import { useEffect, useMemo, useState } from 'react'
import { frameGridOf } from '#core/captions/presets/transcript-rules'
import { timeOnFrame } from '#core/frames/frame-grid'
import { framesPerSecond } from '#core/frames/video-frames'
import type { TimeSpan } from '#core/transcript/time-span'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import type { Player } from '../../sound/player/player.ts'
import { usePlayer } from '../../sound/player/use-player.ts'
import { timeOf } from '../../sound/retime/retime.ts'
import { RetimeSteps } from '../../sound/retime/retime-steps.ts'
import wave from '../../sound/waveform/dock.module.css'
import { NARROW_PX, stretchStyle, WaveHandle } from '../../sound/waveform/wave-handle.tsx'
import { useWave, type WaveStore } from '../../sound/waveform/wave-store.ts'
import { classNames } from '../../ui/class-names.ts'
import { useSay } from '../../ui/words.tsx'
import { useCueClock, useSetFrames } from '../cues/cue-time.ts'
import type { ShownCues } from '../cues/cue-store.ts'
import { type CaptionEditor, sameCue } from '../editing/caption-editor.ts'
import styles from './cue-edges.module.css'
import { type DraggedEdge, draggedSpan } from './dragged-edge.ts'
import { edgeLimits, followedLimits, lastMs, type Side } from './edge-limits.ts'
import { edgeTargets, snapDistance, snapEdge } from './edge-snap.ts'
import { moveEdges } from './move-edges.ts'
import { moveFollowing } from './move-following.ts'

export interface CueEdgesProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly editor: CaptionEditor
  readonly wave: WaveStore
  readonly list: ShownCues
  /** Index of the caption. */
  readonly index: number
  /** Times of shot changes. */
  readonly shots: readonly number[]
  /** The edge that is being dragged; null if none is. */
  readonly dragged: DraggedEdge | null
  readonly onDragged: (edge: DraggedEdge | null) => void
}

const BIG_STEP_MS = 100
/** Default if the rules do not count in frames. */
const FRAMES_A_SECOND = 25
/** How long the time is shown next to an edge that a key moved. */
const LABEL_MS = 1_500
/** How far Enter searches for something to snap to. */
const SNAP_BY_KEY_MS = 500

/** The edges of the edited caption, moved by dragging or by keys. The words keep their times. */
export function CueEdges(props: CueEdgesProps) {
  const { session, player, editor, wave: store, list, index, shots, dragged, onDragged } = props
  const say = useSay()
  const { snapsCaptionEdges } = usePreferences()
  const durationMs = usePlayer(player, (state) => state.durationMs)
  const hasSelection = usePlayer(player, (state) => state.selection !== null)
  const transcript = useTranscriptAfterTyping(session)
  const clock = useCueClock(session)
  const setFrames = useSetFrames(transcript)
  const [named, setNamed] = useState<{ readonly side: Side } | null>(null)
  const [steps] = useState(() => new RetimeSteps())
  useWave(store, (state) => state.view)
  useEffect(() => {
    if (named === null) return undefined
    const timer = setTimeout(() => setNamed(null), LABEL_MS)
    return () => clearTimeout(timer)
  }, [named])
  const counted = frameGridOf(transcript)
  const frameMs = 1_000 / (counted === null ? FRAMES_A_SECOND : framesPerSecond(counted))
  const { cues, rules } = list
  const before = cues[index - 1]
  const after = cues[index + 1]
  const { turns } = transcript
  const targets = useMemo(() => {
    const sources = { before, after, speech: turns, shots, gapMs: rules.gapMs }
    return { start: edgeTargets(sources, 'start'), end: edgeTargets(sources, 'end') }
  }, [before, after, turns, shots, rules.gapMs])
  const cue = cues[index]
  if (cue === undefined) return null

  const context = { cues, rules, durationMs, transcript }
  const limits = { start: edgeLimits(context, cue, 'start'), end: edgeLimits(context, cue, 'end') }
  const followed = followedLimits(cue, limits, lastMs(context))
  const span = draggedSpan(cue, dragged)
  const snapped = (side: Side, ms: number, withinMs: number, within: TimeSpan): number => {
    const to = snapEdge(ms, targets[side], withinMs)
    return Math.max(within.startMs, Math.min(to, within.endMs))
  }
  const drag = (side: Side, ms: number, isFree: boolean, isFollowed: boolean): void => {
    const within = (isFollowed ? followed : limits)[side]
    const to = isFree ? ms : snapped(side, ms, snapDistance(store.state.view.msPerPixel), within)
    const onFrame = timeOnFrame(to, setFrames, within)
    const later = isFollowed ? { laterMs: onFrame - timeOf(cue, side) } : {}
    onDragged({ index, side, ms: onFrame, ...later })
  }
  const move = (side: Side, ms: number, how: 'dragged' | 'key', at: number): void => {
    onDragged(null)
    if (how === 'key') setNamed({ side })
    const stepId = steps.stepOf(how, at, () => session.newId())
    if (how === 'dragged' && dragged?.laterMs !== undefined) {
      moveFollowing(editor, player, { index, side, laterMs: dragged.laterMs }, { stepId, frames: setFrames })
      return
    }
    moveEdges(editor, player, index, side === 'start' ? { startMs: ms } : { endMs: ms }, {
      stepId,
      frames: setFrames,
    })
  }
  const place = stretchStyle(store, span.startMs, span.endMs)
  const gapBefore = before !== undefined && stretchStyle(store, before.endMs, before.endMs + rules.gapMs)
  const gapAfter = after !== undefined && stretchStyle(store, after.startMs - rules.gapMs, after.startMs)
  const moving = dragged?.side ?? named?.side
  return (
    <>
      {gapBefore && <i className={styles.gap} style={gapBefore} />}
      {gapAfter && <i className={styles.gap} style={gapAfter} />}
      <div
        className={classNames(
          wave.stretch,
          wave.edges,
          hasSelection && wave.unfilled,
          place.width < NARROW_PX && wave.narrow,
        )}
        style={place}
        data-caption-edges
      >
        {(['start', 'end'] as const).map((side) => (
          <WaveHandle
            key={side}
            wave={store}
            className={side === 'end' ? wave.right : undefined}
            label={say(`captions.edge.${side}`, { number: index + 1 })}
            description={say(setFrames === null ? 'captions.edge.keys' : 'captions.edge.keys.frames')}
            ms={side === 'start' ? span.startMs : span.endMs}
            nowMs={() => timeOf(editor.cues[sameCue(editor.cues, cue)] ?? cue, side)}
            timeText={clock}
            minMs={limits[side].startMs}
            maxMs={limits[side].endMs}
            stepMs={frameMs}
            bigStepMs={setFrames === null ? BIG_STEP_MS : 10 * frameMs}
            shiftLimits={followed[side]}
            onDrag={(ms, free, withShift) => drag(side, ms, free || !snapsCaptionEdges, withShift)}
            onMove={(ms, how, at) => move(side, how === 'key' ? ms : (dragged?.ms ?? ms), how, at)}
            onCancel={() => onDragged(null)}
            onSnap={(at) =>
              move(side, snapped(side, timeOf(cue, side), SNAP_BY_KEY_MS, limits[side]), 'key', at)
            }
          />
        ))}
        {moving !== undefined && (
          <b className={styles.time} data-side={moving} data-figures>
            {say(moving === 'start' ? 'captions.in' : 'captions.out')}{' '}
            {clock(moving === 'start' ? span.startMs : span.endMs)}
          </b>
        )}
      </div>
    </>
  )
}
