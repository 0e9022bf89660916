import { messageGroup } from '../message-group.ts'

/** On the page: a text that was aligned with its recording, compared with what was said. */
export const alignedText = messageGroup(
  {
    'aligned.waits': '“{file}” was aligned with the speech and is another transcript of this recording.',
    'aligned.use': 'Use this text',
    'aligned.keep-shown': 'Keep the current one',
    'aligned.title': 'Text and speech',
    'aligned.lead': '“{file}” compared with the speech that was recognized.',
    'aligned.agree': 'The text has all that was said, and all of it was said.',
    'aligned.unspoken': 'Not spoken ({count, number})',
    'aligned.unspoken.hint': 'Captions leave these words out.',
    'aligned.unwritten': 'Spoken, but not in the text ({count, number})',
    'aligned.unwritten.gone':
      'What was said and is not in the text cannot be listed: the recognized transcript is no longer in the library.',
    'aligned.keep': 'It was spoken',
    'aligned.delete': 'Delete',
    'aligned.insert': 'Insert',
    'aligned.play': 'Play',
    'aligned.act': '{act}: {text}',
  },
  {
    'aligned.waits':
      '«\u202F{file}\u202F» a été aligné sur la parole\u202F: c’est une autre transcription de cet enregistrement.',
    'aligned.use': 'Utiliser ce texte',
    'aligned.keep-shown': 'Garder l’actuelle',
    'aligned.title': 'Texte et parole',
    'aligned.lead': '«\u00A0{file}\u00A0» comparé à la parole reconnue.',
    'aligned.agree': 'Le texte contient tout ce qui a été dit, et tout le texte a été dit.',
    'aligned.unspoken': 'Non prononcé ({count, number})',
    'aligned.unspoken.hint': 'Les sous-titres omettent ces mots.',
    'aligned.unwritten': 'Prononcé, mais absent du texte ({count, number})',
    'aligned.unwritten.gone':
      'Ce qui a été dit sans figurer dans le texte ne peut pas être affiché\u00A0: la transcription reconnue n’est plus dans la bibliothèque.',
    'aligned.keep': 'C’est prononcé',
    'aligned.delete': 'Supprimer',
    'aligned.insert': 'Insérer',
    'aligned.play': 'Écouter',
    'aligned.act': '{act}\u00A0: {text}',
  },
)
