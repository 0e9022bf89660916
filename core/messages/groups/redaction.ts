import { messageGroup } from '../message-group.ts'

/** Words that leave the library as a placeholder. */
export const redaction = messageGroup(
  {
    'redaction.set': 'Redact',
    'redaction.remove': 'Redacted',
    'redaction.voice': 'Redact all',
    'redaction.voice.remove': 'Show all again',
    'redaction.mark':
      'Redacted: exports and copied text show “{placeholder}” here, and their sound is silent. The library keeps the words.',
    'redaction.caption.all': 'Redacted: exports show “{placeholder}” here.',
    'redaction.caption.some': 'Partly redacted: exports show “{placeholder}” for these words.',
    'redaction.voice.done':
      '“{name}” is redacted in exports: all that this voice says, and any text assigned to it later.',
    'redaction.voice.undone': '“{name}” is no longer redacted.',
    'redaction.voice.ended':
      '“{name}” is no longer redacted as a whole: its other words stay redacted, but text assigned to it later will not be.',
    'redaction.sound':
      'Redacted words were deleted here: their sound stays silent in exports, and what is typed here is redacted.',
  },
  {
    'redaction.set': 'Occulter',
    'redaction.remove': 'Occulté',
    'redaction.voice': 'Occulter cette voix',
    'redaction.voice.remove': 'Ne plus occulter cette voix',
    'redaction.mark':
      'Occulté\u202F: les exports et le texte copié affichent «\u202F{placeholder}\u202F» ici, et leur son est silencieux. La bibliothèque garde les mots.',
    'redaction.caption.all': 'Occulté\u202F: les exports affichent «\u202F{placeholder}\u202F» ici.',
    'redaction.caption.some':
      'Occulté en partie\u202F: les exports affichent «\u202F{placeholder}\u202F» pour ces mots.',
    'redaction.voice.done':
      'La voix «\u202F{name}\u202F» est occultée dans les exports\u202F: tout ce qu’elle dit, et tout texte qui lui sera attribué plus tard.',
    'redaction.voice.undone': 'La voix «\u202F{name}\u202F» n’est plus occultée.',
    'redaction.voice.ended':
      'La voix «\u202F{name}\u202F» n’est plus occultée en entier\u202F: ses autres mots le restent, mais le texte qui lui sera attribué plus tard ne le sera pas.',
    'redaction.sound':
      'Des mots occultés ont été supprimés ici\u202F: leur son reste silencieux dans les exports, et ce qui est saisi ici est occulté.',
  },
)
