import { messageGroup } from '../message-group.ts'

/** On the page: a text that was aligned with its recording, compared with what was said. */
export const alignedText = messageGroup(
  {
    'aligned.waits': '“{file}” was aligned with the speech and is another transcript of this recording.',
    'aligned.use': 'Use this text',
    'aligned.keep-shown': 'Keep the current one',
    'aligned.unspoken.hint': 'Captions leave these words out.',
    'aligned.unwritten.gone':
      'What was said and is not in the text cannot be listed: the recognized transcript is no longer in the library.',
    'aligned.keep': 'It was spoken',
  },
  {
    'aligned.waits':
      '«\u00A0{file}\u00A0» a été aligné sur la parole\u00A0: c’est une autre transcription de cet enregistrement.',
    'aligned.use': 'Utiliser ce texte',
    'aligned.keep-shown': 'Garder l’actuelle',
    'aligned.unspoken.hint': 'Les sous-titres omettent ces mots.',
    'aligned.unwritten.gone':
      'Ce qui a été dit sans figurer dans le texte ne peut pas être affiché\u00A0: la transcription reconnue n’est plus dans la bibliothèque.',
    'aligned.keep': 'C’est prononcé',
  },
)
