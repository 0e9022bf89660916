import { mustSayText } from '../lint-rules.ts'
import { textMark } from '../mark-kind.ts'

/** The comment on these words with this id is resolved; no effect if the comment no longer exists. */
export const commentResolved = textMark(
  'comment-resolved',
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
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'resolving a comment', fr: 'la résolution d’un commentaire' },
      removed: { en: 'reopening a comment', fr: 'la réouverture d’un commentaire' },
    },
  },
  mustSayText,
)
