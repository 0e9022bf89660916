import { plainMark } from '../mark-kind.ts'

/** These words of a text supplied by a person are not in the sound. */
export const unspoken = plainMark('unspoken', {
  onEdit: 'goes',
  divides: 'both',
  inNewer: null,
  onRedacted: 'both',
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
    set: { en: 'marking words as not spoken', fr: 'le marquage de mots comme non prononcés' },
    removed: { en: 'marking words as spoken', fr: 'le marquage de mots comme prononcés' },
  },
})
