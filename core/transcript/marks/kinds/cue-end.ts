import { mustBeTimeOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/**
 * End, in ms of the recording, of the cue that ends with this word; the word's times are unchanged. Where captions are
 * moved in time (`captionTiming`) the time that is shown then, which may be outside the recording.
 */
export const cueEnd = jsonMark(
  'cue-end',
  {
    mapTimes: (ms, map) => map(ms),
    onEdit: 'goes',
    divides: 'end',
    inNewer: 'end',
    onRedacted: 'last',
    effect: 'layout',
    isResettable: true,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    whenGone: null,
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'changing the end of a caption', fr: 'le changement de fin d’un sous-titre' },
      removed: { en: 'restoring the end of a caption', fr: 'le rétablissement de la fin d’un sous-titre' },
    },
  },
  (value): value is number => typeof value === 'number',
  mustBeTimeOnOneWord,
)
