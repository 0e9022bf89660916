import { messageGroup } from '../message-group.ts'

/** Errors of remote calls, edits and imports. */
export const api = messageGroup(
  {
    'error.edit.refused': 'This change no longer applies to the current text.',
    'error.edit.refused.remedy': 'Nothing was changed. Check the current text, then try again.',
    'error.call.unknown': 'The page made a request that this version of Parolo does not support ({call}).',
    'error.call.unknown.remedy': 'Reload the page. It may be older than the program.',
    'error.call.bad-input': 'The page made a request that is not valid ({call}).',
    'error.call.bad-input.remedy': 'Reload the page. If it happens again, report it with these details.',
    'error.call.not-here': 'This cannot be done in the browser.',
    'error.call.not-here.remedy': 'Use the Parolo window or the command line instead.',
    'error.connection.lost': 'The connection to Parolo was lost.',
    'error.connection.lost.remedy':
      'Parolo may have been closed. Start it again: your changes are kept here and will be saved then.',
    'error.import.incomplete': 'The import of {file} is incomplete.',
    'error.import.incomplete.remedy': 'Import the file again. It resumes where it stopped.',
    'error.import.unknown': 'This import no longer exists.',
    'error.import.unknown.remedy': 'Import the file again.',
    'error.import.other-file': '{file} is not the missing recording.',
    'error.import.other-file.remedy':
      'Choose the original file. Its name does not matter: the contents are compared.',
    'error.job.unknown': 'This task no longer exists.',
    'error.job.unknown.remedy': 'Its recording may have been deleted.',
    'error.speakers.no-pieces': 'The speakers of this transcript cannot be identified again.',
    'error.speakers.no-pieces.remedy':
      'It was imported, or the data that is needed no longer exists. Transcribe the recording again.',
  },
  {
    'error.edit.refused': 'Cette modification ne s’applique plus au texte actuel.',
    'error.edit.refused.remedy': 'Rien n’a été modifié. Relisez le texte actuel, puis réessayez.',
    'error.call.unknown':
      'La page a fait une demande que cette version de Parolo ne prend pas en charge ({call}).',
    'error.call.unknown.remedy': 'Rechargez la page. Elle est peut-être plus ancienne que le programme.',
    'error.call.bad-input': 'La page a fait une demande non valide ({call}).',
    'error.call.bad-input.remedy': 'Rechargez la page. Si cela se reproduit, signalez-le avec ces détails.',
    'error.call.not-here': 'Cette action n’est pas possible dans le navigateur.',
    'error.call.not-here.remedy': 'Utilisez la fenêtre de Parolo ou la ligne de commande.',
    'error.connection.lost': 'La connexion à Parolo a été perdue.',
    'error.connection.lost.remedy':
      'Parolo a peut-être été fermé. Relancez-le\u00A0: vos modifications sont conservées ici et seront enregistrées à ce moment-là.',
    'error.import.incomplete': 'L’import de {file} est incomplet.',
    'error.import.incomplete.remedy':
      'Importez de nouveau le fichier. L’import reprendra où il s’est arrêté.',
    'error.import.unknown': 'Cet import n’existe plus.',
    'error.import.unknown.remedy': 'Importez de nouveau le fichier.',
    'error.import.other-file': '{file} n’est pas l’enregistrement manquant.',
    'error.import.other-file.remedy':
      'Choisissez le fichier d’origine. Son nom n’a pas d’importance\u00A0: les contenus sont comparés.',
    'error.job.unknown': 'Cette tâche n’existe plus.',
    'error.job.unknown.remedy': 'Son enregistrement a peut-être été supprimé.',
    'error.speakers.no-pieces': 'Les voix de cette transcription ne peuvent pas être identifiées de nouveau.',
    'error.speakers.no-pieces.remedy':
      'Elle a été importée, ou les données nécessaires n’existent plus. Transcrivez de nouveau l’enregistrement.',
  },
)
