import { mustLieOnOneWord } from '../lint-rules.ts'
import { plainMark } from '../mark-kind.ts'

/** A cue begins with this word. */
export const breakBefore = plainMark(
  'break-before',
  {
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
    mapTimes: null,
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'starting a new caption', fr: 'le passage à un nouveau sous-titre' },
      removed: { en: 'joining two captions', fr: 'la réunion de deux sous-titres' },
    },
  },
  mustLieOnOneWord,
)
