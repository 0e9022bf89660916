import { textMark } from '../mark-kind.ts'

/** Text that captions show instead of these words; the transcript stays verbatim. Blank: captions omit them. */
export const wording = textMark('wording', {
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
  outlastsWords: false,
  named: {
    set: { en: 'changing the wording in captions', fr: 'le changement de texte dans les sous-titres' },
    removed: { en: 'restoring the wording in captions', fr: 'le rétablissement du texte des sous-titres' },
  },
  holdsText: true,
})
