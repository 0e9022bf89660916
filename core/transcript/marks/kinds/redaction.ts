import { optionalTextMark } from '../mark-kind.ts'

/**
 * Words that leave the library as a placeholder: this text, or the default one (null); see core/redaction.
 */
export const redaction = optionalTextMark('redaction', {
  onEdit: 'stays',
  whenGone: (_value, { startMs, endMs }) => ({ kind: 'redacted-sound', value: { startMs, endMs } }),
  divides: 'both',
  inNewer: 'passage',
  onRedacted: 'never-leaves',
  effect: 'none',
  isResettable: false,
  onTrim: 'goes',
  settles: null,
  silenceOf: null,
  mapTimes: null,
  holdsText: false,
  outlastsWords: false,
  named: {
    set: { en: 'adding a redaction', fr: 'l’occultation de mots' },
    removed: { en: 'removing a redaction', fr: 'la fin de l’occultation de mots' },
  },
})
