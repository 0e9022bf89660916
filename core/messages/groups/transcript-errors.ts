import { messageGroup } from '../message-group.ts'

/** Transcripts that cannot be opened, compared or changed. */
export const transcriptErrors = messageGroup(
  {
    'error.transcript.no-times': '{file} is text without times.',
    'error.transcript.no-times.remedy':
      'Align it with its recording: “Align a text…” in the recording’s menu, or `parolo align MEDIA {file}`.',
    'error.transcript.running': 'This recording is still being transcribed.',
    'error.transcript.running.remedy': 'Run it again once the transcript is finished.',
    'error.transcript.other-recording': 'These two transcripts are of different recordings.',
    'error.transcript.other-recording.remedy': 'Only transcripts of one recording can be compared.',
    'error.transcript.not-whole': '{file} is incomplete or damaged at line {line}, column {column}.',
    'error.transcript.not-whole.remedy': 'The copy or download may have failed. Get the file again.',
    'error.transcript.foreign':
      '{file} is not a Parolo transcript: its “format” field is missing or different.',
    'error.transcript.foreign.remedy': 'Choose a file whose name ends in .parolo.json.',
    'error.transcript.newer-version': '{file} was saved by a newer version of Parolo (“version” field).',
    'error.transcript.newer-version.remedy': 'Update Parolo. The file was not changed.',
    'error.transcript.wrong-member': '{file} is not valid at {place}.',
    'error.transcript.wrong-member.remedy': 'The details show what is wrong there.',
  },
  {
    'error.transcript.no-times': '{file} est un texte sans temps.',
    'error.transcript.no-times.remedy':
      'Alignez-le sur son enregistrement\u00A0: «\u00A0Aligner un texte…\u00A0» dans le menu de l’enregistrement, ou `parolo align MÉDIA {file}`.',
    'error.transcript.running': 'La transcription de cet enregistrement est encore en cours.',
    'error.transcript.running.remedy': 'Relancez-la une fois qu’elle est terminée.',
    'error.transcript.other-recording': 'Ces deux transcriptions sont celles d’enregistrements différents.',
    'error.transcript.other-recording.remedy':
      'Seules des transcriptions d’un même enregistrement se comparent.',
    'error.transcript.not-whole': '{file} est incomplet ou endommagé à la ligne {line}, colonne {column}.',
    'error.transcript.not-whole.remedy':
      'La copie ou le téléchargement a peut-être échoué. Récupérez de nouveau le fichier.',
    'error.transcript.foreign':
      '{file} n’est pas une transcription de Parolo : son champ « format » est absent ou différent.',
    'error.transcript.foreign.remedy': 'Choisissez un fichier dont le nom se termine par .parolo.json.',
    'error.transcript.newer-version':
      '{file} a été enregistré par une version plus récente de Parolo (champ « version »).',
    'error.transcript.newer-version.remedy': 'Mettez Parolo à jour. Le fichier n’a pas été modifié.',
    'error.transcript.wrong-member': '{file} n’est pas valide à l’endroit {place}.',
    'error.transcript.wrong-member.remedy': 'Les détails indiquent ce qui ne va pas.',
  },
)
