import type { Cue } from '#core/captions/cues'
import type { PlaceHandlers } from '../../keys/use-key-actions.ts'
import type { Player } from '../../sound/player/player.ts'
import { RetimeSteps } from '../../sound/retime/retime-steps.ts'
import { cueAt } from '../cues/cue-at.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import type { Side } from './edge-limits.ts'
import { isLoopOf, moveEdges } from './move-edges.ts'
import { toggleTap } from './tap-store.ts'

const NUDGE_MS = 100
const LEAD_MS = 1_000

/** The caption that keys apply to: the edited one, else the one at the playhead or the last before it. */
function cueAtWork(
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
  frameRate: number | null,
  now: () => number = () => performance.now(),
): PlaceHandlers<'captions'> {
  let steps = new RetimeSteps()
  let nudged = ''
  const withCue = (act: (cue: Cue) => void): void => {
    const cue = cueAtWork(editor, player)
    if (cue !== undefined) act(cue)
  }
  const setToPlayhead = (side: Side) => () => {
    nudged = ''
    const ms = Math.round(player.positionMs)
    withCue(({ index }) =>
      moveEdges(editor, player, index, side === 'start' ? { startMs: ms } : { endMs: ms }, { frameRate }),
    )
  }
  const nudge = (side: Side, byMs: number) => () =>
    withCue(({ index, startMs, endMs }) => {
      if (nudged !== `${index} ${side}`) steps = new RetimeSteps()
      nudged = `${index} ${side}`
      const stepId = steps.stepOf('key', now(), () => editor.context().newId())
      const times = side === 'start' ? { startMs: startMs + byMs } : { endMs: endMs + byMs }
      moveEdges(editor, player, index, times, { stepId, frameRate })
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
    'caption-start-earlier': nudge('start', -NUDGE_MS),
    'caption-start-later': nudge('start', NUDGE_MS),
    'caption-end-earlier': nudge('end', -NUDGE_MS),
    'caption-end-later': nudge('end', NUDGE_MS),
    'caption-tap': () => toggleTap(editor, player),
  }
}
