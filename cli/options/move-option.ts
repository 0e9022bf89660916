import {
  movedAgain,
  movedBy,
  stretchedBy,
  throughPairs,
  type TimeMap,
  type TimePair,
  UNMOVED,
} from '#core/transcript/time-map'
import { MAX_FRAME_RATE } from '#core/formats/output-options'
import { frameRateOf } from '#core/frames/timecode'
import { parseTime } from '#core/sound/parse-time'
import { badOption, type Invocation, text } from './arguments.ts'

/** A shift of at most twelve days either way. */
const MAX_SHIFT_MS = 1e9

/**
 * How captions move in time: `--stretch`, then `--shift`; or `--sync` alone. Throws `usage.bad-option`.
 */
export function moveOption(invocation: Invocation): TimeMap {
  const sync = text(invocation, 'sync')
  const stretch = text(invocation, 'stretch')
  const shift = text(invocation, 'shift')
  if (sync !== undefined) {
    const map = readPairs(sync)
    if (map === null || stretch !== undefined || shift !== undefined)
      throw badOption(invocation, 'sync', sync)
    return map
  }
  const stretched = stretch === undefined ? UNMOVED : readRates(stretch)
  if (stretched === null) throw badOption(invocation, 'stretch', stretch ?? '')
  const ms = shift === undefined ? 0 : readShift(shift)
  if (ms === null) throw badOption(invocation, 'shift', shift ?? '')
  return movedAgain(stretched, movedBy(ms))
}

/** `1.5`, `-0:01:02.5`: ms; null if it is no time. */
function readShift(given: string): number | null {
  const [, sign = '', time = ''] = /^([-+\u2212]?)(.*)$/u.exec(given.trim()) ?? []
  const ms = parseTime(time)
  if (ms === null || ms > MAX_SHIFT_MS) return null
  return sign === '' || sign === '+' ? ms : -ms
}

/** `23.976:25`; null if it is no pair of frame rates. */
function readRates(given: string): TimeMap | null {
  const rates = /^(\d+(?:[.,]\d+)?):(\d+(?:[.,]\d+)?)$/u
    .exec(given.trim())
    ?.slice(1)
    .map((rate) => Number(rate.replace(',', '.')))
  const [from, to] = rates ?? []
  if (from === undefined || to === undefined) return null
  const isRate = (rate: number): boolean => rate >= 1 && rate <= MAX_FRAME_RATE
  return isRate(from) && isRate(to) ? stretchedBy(frameRateOf(from), frameRateOf(to)) : null
}

/** `1:00=1:02,1:30:00=1:30:07`; null if it is not two pairs of times in one order. */
function readPairs(given: string): TimeMap | null {
  const pairs = given.split(/,(?=[\d:.]*=)|;/u).map(readPair)
  const [one, other] = pairs
  const map = pairs.length === 2 && one != null && other != null ? throughPairs(one, other) : null
  // As far apart as frame rates can be: other pairs are a slip.
  return map !== null && map.ratio <= MAX_FRAME_RATE && map.ratio >= 1 / MAX_FRAME_RATE ? map : null
}

function readPair(given: string): TimePair | null {
  const [from = null, to = null, ...others] = given.split('=').map(parseTime)
  return from === null || to === null || others.length > 0 ? null : { fromMs: from, toMs: to }
}
