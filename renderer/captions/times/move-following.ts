import { moveCaptions } from '#core/captions/retiming/move-captions'
import { cuesFrom } from '#core/captions/retiming/retimed-cues'
import { movedBy } from '#core/transcript/time-map'
import type { Player } from '../../sound/player/player.ts'
import { MOVE_STEP } from '../caption-steps.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import type { Side } from './edge-limits.ts'
import { moveEdges, type MoveOptions } from './move-edges.ts'

/**
 * Moves an edge of a caption and all that follow by the same time: the start takes the whole caption along, the end the
 * captions after it.
 * @param laterMs negative: earlier
 */
export function moveFollowing(
  editor: CaptionEditor,
  player: Pick<Player, 'state' | 'select'>,
  { index, side, laterMs }: { readonly index: number; readonly side: Side; readonly laterMs: number },
  given: MoveOptions & { readonly stepId: string },
): void {
  const cue = editor.cues[index]
  if (cue === undefined || laterMs === 0) return
  const options = { ...given, stepId: MOVE_STEP + given.stepId }
  const moveFrom = (from: number): boolean =>
    editor.run(
      index,
      (context) => {
        const move = { map: movedBy(laterMs), range: cuesFrom(from), withWords: false }
        // What does not move is not made again.
        const parts = editor.copyParts()
        return moveCaptions(context, move, (after) => parts.update(after, context.rules, context))
      },
      { stepId: options.stepId, stays: true },
    )
  if (side === 'start') {
    moveFrom(index)
    return
  }
  const setEnd = (): boolean => moveEdges(editor, player, index, { endMs: cue.endMs + laterMs }, options)
  // What is in the way moves first.
  const [first, second] =
    laterMs > 0 ? [() => moveFrom(index + 1), setEnd] : [setEnd, () => moveFrom(index + 1)]
  first()
  second()
}
