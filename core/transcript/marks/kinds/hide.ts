import { plainMark } from '../mark-kind.ts'

/** Captions omit these words; the transcript keeps them. */
export const hide = plainMark('hide', {
  onEdit: 'stays',
  divides: 'both',
  inNewer: 'kept-words',
  onRedacted: 'both',
  effect: 'text',
  isResettable: true,
  onTrim: 'goes',
  settles: null,
  silenceOf: null,
  whenGone: null,
  mapTimes: null,
  holdsText: false,
  outlastsWords: false,
  named: {
    set: { en: 'leaving words out of captions', fr: 'l’omission de mots dans les sous-titres' },
    removed: { en: 'showing words in captions again', fr: 'le rétablissement de mots dans les sous-titres' },
  },
})
