import { mustLieOnOneWord } from '../lint-rules.ts'
import { plainMark } from '../mark-kind.ts'

/** A line begins with this word inside its cue. */
export const lineBreak = plainMark(
  'line-break',
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
      set: {
        en: 'adding a line break in a caption',
        fr: 'l’ajout d’un retour à la ligne dans un sous-titre',
      },
      removed: {
        en: 'removing a line break in a caption',
        fr: 'le retrait d’un retour à la ligne dans un sous-titre',
      },
    },
  },
  mustLieOnOneWord,
)
