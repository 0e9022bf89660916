import { plainMark } from '../mark-kind.ts'

/** Words that are written as spoken even if fillers are hidden or numbers are in digits. */
export const asSaid = plainMark('as-said', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: 'kept-words',
  onRedacted: 'spans',
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
    set: { en: 'keeping words as they were said', fr: 'le maintien de mots tels quels' },
    removed: { en: 'no longer keeping words as they were said', fr: 'la fin du maintien de mots tels quels' },
  },
})
