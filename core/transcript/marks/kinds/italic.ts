import { plainMark } from '../mark-kind.ts'

/** Captions set these words in italics. */
export const italic = plainMark('italic', {
  onEdit: 'stays',
  divides: 'both',
  inNewer: 'kept-words',
  onRedacted: 'both',
  effect: 'style',
  isResettable: true,
  onTrim: 'goes',
  settles: null,
  silenceOf: null,
  whenGone: null,
  mapTimes: null,
  holdsText: false,
  outlastsWords: false,
  named: {
    set: { en: 'adding italics', fr: 'l’ajout d’italiques' },
    removed: { en: 'removing italics', fr: 'le retrait des italiques' },
  },
})
