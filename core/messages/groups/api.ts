import { messageGroup } from '../message-group.ts'

/** Errors of remote calls, edits and imports. */
export const api = messageGroup(
  {
    'error.edit.refused': 'This change no longer fits the text as it is now.',
    'error.edit.refused.remedy': 'Nothing was changed. Look at the text as it is now, then try again.',
    'error.call.unknown': 'The page asked for something that this Parolo does not know ({call}).',
    'error.call.unknown.remedy': 'Load the page again: it may be older than the program.',
    'error.call.bad-input': 'The page asked for {call} in a way that was not understood.',
    'error.call.bad-input.remedy': 'Load the page again; if it happens again, report it with these details.',
    'error.call.not-here': 'This cannot be done from the browser.',
    'error.call.not-here.remedy': 'Use the Parolo window or the command line for it.',
    'error.connection.lost': 'The connection to Parolo was lost.',
    'error.connection.lost.remedy':
      'Parolo may have been closed. Start it again: what you typed is kept here and sent then.',
    'error.import.incomplete': '{file} has not arrived whole.',
    'error.import.incomplete.remedy': 'Add it again: what has arrived is kept and the rest follows.',
    'error.import.unknown': 'This import is not known any more.',
    'error.import.unknown.remedy': 'Add the file again.',
    'error.import.other-file': '{file} is not the recording that is missing.',
    'error.import.other-file.remedy':
      'Choose the original, under whatever name: the two are compared by content.',
    'error.job.unknown': 'This work is not known any more.',
    'error.job.unknown.remedy': 'Its recording may have been deleted.',
    'error.speakers.no-pieces': 'The speakers of this transcript cannot be counted again.',
    'error.speakers.no-pieces.remedy': 'It was imported, or what was heard is gone: transcribe it again.',
  },
  {
    'error.edit.refused': 'Cette modification ne convient plus au texte tel qu’il est maintenant.',
    'error.edit.refused.remedy':
      'Rien n’a été changé. Regardez le texte tel qu’il est maintenant, puis réessayez.',
    'error.call.unknown': 'La page a demandé quelque chose que ce Parolo ne connaît pas ({call}).',
    'error.call.unknown.remedy':
      'Rechargez la page\u00A0: elle est peut-être plus ancienne que le programme.',
    'error.call.bad-input': 'La page a demandé {call} d’une manière qui n’a pas été comprise.',
    'error.call.bad-input.remedy':
      'Rechargez la page\u202F; si cela se reproduit, signalez-le avec ces détails.',
    'error.call.not-here': 'Cela ne peut pas se faire depuis le navigateur.',
    'error.call.not-here.remedy': 'Passez par la fenêtre de Parolo ou par la ligne de commande.',
    'error.connection.lost': 'La connexion à Parolo est perdue.',
    'error.connection.lost.remedy':
      'Parolo a peut-être été fermé. Relancez-le\u00A0: ce que vous avez tapé est gardé ici et sera envoyé.',
    'error.import.incomplete': '{file} n’est pas arrivé en entier.',
    'error.import.incomplete.remedy':
      'Ajoutez-le de nouveau\u00A0: ce qui est arrivé est gardé, le reste suivra.',
    'error.import.unknown': 'Cet import n’est plus connu.',
    'error.import.unknown.remedy': 'Ajoutez le fichier de nouveau.',
    'error.import.other-file': '{file} n’est pas l’enregistrement qui manque.',
    'error.import.other-file.remedy':
      'Choisissez l’original, quel que soit son nom\u00A0: les deux sont comparés par leur contenu.',
    'error.job.unknown': 'Ce travail n’est plus connu.',
    'error.job.unknown.remedy': 'Son enregistrement a peut-être été supprimé.',
    'error.speakers.no-pieces': 'Les voix de cette transcription ne peuvent pas être recomptées.',
    'error.speakers.no-pieces.remedy':
      'Elle a été importée, ou ce qui a été entendu n’est plus là\u00A0: transcrivez de nouveau.',
  },
)
