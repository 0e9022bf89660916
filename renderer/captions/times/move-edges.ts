import type { Cue } from '#core/captions/cues'
import type { CueContext } from '#core/captions/edits/cue-context'
import { setCueTimes } from '#core/captions/edits/cue-times'
import type { Edit } from '#core/edits/edit'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Player } from '../../sound/player/player.ts'
import { type CaptionEditor, type RunOptions, sameCue } from '../editing/caption-editor.ts'
import { edgeLimits, type Side } from './edge-limits.ts'
import { frameTime } from './frame-time.ts'

export interface MoveOptions extends RunOptions {
  /** Frame rate to which set times are aligned. Null for milliseconds. */
  readonly frameRate: number | null
}

/** Sets the start, the end or both of a caption, within its limits. False if nothing changes. */
export function moveEdges(
  editor: CaptionEditor,
  player: Pick<Player, 'state' | 'select'>,
  index: number,
  times: Partial<TimeSpan>,
  { frameRate, ...options }: MoveOptions,
): boolean {
  const before = editor.cues[index]
  if (before === undefined) return false
  const isLooped = isLoopOf(player, before)
  const make = (context: CueContext, cue: Cue): readonly Edit[] =>
    setCueTimes(context, cue, timesOnFrames(context, cue, times, frameRate)).edits
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
  frameRate: number | null,
): Partial<TimeSpan> {
  const limitsOf = (side: Side): TimeSpan | undefined =>
    startMs === undefined || endMs === undefined ? edgeLimits(context, cue, side) : undefined
  return {
    ...(startMs === undefined ? {} : { startMs: frameTime(startMs, frameRate, limitsOf('start')) }),
    ...(endMs === undefined ? {} : { endMs: frameTime(endMs, frameRate, limitsOf('end')) }),
  }
}

/** Whether exactly this span is being looped. */
export function isLoopOf({ state }: Pick<Player, 'state'>, { startMs, endMs }: TimeSpan): boolean {
  const { looping, selection } = state
  return looping && selection?.startMs === startMs && selection.endMs === endMs
}
