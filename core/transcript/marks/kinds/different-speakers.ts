import { jsonMark } from '../mark-kind.ts'

/** A person said that these two speakers, by id, are two people. The mark is on words of one of them. */
export const differentSpeakers = jsonMark(
  'different-speakers',
  {
    onEdit: 'stays',
    divides: 'nowhere',
    inNewer: null,
    onRedacted: 'left-out',
    effect: 'none',
    isResettable: false,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    whenGone: null,
    mapTimes: null,
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'keeping two speakers apart', fr: 'la distinction de deux voix' },
      removed: { en: 'no longer keeping two speakers apart', fr: 'la fin de la distinction de deux voix' },
    },
  },
  isPair,
)

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((id) => typeof id === 'string') &&
    value[0] !== value[1]
  )
}
