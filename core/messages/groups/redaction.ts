import { messageGroup } from '../message-group.ts'

/** Words that leave the library as a placeholder. */
export const redaction = messageGroup(
  {
    'redaction.placeholder': '[redacted]',
    'redaction.set': 'Redact',
    'redaction.remove': 'Redacted',
    'redaction.voice': 'Redact all',
    'redaction.voice.remove': 'Show all again',
    'redaction.mark':
      'Redacted: exports and copied text show “[redacted]” here, and their sound is silent. The library keeps the words.',
    'redaction.caption.all': 'Redacted: exports show “[redacted]” here.',
    'redaction.caption.some': 'Partly redacted: exports show “[redacted]” for these words.',
    'redaction.voice.done':
      '“{name}” is redacted in exports, wherever this voice has words now. Words that it gets later are not.',
    'redaction.voice.undone': '“{name}” is no longer redacted.',
    'keys.redact': 'Redact the selection, or no longer',
  },
  {
    'redaction.placeholder': '[masqué]',
    'redaction.set': 'Masquer',
    'redaction.remove': 'Masqué',
    'redaction.voice': 'Tout masquer',
    'redaction.voice.remove': 'Tout démasquer',
    'redaction.mark':
      'Masqué\u00A0: les exports et le texte copié affichent «\u00A0[masqué]\u00A0» ici, et leur son est silencieux. La bibliothèque garde les mots.',
    'redaction.caption.all': 'Masqué\u00A0: les exports affichent «\u00A0[masqué]\u00A0» ici.',
    'redaction.caption.some':
      'Masqué en partie\u00A0: les exports affichent «\u00A0[masqué]\u00A0» pour ces mots.',
    'redaction.voice.done':
      '«\u00A0{name}\u00A0» est masqué dans les exports, partout où cette voix a des mots maintenant. Les mots qu’elle recevra plus tard ne le sont pas.',
    'redaction.voice.undone': '«\u00A0{name}\u00A0» n’est plus masqué.',
    'keys.redact': 'Masquer la sélection, ou ne plus la masquer',
  },
)
