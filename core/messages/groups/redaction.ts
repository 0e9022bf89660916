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
      'Occulté\u00A0: les exports et le texte copié affichent «\u00A0{placeholder}\u00A0» ici, et leur son est silencieux. La bibliothèque garde les mots.',
    'redaction.caption.all': 'Occulté\u00A0: les exports affichent «\u00A0{placeholder}\u00A0» ici.',
    'redaction.caption.some':
      'Occulté en partie\u00A0: les exports affichent «\u00A0{placeholder}\u00A0» pour ces mots.',
    'redaction.voice.done':
      'La voix «\u00A0{name}\u00A0» est occultée dans les exports\u00A0: tout ce qu’elle dit, et tout texte qui lui sera attribué plus tard.',
    'redaction.voice.undone': 'La voix «\u00A0{name}\u00A0» n’est plus occultée.',
    'redaction.voice.ended':
      'La voix «\u00A0{name}\u00A0» n’est plus occultée en entier\u00A0: ses autres mots le restent, mais le texte qui lui sera attribué plus tard ne le sera pas.',
    'redaction.sound':
      'Des mots occultés ont été supprimés ici\u00A0: leur son reste silencieux dans les exports, et ce qui est saisi ici est occulté.',
  },
)
