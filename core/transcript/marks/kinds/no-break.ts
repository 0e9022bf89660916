import { plainMark } from '../mark-kind.ts'

/** Line and cue breaks between these words are avoided where possible. */
export const noBreak = plainMark('no-break', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: 'kept-words',
  onRedacted: 'spans',
  effect: 'layout',
  isResettable: true,
  onTrim: 'goes',
  settles: null,
  silenceOf: null,
  whenGone: null,
  mapTimes: null,
  holdsText: false,
  outlastsWords: false,
  named: {
    set: { en: 'keeping words together', fr: 'le maintien de mots ensemble' },
    removed: { en: 'no longer keeping words together', fr: 'la fin du maintien de mots ensemble' },
  },
})
