import { mustSayText } from '../lint-rules.ts'
import { textMark } from '../mark-kind.ts'

/** A proposed correction, by its key (`core/corrections/`), was settled near these words: it is not listed again. */
export const correctionSettled = textMark(
  'correction-settled',
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
      set: { en: 'settling a proposed correction', fr: 'la décision sur une correction proposée' },
      removed: { en: 'reopening a proposed correction', fr: 'la réouverture d’une correction proposée' },
    },
  },
  mustSayText,
)
