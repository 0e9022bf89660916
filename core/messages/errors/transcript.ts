import type { ErrorText } from './error-text.ts'

/** Transcripts and jobs. */
export const transcriptErrors = {
  'transcript.part': {
    en: {
      message: 'Only {from} to {to} of “{title}” has been transcribed.',
      remedy: 'Transcribe the whole recording, or trim it to that part, then publish it.',
    },
    fr: {
      message: 'Seul le passage de {from} à {to} de «\u00A0{title}\u00A0» a été transcrit.',
      remedy:
        'Transcrivez tout l’enregistrement, ou rognez-le pour ne garder que ce passage, puis publiez-le.',
    },
  },
  'transcript.no-times': {
    en: {
      message: '{file} is text without times.',
      remedy:
        'Align it with its recording: “Align a text…” in the recording’s menu, or `parolo align MEDIA {file}`.',
      onPage: { remedy: 'Align it with its recording: “Align a text…” in the recording’s menu.' },
    },
    fr: {
      message: '{file} est un texte sans temps.',
      remedy:
        'Alignez-le sur son enregistrement\u00A0: «\u00A0Aligner un texte…\u00A0» dans le menu de l’enregistrement, ou `parolo align MÉDIA {file}`.',
      onPage: {
        remedy:
          'Alignez-le sur son enregistrement\u00A0: «\u00A0Aligner un texte…\u00A0» dans le menu de l’enregistrement.',
      },
    },
  },
  'transcript.running': {
    en: {
      message: 'This recording is still being transcribed.',
      remedy: 'Run it again once the transcript is finished.',
    },
    fr: {
      message: 'La transcription de cet enregistrement est encore en cours.',
      remedy: 'Relancez-la une fois qu’elle est terminée.',
    },
  },
  'transcript.other-recording': {
    en: {
      message: 'These two transcripts are of different recordings.',
      remedy: 'Only transcripts of one recording can be compared.',
    },
    fr: {
      message: 'Ces deux transcriptions sont celles d’enregistrements différents.',
      remedy: 'Seules des transcriptions d’un même enregistrement se comparent.',
    },
  },
  'transcript.not-whole': {
    en: {
      message: '{file} is incomplete or damaged at line {line}, column {column}.',
      remedy: 'The copy or download may have failed. Get the file again.',
    },
    fr: {
      message: '{file} est incomplet ou endommagé à la ligne {line}, colonne {column}.',
      remedy: 'La copie ou le téléchargement a peut-être échoué. Récupérez de nouveau le fichier.',
    },
  },
  'transcript.foreign': {
    en: {
      message: '{file} is not a Parolo transcript: its “format” field is missing or different.',
      remedy: 'Choose a file whose name ends in .parolo.json.',
    },
    fr: {
      message:
        '{file} n’est pas une transcription de Parolo\u00A0: son champ «\u00A0format\u00A0» est absent ou différent.',
      remedy: 'Choisissez un fichier dont le nom se termine par .parolo.json.',
    },
  },
  'transcript.newer-version': {
    en: {
      message: '{file} was saved by a newer version of Parolo (“version” field).',
      remedy: 'Update Parolo. The file was not changed.',
    },
    fr: {
      message:
        '{file} a été enregistré par une version plus récente de Parolo (champ «\u00A0version\u00A0»).',
      remedy: 'Mettez Parolo à jour. Le fichier n’a pas été modifié.',
    },
  },
  'transcript.wrong-member': {
    showsDetail: true,
    en: { message: '{file} is not valid at {place}.', remedy: 'The details show what is wrong there.' },
    fr: {
      message: '{file} n’est pas valide à l’endroit {place}.',
      remedy: 'Les détails indiquent ce qui ne va pas.',
    },
  },
  'job.cancelled': {
    en: {
      message: 'Stopped.',
      remedy: 'Run the same command again to resume.',
      onPage: { remedy: 'Start it again to resume.' },
    },
    fr: {
      message: 'Arrêté.',
      remedy: 'Relancez la même commande pour reprendre.',
      onPage: { remedy: 'Relancez-la pour reprendre.' },
    },
  },
  'job.lease-lost': {
    en: {
      message: 'Another program took over this task.',
      remedy: 'If it did not finish the task, try again.',
    },
    fr: {
      message: 'Un autre programme a repris cette tâche.',
      remedy: 'S’il ne l’a pas terminée, réessayez.',
    },
  },
  'job.unknown': {
    en: { message: 'This task no longer exists.', remedy: 'Its recording may have been deleted.' },
    fr: { message: 'Cette tâche n’existe plus.', remedy: 'Son enregistrement a peut-être été supprimé.' },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
