import type { ErrorText } from './error-text.ts'

/** Review pages, and the answers that come back. */
export const reviewErrors = {
  'review.no-words': {
    en: {
      message: 'There are no words of “{title}” that this page could have.',
      remedy: 'Choose another voice. Redacted words are never in a review page.',
    },
    fr: {
      message: 'Il n’y a pas de mots de «\u00A0{title}\u00A0» que cette page puisse contenir.',
      remedy: 'Choisissez une autre voix. Les mots occultés ne sont jamais dans une page de relecture.',
    },
  },
  'review.sound-too-long': {
    en: {
      message: 'The sound of “{title}” is too long for a page.',
      remedy: 'Make the page with the sound around the places to check (`--sound places`).',
      onPage: { remedy: 'Choose the sound around the places to check.' },
    },
    fr: {
      message: 'Le son de «\u00A0{title}\u00A0» est trop long pour une page.',
      remedy: 'Créez la page avec le son autour des endroits à vérifier (`--sound places`).',
      onPage: { remedy: 'Choisissez le son autour des endroits à vérifier.' },
    },
  },
  'review.no-speaker': {
    en: {
      message: 'Nobody named “{name}” speaks in “{title}”.',
      remedy: 'Name one of: {known}.',
    },
    fr: {
      message: 'Aucune voix nommée «\u00A0{name}\u00A0» ne parle dans «\u00A0{title}\u00A0».',
      remedy: 'Nommez l’une de celles-ci\u00A0: {known}.',
    },
  },
  'review.no-answer': {
    en: {
      message: '{file} is not the answer of a review page.',
      remedy:
        'Ask for the file that “Send back” in the page saves, as it is, or for all of the text that it copies.',
    },
    fr: {
      message: '{file} n’est pas la réponse d’une page de relecture.',
      remedy:
        'Demandez le fichier qu’enregistre «\u00A0Renvoyer\u00A0» dans la page, tel quel, ou tout le texte qui y est copié.',
    },
  },
  'review.other-recording': {
    en: {
      message: '{file} answers the page of another text: “{title}”. Nothing was changed.',
      remedy: 'Open it at the recording and transcript that the page was made of.',
    },
    fr: {
      message: '{file} répond à la page d’un autre texte\u00A0: «\u00A0{title}\u00A0». Rien n’a été modifié.',
      remedy: 'Ouvrez-le pour l’enregistrement et la transcription dont la page est issue.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
