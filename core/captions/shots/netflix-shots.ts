import { isClose, type NearShots, type ShotPlace, type ShotRule } from './shot-rule.ts'

/**
 * A start this share of half a second or more before a change is half a second before it, a later one on it: 8 and 9
 * of 12 frames (Subtitle Edit's quality check).
 */
const PULLED_SHARE = 0.75

/**
 * Netflix timing 360051554394 §2, written for 24 frames a second with half a second as 12. In-times up to half a second
 * after a change are on it; shortly before it, they are on it or half a second earlier. Out-times are two frames (here: the
 * rules' gap) before a change or half a second away from it, so that a caption that goes on over a change stays that long.
 */
export const netflixShots: ShotRule = {
  en: 'as Netflix',
  fr: 'comme Netflix',
  allowsCrossing: true,
  startPlaces: (near) => {
    const { before, after, halfSecond } = near
    if (before?.frames === 0) return []
    const onBefore = isClose(before, near) ? [{ ms: before.ms, frames: 0 }] : []
    if (!isClose(after, near)) return onBefore
    const onAfter = { ms: after.ms, frames: 0 }
    const earlier = { ms: after.ms, frames: -halfSecond }
    const isPulled = after.frames >= Math.round(halfSecond * PULLED_SHARE)
    const places = isPulled ? [earlier, onAfter] : [onAfter, earlier]
    const isNearer = before !== null && before.frames <= after.frames
    return isNearer ? [...onBefore, ...places] : [...places, ...onBefore]
  },
  endPlaces: (near) => {
    const { before, after, halfSecond, gap } = near
    if (after?.frames === gap || (gap === 0 && before?.frames === 0)) return []
    const places: ShotPlace[] = []
    if (isClose(before, near)) places.push({ ms: before.ms, frames: -gap })
    if (isClose(after, near)) places.push({ ms: after.ms, frames: -gap })
    if (places.length === 2 && isAfterNearer(near)) places.reverse()
    return isClose(before, near) ? [...places, { ms: before.ms, frames: halfSecond }] : places
  },
}

const isAfterNearer = ({ before, after, gap }: NearShots): boolean =>
  Math.abs((after?.frames ?? Infinity) - gap) < (before?.frames ?? Infinity) + gap
