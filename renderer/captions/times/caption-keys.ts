import type { Cue } from '#core/captions/cues'
import { MIN_CUE_MS } from '#core/captions/edits/cue-times'
import { frameBegin, framesLater } from '#core/frames/frame-grid'
import type { FrameGrid } from '#core/frames/video-frames'
import type { TimeSpan } from '#core/transcript/time-span'
import type { PlaceHandlers } from '../../keys/use-key-actions.ts'
import type { Player } from '../../sound/player/player.ts'
import { RetimeSteps } from '../../sound/retime/retime-steps.ts'
import { cueAt } from '../cues/cue-at.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import type { Side } from './edge-limits.ts'
import { isLoopOf, moveEdges } from './move-edges.ts'
import { toggleTap } from './tap-store.ts'

/** Without frames. */
const NUDGE_MS = 100
const MANY = 10
const LEAD_MS = 1_000

/** The caption that keys apply to: the edited one, else the one at the playhead or the last before it. */
export function cueAtWork(
  editor: Pick<CaptionEditor, 'cues' | 'state'>,
  { positionMs }: Pick<Player, 'positionMs'>,
): Cue | undefined {
  const { cues } = editor
  return cues[editor.state.index ?? cueAt(cues, positionMs)]
}

/**
 * The actions of the keys for caption times. @param now ms on a monotonic clock: consecutive nudges are one
 * step of undo
 */
export function createCaptionKeys(
  editor: CaptionEditor,
  player: Player,
  frames: FrameGrid | null,
  now: () => number = () => performance.now(),
): Omit<PlaceHandlers<'captions'>, 'caption-move'> {
  let steps = new RetimeSteps()
  let nudged = ''
  const withCue = (act: (cue: Cue) => void): void => {
    const cue = cueAtWork(editor, player)
    if (cue !== undefined) act(cue)
  }
  const setToPlayhead = (side: Side) => () => {
    nudged = ''
    const ms = frames === null ? Math.round(player.positionMs) : frameBegin(player.positionMs, frames)
    withCue((cue) => moveEdges(editor, player, cue.index, apartFromNeighbor(cue, side, ms), { frames }))
  }
  /** Far ahead, the caption ends at the rules' gap before the next one; the same for its start. */
  const apartFromNeighbor = (cue: Cue, side: Side, ms: number): Partial<TimeSpan> => {
    const { cues, rules } = editor.context()
    if (side === 'end') {
      const lastMs = (cues[cue.index + 1]?.startMs ?? Infinity) - rules.gapMs
      return { endMs: lastMs > cue.startMs + MIN_CUE_MS ? Math.min(ms, lastMs) : ms }
    }
    const before = cues[cue.index - 1]
    // One that Parolo times gives way by itself.
    const firstMs = before?.isFixed === true ? before.endMs + rules.gapMs : 0
    return { startMs: firstMs < cue.endMs - MIN_CUE_MS ? Math.max(ms, firstMs) : ms }
  }
  const later = (ms: number, by: number): number =>
    frames === null ? ms + by * NUDGE_MS : framesLater(ms, by, frames)
  const nudge = (side: Side, by: number) => () =>
    withCue(({ index, startMs, endMs }) => {
      if (nudged !== `${index} ${side}`) steps = new RetimeSteps()
      nudged = `${index} ${side}`
      const stepId = steps.stepOf('key', now(), () => editor.context().newId())
      const times = side === 'start' ? { startMs: later(startMs, by) } : { endMs: later(endMs, by) }
      moveEdges(editor, player, index, times, { stepId, frames })
    })
  const toggleLoop = (cue: Cue): void => {
    if (isLoopOf(player, cue)) {
      player.select(null)
      return
    }
    player.select({ startMs: cue.startMs, endMs: cue.endMs })
    player.setLooping(true)
    player.seek(cue.startMs)
    player.play()
  }
  return {
    'caption-in': setToPlayhead('start'),
    'caption-out': setToPlayhead('end'),
    'caption-play': () => withCue(({ startMs, endMs }) => player.playSpan({ startMs, endMs })),
    'caption-play-before': () =>
      withCue(({ startMs, endMs }) => player.playSpan({ startMs: Math.max(0, startMs - LEAD_MS), endMs })),
    'caption-loop': () => withCue(toggleLoop),
    'caption-start-earlier': nudge('start', -1),
    'caption-start-later': nudge('start', 1),
    'caption-end-earlier': nudge('end', -1),
    'caption-end-later': nudge('end', 1),
    'caption-start-much-earlier': nudge('start', -MANY),
    'caption-start-much-later': nudge('start', MANY),
    'caption-end-much-earlier': nudge('end', -MANY),
    'caption-end-much-later': nudge('end', MANY),
    'caption-tap': () => toggleTap(editor, player),
  }
}
