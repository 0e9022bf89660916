import { plainMark } from '../mark-kind.ts'

/** A person checked who says these words: their speaker is no longer doubted. */
export const speakerChecked = plainMark('speaker-checked', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: null,
  onRedacted: 'left-out',
  effect: 'none',
  isResettable: false,
  onTrim: 'goes',
  settles: 'speaker-doubt',
  silenceOf: null,
  whenGone: null,
  mapTimes: null,
  holdsText: false,
  outlastsWords: false,
  named: {
    set: { en: 'checking who speaks', fr: 'la vérification de la voix' },
    removed: { en: 'clearing a speaker check', fr: 'l’annulation de la vérification de la voix' },
  },
})
