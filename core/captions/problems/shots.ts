import type { NearShots } from '../shots/shot-rule.ts'
import type { FoundProblem, ProblemKind } from './problem-kind.ts'

/** Problems between a cue and the shots of the video near it. */
export const shotProblems = {
  'start-near-shot': {
    unit: 'count',
    isLack: true,
    about: 'shot',
    fixes: ['shot'],
    inCue: null,
    beforeNext: null,
    atShots: ({ startMs }, shots) => {
      const near = shots.near(startMs)
      return shots.isWrongStart(near) ? distanceIn(near, 0) : null
    },
    en: {
      is: 'Starts {value, plural, one {# frame} other {# frames}} from a shot change: neither on it nor half a second away.',
      slight: null,
      count: '{count, plural, one {# starts near a shot change} other {# start near a shot change}}',
      fixed:
        '{count, plural, one {# started near a shot change: moved} other {# started near a shot change: moved}}',
    },
    fr: {
      is: 'Commence à {value, plural, one {# image} other {# images}} d’un changement de plan\u00A0: ni dessus, ni à une demi-seconde.',
      slight: null,
      count:
        '{count, plural, one {# commence près d’un changement de plan} other {# commencent près d’un changement de plan}}',
      fixed:
        '{count, plural, one {# commençait près d’un changement de plan\u00A0: déplacé} other {# commençaient près d’un changement de plan\u00A0: déplacés}}',
    },
  },
  'end-near-shot': {
    unit: 'count',
    isLack: true,
    about: 'shot',
    fixes: ['shot'],
    inCue: null,
    beforeNext: null,
    atShots: ({ endMs }, shots) => {
      const near = shots.near(endMs)
      return shots.isWrongEnd(near) ? distanceIn(near, near.gap) : null
    },
    en: {
      is: 'Ends near a shot change, {value, plural, one {# frame} other {# frames}} from its place there.',
      slight: null,
      count: '{count, plural, one {# ends near a shot change} other {# end near a shot change}}',
      fixed:
        '{count, plural, one {# ended near a shot change: moved} other {# ended near a shot change: moved}}',
    },
    fr: {
      is: 'Se termine près d’un changement de plan, à {value, plural, one {# image} other {# images}} de sa place.',
      slight: null,
      count:
        '{count, plural, one {# se termine près d’un changement de plan} other {# se terminent près d’un changement de plan}}',
      fixed:
        '{count, plural, one {# se terminait près d’un changement de plan\u00A0: déplacé} other {# se terminaient près d’un changement de plan\u00A0: déplacés}}',
    },
  },
  'crosses-shot': {
    unit: 'count',
    isLack: false,
    about: 'shot',
    // Times alone cannot solve it: the speech goes on over the change.
    fixes: [],
    inCue: null,
    beforeNext: null,
    atShots: (cue, shots) => {
      if (shots.allowsCrossing) return null
      const value = shots.crossedBy(cue)
      if (value === 0) return null
      const [start, end] = [shots.near(cue.startMs), shots.near(cue.endMs)]
      const isAtShot =
        start.before?.frames === 0 || end.before?.frames === 0 || end.after?.frames === shots.gap
      // One that is near a change is reported as that.
      return isAtShot || shots.isWrongStart(start) || shots.isWrongEnd(end)
        ? null
        : { value, limit: 0, isSlight: true }
    },
    en: {
      is: 'Goes over {value, plural, one {a shot change} other {# shot changes}} without starting or ending at one.',
      slight: null,
      count: '{count, plural, one {# goes over a shot change} other {# go over a shot change}}',
      fixed: '{count, plural, one {# went over a shot change} other {# went over a shot change}}',
    },
    fr: {
      is: 'Passe sur {value, plural, one {un changement} other {# changements}} de plan sans y commencer ni s’y terminer.',
      slight: null,
      count:
        '{count, plural, one {# passe sur un changement de plan} other {# passent sur un changement de plan}}',
      fixed:
        '{count, plural, one {# passait sur un changement de plan} other {# passaient sur un changement de plan}}',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

/** How far the time is from the place at the nearest change. Slight: what is read and heard comes first. */
function distanceIn({ before, after, halfSecond }: NearShots, gap: number): FoundProblem {
  const late = before === null ? Infinity : before.frames + gap
  const early = after === null ? Infinity : Math.abs(after.frames - gap)
  return { value: Math.min(late, early), limit: halfSecond, isSlight: true }
}
