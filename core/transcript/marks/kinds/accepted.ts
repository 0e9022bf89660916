import { plainMark } from '../mark-kind.ts'

/** A person checked these words and left them unchanged: they are no longer doubted. */
export const accepted = plainMark('accepted', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: 'same-words',
  onRedacted: 'left-out',
  effect: 'none',
  isResettable: false,
  onTrim: 'goes',
  settles: 'any-doubt',
  silenceOf: null,
  whenGone: null,
  mapTimes: null,
  holdsText: false,
  outlastsWords: false,
  named: {
    set: { en: 'accepting a word', fr: 'l’acceptation d’un mot' },
    removed: { en: 'removing an acceptance', fr: 'le retrait d’une acceptation' },
  },
})
