import { plainMark } from '../mark-kind.ts'

/** These words are a time of the recording that a person inserted and nobody spoke. */
export const time = plainMark('time', {
  onEdit: 'goes',
  divides: 'both',
  inNewer: null,
  onRedacted: 'both',
  effect: 'text',
  isResettable: false,
  onTrim: 'goes',
  settles: null,
  silenceOf: null,
  whenGone: null,
  mapTimes: null,
  holdsText: false,
  outlastsWords: false,
  named: {
    set: { en: 'inserting the time', fr: 'l’insertion d’une position' },
    removed: { en: 'removing an inserted time', fr: 'le retrait d’une position insérée' },
  },
})
