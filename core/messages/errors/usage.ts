import type { ErrorText } from './error-text.ts'

/** Commands and calls that cannot be carried out, and errors of the program itself. */
export const usageErrors = {
  'usage.no-terminal': {
    en: {
      message: '{option} shows text at a terminal, and this output is none.',
      remedy: 'Remove it, or use --progress json.',
    },
    fr: {
      message: '{option} affiche du texte dans un terminal, et cette sortie n’en est pas un.',
      remedy: 'Retirez l’option, ou utilisez --progress json.',
    },
  },
  'usage.bad-option': {
    en: { message: 'Unknown or invalid option: {option}.', remedy: 'See `parolo {verb} --help`.' },
    fr: {
      message: 'Option inconnue ou incorrecte\u00A0: {option}.',
      remedy: 'Consultez `parolo {verb} --help`.',
    },
  },
  'usage.needs-option': {
    en: { message: '{option} needs {other}.', remedy: 'See `parolo {verb} --help`.' },
    fr: { message: '{option} demande {other}.', remedy: 'Consultez `parolo {verb} --help`.' },
  },
  'usage.out-is-file': {
    en: {
      message: '--out is a folder, and “{out}” ends like a file.',
      remedy: 'Name the folder. Each file is named after its recording.',
    },
    fr: {
      message: '--out est un dossier, et «\u00A0{out}\u00A0» se termine comme un fichier.',
      remedy: 'Indiquez le dossier. Les fichiers portent le nom de leur enregistrement.',
    },
  },
  'usage.no-timecode': {
    en: {
      message: '“{timecode}” is not a timecode.',
      remedy: 'Enter hours, minutes, seconds and frames, such as 10:00:00:00.',
    },
    fr: {
      message: '«\u00A0{timecode}\u00A0» n’est pas un timecode.',
      remedy: 'Saisissez heures, minutes, secondes et images, par exemple 10:00:00:00.',
    },
  },
  'usage.no-frame': {
    en: {
      message:
        'There is no frame {timecode} at {rate, number} frames per second{drops, select, yes { (drop frame)} other {}}.',
      remedy: 'The nearest is {nearest}.',
    },
    fr: {
      message:
        'L’image {timecode} n’existe pas à {rate, number} images par seconde{drops, select, yes { (drop frame)} other {}}.',
      remedy: 'La plus proche est {nearest}.',
    },
  },
  'usage.missing-file': {
    en: { message: 'No file was given.', remedy: 'Specify one, for example: `parolo {verb} interview.mp3`.' },
    fr: {
      message: 'Aucun fichier n’a été indiqué.',
      remedy: 'Indiquez-en un, par exemple\u00A0: `parolo {verb} entretien.mp3`.',
    },
  },
  'usage.unknown-verb': {
    en: { message: 'Unknown command: “{verb}”.', remedy: 'See `parolo --help`.' },
    fr: { message: 'Commande inconnue\u00A0: «\u00A0{verb}\u00A0».', remedy: 'Consultez `parolo --help`.' },
  },
  'usage.file-alone': {
    en: { message: 'No command was given for {file}.', remedy: 'For example: `parolo transcribe {file}`.' },
    fr: {
      message: 'Aucune commande n’a été indiquée pour {file}.',
      remedy: 'Par exemple\u00A0: `parolo transcribe {file}`.',
    },
  },
  'usage.stdout-one-file': {
    en: {
      message: '--stdout prints the result of one file, but {count} files were specified.',
      remedy: 'Remove --stdout, or specify a single file.',
    },
    fr: {
      message: '--stdout affiche le résultat d’un seul fichier, mais {count} fichiers ont été indiqués.',
      remedy: 'Retirez --stdout, ou indiquez un seul fichier.',
    },
  },
  'call.unknown': {
    en: {
      message: 'The page made a request that this version of Parolo does not support ({call}).',
      remedy: 'Reload the page. It may be older than the program.',
    },
    fr: {
      message: 'La page a fait une demande que cette version de Parolo ne prend pas en charge ({call}).',
      remedy: 'Rechargez la page. Elle est peut-être plus ancienne que le programme.',
    },
  },
  'call.bad-input': {
    en: {
      message: 'The page made a request that is not valid ({call}).',
      remedy: 'Reload the page. If it happens again, report it with these details.',
    },
    fr: {
      message: 'La page a fait une demande non valide ({call}).',
      remedy: 'Rechargez la page. Si cela se reproduit, signalez-le avec ces détails.',
    },
  },
  'call.not-here': {
    en: {
      message: 'This cannot be done in the browser.',
      remedy: 'Use the Parolo window or the command line instead.',
    },
    fr: {
      message: 'Cette action n’est pas possible dans le navigateur.',
      remedy: 'Utilisez la fenêtre de Parolo ou la ligne de commande.',
    },
  },
  'connection.lost': {
    en: {
      message: 'The connection to Parolo was lost.',
      remedy:
        'Parolo may have been closed. Start it again: your changes are kept here and will be saved then.',
    },
    fr: {
      message: 'La connexion à Parolo a été perdue.',
      remedy:
        'Parolo a peut-être été fermé. Relancez-le\u00A0: vos modifications sont conservées ici et seront enregistrées à ce moment-là.',
    },
  },
  'edit.refused': {
    en: {
      message: 'This change no longer applies to the current text.',
      remedy: 'Nothing was changed. Check the current text, then try again.',
    },
    fr: {
      message: 'Cette modification ne s’applique plus au texte actuel.',
      remedy: 'Rien n’a été modifié. Relisez le texte actuel, puis réessayez.',
    },
  },
  internal: {
    showsDetail: true,
    en: { message: 'An internal error occurred in Parolo.', remedy: 'Please report it with these details.' },
    fr: {
      message: 'Une erreur interne s’est produite dans Parolo.',
      remedy: 'Merci de la signaler avec ces détails.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
