import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import { arrangeCues } from './arrange-cues.ts'
import type { CueContext } from './cue-context.ts'
import { joinWithBefore } from './join-with-before.ts'
import { pairBefore, type CuePair } from './wanted.ts'
import { idAt, marksIn, type WordOrder } from './word-order.ts'

/** Moves the last word of a cue to the next one; a cue's only word joins the next cue. */
export function moveWordToNext(context: CueContext, cue: Cue): Edit[] {
  const next = context.cues[cue.index + 1]
  const pair = next === undefined ? null : pairBefore(context, next)
  if (next === undefined || pair === null) return []
  const { order, first } = pair
  let place = lastShown(order, cue, first.to)
  while (place > first.from && isAttached(order, place)) place -= 1
  if (place <= first.from) return joinWithBefore(context, next)
  return moveBorder(context, pair, place)
}

/** Moves the first word of a cue to the one before; a cue's only word joins that cue. */
export function moveWordToBefore(context: CueContext, cue: Cue): Edit[] {
  const pair = pairBefore(context, cue)
  if (pair === null) return []
  const { order, second } = pair
  let place = second.from + 1
  while (place <= second.to && (isAttached(order, place) || !cue.wordIds.includes(idAt(order, place))))
    place += 1
  if (place > second.to) return joinWithBefore(context, cue)
  return moveBorder(context, pair, place)
}

function moveBorder(context: CueContext, { order, first, second }: CuePair, place: number): Edit[] {
  const isInWording = marksIn(order, context.transcript.marks, ['wording'], { from: place, to: place }).some(
    ({ from }) => from < place,
  )
  // The text of a wording cannot be assigned to single words.
  if (isInWording) return []
  return arrangeCues(context, order, [
    { ...first, to: place - 1 },
    { ...second, from: place },
  ])
}

function lastShown(order: WordOrder, cue: Cue, to: number): number {
  let place = to
  while (place > 0 && !cue.wordIds.includes(idAt(order, place))) place -= 1
  return place
}

/** Whether there is no space before a word, as after an elided article. */
const isAttached = (order: WordOrder, place: number): boolean =>
  order.paragraphAt(place) === order.paragraphAt(place - 1) && !/^\s/u.test(order.at(place)?.before ?? '')
