import { isClose, type ShotPlace, type ShotRule } from './shot-rule.ts'

/**
 * BBC Subtitle Guidelines v1.2 §6: captions start on the first frame of a shot and end on its last one (6.1); one that
 * goes on over a change is not removed too soon after it (6.2); none starts in the middle of a shot and ends in the
 * middle of the next (6.3), but it may end where a later one does (6.4). How near is set by judgment: half a second.
 */
export const bbcShots: ShotRule = {
  en: 'as the BBC',
  fr: 'comme la BBC',
  allowsCrossing: false,
  startPlaces: (near) => {
    const { before, after } = near
    if (before?.frames === 0) return []
    return [before, after]
      .filter((shot) => isClose(shot, near))
      .toSorted((a, b) => a.frames - b.frames)
      .map(({ ms }) => ({ ms, frames: 0 }))
  },
  endPlaces: (near) => {
    const { before, after, halfSecond, gap } = near
    if (after?.frames === gap || (gap === 0 && before?.frames === 0)) return []
    const places: ShotPlace[] = [before, after]
      .filter((shot) => isClose(shot, near))
      .toSorted((a, b) => a.frames - b.frames)
      .map(({ ms }) => ({ ms, frames: -gap }))
    return isClose(before, near) ? [...places, { ms: before.ms, frames: halfSecond }] : places
  },
}
