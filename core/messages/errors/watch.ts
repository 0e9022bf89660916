import type { ErrorText } from './error-text.ts'

/** Watched folders. */
export const watchErrors = {
  'watch.gone': {
    en: {
      message: 'The folder {folder} is not there.',
      remedy: 'If it is on a drive that is not connected, connect it: watching then resumes by itself.',
    },
    fr: {
      message: 'Le dossier {folder} est introuvable.',
      remedy:
        'S’il est sur un disque qui n’est pas branché, branchez-le\u00A0: la surveillance reprendra d’elle-même.',
    },
  },
  'watch.unreadable': {
    en: {
      message: 'The folder {folder} cannot be read.',
      remedy: 'Check its permissions and its drive: watching then resumes by itself.',
    },
    fr: {
      message: 'Le dossier {folder} ne peut pas être lu.',
      remedy: 'Vérifiez ses droits d’accès et son disque\u00A0: la surveillance reprendra d’elle-même.',
    },
  },
  'watch.not-a-folder': {
    en: { message: '{folder} is not a folder.', remedy: 'Choose a folder.' },
    fr: { message: '{folder} n’est pas un dossier.', remedy: 'Choisissez un dossier.' },
  },
  'watch.library': {
    en: { message: '{folder} is the library’s own folder, or inside it.', remedy: 'Choose another folder.' },
    fr: {
      message: '{folder} est le dossier de la bibliothèque, ou s’y trouve.',
      remedy: 'Choisissez un autre dossier.',
    },
  },
  'watch.unknown': {
    en: {
      message: '{folder} is not watched.',
      remedy: 'See `parolo watch --list`.',
      onPage: { remedy: 'It was removed from the list.' },
    },
    fr: {
      message: '{folder} n’est pas surveillé.',
      remedy: 'Consultez `parolo watch --list`.',
      onPage: { remedy: 'Il a été retiré de la liste.' },
    },
  },
  'watch.known': {
    en: {
      message: '{folder} is watched already; what was in it at first was left alone.',
      remedy:
        'To have that transcribed too, remove it first (`parolo watch --remove`), or give the files to `parolo transcribe`.',
      onPage: {
        remedy: 'To have that transcribed too, remove the folder from the list first, or import the files.',
      },
    },
    fr: {
      message: '{folder} est déjà surveillé\u202F; ce qu’il contenait au début a été laissé tel quel.',
      remedy:
        'Pour le transcrire aussi, retirez d’abord le dossier (`parolo watch --remove`), ou donnez les fichiers à `parolo transcribe`.',
      onPage: {
        remedy: 'Pour le transcrire aussi, retirez d’abord le dossier de la liste, ou importez les fichiers.',
      },
    },
  },
  'watch.moved-away': {
    en: {
      message: '{file} is no longer in the watched folder, so nothing was written beside it.',
      remedy: 'Export its captions from the library.',
    },
    fr: {
      message: '{file} n’est plus dans le dossier surveillé\u00A0: rien n’a été écrit à côté de lui.',
      remedy: 'Exportez ses sous-titres depuis la bibliothèque.',
    },
  },
  'watch.name-taken': {
    en: {
      message: '{file} is not one of Parolo’s files, so it was not overwritten.',
      remedy: 'Rename or move that file, then try again.',
    },
    fr: {
      message: '{file} n’est pas un fichier de Parolo\u00A0: il n’a pas été remplacé.',
      remedy: 'Renommez ou déplacez ce fichier, puis réessayez.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
