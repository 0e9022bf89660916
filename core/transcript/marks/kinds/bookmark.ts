import { optionalTextMark } from '../mark-kind.ts'

/** A bookmark, with or without a name. */
export const bookmark = optionalTextMark('bookmark', {
  onEdit: 'stays',
  divides: 'nowhere',
  inNewer: 'passage',
  onRedacted: 'left-out',
  effect: 'none',
  isResettable: false,
  onTrim: 'goes',
  settles: null,
  silenceOf: null,
  whenGone: null,
  mapTimes: null,
  outlastsWords: false,
  named: {
    set: { en: 'adding a bookmark', fr: 'l’ajout d’un signet' },
    removed: { en: 'removing a bookmark', fr: 'le retrait d’un signet' },
  },
  holdsText: true,
})
