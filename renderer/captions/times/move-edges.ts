import type { Cue } from '#core/captions/cues'
import type { CueContext } from '#core/captions/edits/cue-context'
import { setCueTimes } from '#core/captions/edits/cue-times'
import type { Edit } from '#core/edits/edit'
import { timeOnFrame } from '#core/frames/frame-grid'
import type { FrameGrid } from '#core/frames/video-frames'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Player } from '../../sound/player/player.ts'
import { type CaptionEditor, type RunOptions, sameCue } from '../editing/caption-editor.ts'
import { edgeLimits, type Side } from './edge-limits.ts'

export interface MoveOptions extends RunOptions {
  /** On which set times lie. Null for milliseconds. */
  readonly frames: FrameGrid | null
}

/** Sets the start, the end or both of a caption, within its limits. False if nothing changes. */
export function moveEdges(
  editor: CaptionEditor,
  player: Pick<Player, 'state' | 'select'>,
  index: number,
  times: Partial<TimeSpan>,
  { frames, ...options }: MoveOptions,
): boolean {
  const before = editor.cues[index]
  if (before === undefined) return false
  const isLooped = isLoopOf(player, before)
  const make = (context: CueContext, cue: Cue): readonly Edit[] =>
    setCueTimes(context, cue, timesOnFrames(context, cue, times, frames)).edits
  if (!editor.run(index, make, options)) return false
  const { cues } = editor
  const after = cues[sameCue(cues, before)]
  // A loop over the caption follows its new times.
  if (isLooped && after !== undefined) player.select({ startMs: after.startMs, endMs: after.endMs })
  return true
}

/** An edge that is set alone is limited by the other edge and the neighboring captions. */
function timesOnFrames(
  context: CueContext,
  cue: Cue,
  { startMs, endMs }: Partial<TimeSpan>,
  frames: FrameGrid | null,
): Partial<TimeSpan> {
  const limitsOf = (side: Side): TimeSpan | undefined =>
    startMs === undefined || endMs === undefined ? edgeLimits(context, cue, side) : undefined
  return {
    ...(startMs === undefined ? {} : { startMs: timeOnFrame(startMs, frames, limitsOf('start')) }),
    ...(endMs === undefined ? {} : { endMs: timeOnFrame(endMs, frames, limitsOf('end')) }),
  }
}

/** Whether exactly this span is being looped. */
export function isLoopOf({ state }: Pick<Player, 'state'>, { startMs, endMs }: TimeSpan): boolean {
  const { looping, selection } = state
  return looping && selection?.startMs === startMs && selection.endMs === endMs
}
