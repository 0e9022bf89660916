import { mustSayText } from '../lint-rules.ts'
import { textMark } from '../mark-kind.ts'

/** A person's comment on these words. */
export const comment = textMark(
  'comment',
  {
    onEdit: 'stays',
    divides: 'nowhere',
    inNewer: 'passage',
    onRedacted: 'left-out',
    effect: 'comment',
    isResettable: false,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    whenGone: null,
    mapTimes: null,
    outlastsWords: false,
    named: {
      set: { en: 'writing a comment', fr: 'la rédaction d’un commentaire' },
      removed: { en: 'deleting a comment', fr: 'la suppression d’un commentaire' },
    },
    holdsText: true,
  },
  mustSayText,
)
