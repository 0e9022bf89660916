import type { ErrorText } from './error-text.ts'

/** Documents that come back corrected. */
export const correctionErrors = {
  'corrections.other-format': {
    en: {
      message: '{file} is not a document that can come back.',
      remedy: 'Choose a Word, Markdown, text, HTML, SRT or VTT file that was exported here.',
    },
    fr: {
      message: '{file} n’est pas un document qui puisse revenir.',
      remedy: 'Choisissez un fichier Word, Markdown, texte, HTML, SRT ou VTT exporté ici.',
    },
  },
  'corrections.other-text': {
    en: {
      message: 'The text of {file} is not that of this recording: {percent, number} % of the words match.',
      remedy:
        'Choose the recording that it was exported from. Minutes without the whole text are corrected on their page. Nothing was changed.',
    },
    fr: {
      message:
        'Le texte de {file} n’est pas celui de cet enregistrement\u00A0: {percent, number}\u00A0% des mots concordent.',
      remedy:
        'Choisissez l’enregistrement dont il a été exporté. Un compte rendu sans le texte entier se corrige sur sa page. Rien n’a été changé.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
