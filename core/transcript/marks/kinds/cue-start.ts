import { mustBeTimeOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/**
 * Start, in ms of the recording, of the cue that begins with this word; the word's times are unchanged. Where captions are
 * moved in time (`captionTiming`) the time that is shown then, which may be outside the recording.
 */
export const cueStart = jsonMark(
  'cue-start',
  {
    mapTimes: (ms, map) => map(ms),
    onEdit: 'goes',
    divides: 'start',
    inNewer: 'start',
    onRedacted: 'first',
    effect: 'layout',
    isResettable: true,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    whenGone: null,
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'changing the start of a caption', fr: 'le changement de début d’un sous-titre' },
      removed: { en: 'restoring the start of a caption', fr: 'le rétablissement du début d’un sous-titre' },
    },
  },
  (value): value is number => typeof value === 'number',
  mustBeTimeOnOneWord,
)
