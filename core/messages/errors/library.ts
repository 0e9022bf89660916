import type { ErrorText } from './error-text.ts'

/** The library and its move. */
export const libraryErrors = {
  'library.newer-version': {
    en: {
      message: 'The library in {folder} was saved by a newer version of Parolo.',
      remedy: 'Update Parolo. The library was not changed.',
    },
    fr: {
      message: 'La bibliothèque de {folder} a été enregistrée par une version plus récente de Parolo.',
      remedy: 'Mettez Parolo à jour. La bibliothèque n’a pas été modifiée.',
    },
  },
  'library.network-drive': {
    en: {
      message: 'The library cannot be on a network drive ({folder}).',
      remedy: 'Choose a folder on a local disk with --data.',
      onPage: { remedy: 'Choose a folder on a local disk.' },
    },
    fr: {
      message: 'La bibliothèque ne peut pas se trouver sur un disque réseau ({folder}).',
      remedy: 'Choisissez un dossier sur un disque local avec --data.',
      onPage: { remedy: 'Choisissez un dossier sur un disque local.' },
    },
  },
  'library.damaged': {
    en: {
      message: 'The library in {folder} is damaged.',
      remedy: 'Restart Parolo: it tries to repair the library when it opens it, and deletes nothing.',
    },
    fr: {
      message: 'La bibliothèque de {folder} est endommagée.',
      remedy:
        'Redémarrez Parolo\u00A0: il tente de réparer la bibliothèque à l’ouverture, et ne supprime rien.',
    },
  },
  'library.busy': {
    en: {
      message:
        '{holders, select, none {Another program is using the library.} other {The library is in use by {holders}.}}',
      remedy: 'Try again in a moment.',
    },
    fr: {
      message:
        '{holders, select, none {Un autre programme utilise la bibliothèque.} other {La bibliothèque est utilisée par {holders}.}}',
      remedy: 'Réessayez dans un instant.',
    },
  },
  'library.unusable': {
    en: {
      message: 'The library in {folder} cannot be opened.',
      remedy: 'Choose another folder with --data, or run `parolo doctor`.',
      onPage: { remedy: 'Choose another folder.' },
    },
    fr: {
      message: 'La bibliothèque de {folder} ne peut pas être ouverte.',
      remedy: 'Choisissez un autre dossier avec --data, ou lancez `parolo doctor`.',
      onPage: { remedy: 'Choisissez un autre dossier.' },
    },
  },
  'library.moved': {
    en: {
      message: 'The library has just been moved from {folder} to {to}.',
      remedy: 'Start Parolo again: it opens the library where it is now.',
    },
    fr: {
      message: 'La bibliothèque vient d’être déplacée de {folder} vers {to}.',
      remedy: 'Redémarrez Parolo\u00A0: il ouvre la bibliothèque là où elle est maintenant.',
    },
  },
  'library.missing': {
    en: {
      message: 'There is no library in {folder}.',
      remedy:
        'Check the path, and whether its drive is connected. A library’s folder holds the file library.db.',
    },
    fr: {
      message: 'Il n’y a pas de bibliothèque dans {folder}.',
      remedy:
        'Vérifiez le chemin, et que le disque est branché. Le dossier d’une bibliothèque contient le fichier library.db.',
    },
  },
  'library.too-old': {
    en: {
      message:
        'The library in {folder} was made by a much older version of Parolo and cannot be searched yet.',
      remedy:
        'Open it once with this version, which keeps a copy of it as it is now in its folder “backups”.',
    },
    fr: {
      message:
        'La bibliothèque de {folder} a été créée par une version bien plus ancienne de Parolo, et la recherche ne peut pas encore porter sur elle.',
      remedy:
        'Ouvrez-la une fois avec cette version, qui en conserve l’état actuel dans son dossier «\u00A0backups\u00A0».',
    },
  },
  'library.same': {
    en: {
      message: 'That is the library that is open now: {folder}.',
      remedy: 'It is always searched. Choose another one.',
    },
    fr: {
      message: 'C’est la bibliothèque déjà ouverte\u00A0: {folder}.',
      remedy: 'La recherche porte toujours sur elle. Choisissez-en une autre.',
    },
  },
  'library.not-listed': {
    en: {
      message: '{folder} is not listed.',
      remedy: 'See `parolo libraries list`.',
      onPage: { remedy: 'It was removed from the list.' },
    },
    fr: {
      message: '{folder} n’est pas dans la liste.',
      remedy: 'Consultez `parolo libraries list`.',
      onPage: { remedy: 'Elle a été retirée de la liste.' },
    },
  },
  'library.recording-now': {
    en: { message: 'A recording is being made.', remedy: 'Stop it, then open the other library.' },
    fr: {
      message: 'Un enregistrement est en cours.',
      remedy: 'Arrêtez-le, puis ouvrez l’autre bibliothèque.',
    },
  },
  'move.no-library': {
    en: { message: 'There is no library in {folder}.', remedy: 'Name its folder with --data.' },
    fr: {
      message: 'Il n’y a pas de bibliothèque dans {folder}.',
      remedy: 'Indiquez son dossier avec --data.',
    },
  },
  'move.inside': {
    en: {
      message: '{folder} is in the folder of the library, or holds it.',
      remedy: 'Choose a folder beside it or on another disk.',
    },
    fr: {
      message: '{folder} est dans le dossier de la bibliothèque, ou le contient.',
      remedy: 'Choisissez un dossier à côté, ou sur un autre disque.',
    },
  },
  'move.not-empty': {
    en: { message: '{folder} is not empty.', remedy: 'Choose a new or empty folder.' },
    fr: { message: '{folder} n’est pas vide.', remedy: 'Choisissez un dossier nouveau ou vide.' },
  },
  'move.in-use': {
    en: {
      message:
        '{holders, select, none {Another program is using the library in {folder}.} other {The library in {folder} is in use by {holders}.}}',
      remedy: 'Close other windows and programs of Parolo first. Nothing was changed.',
    },
    fr: {
      message:
        '{holders, select, none {Un autre programme utilise la bibliothèque de {folder}.} other {La bibliothèque de {folder} est utilisée par {holders}.}}',
      remedy: 'Fermez d’abord les autres fenêtres et programmes Parolo. Rien n’a été changé.',
    },
  },
  'move.not-there': {
    en: {
      message: 'The library was moved from {from} to {to}, and is not there.',
      remedy: 'Connect the drive, or name the folder where it is with --data.',
    },
    fr: {
      message: 'La bibliothèque a été déplacée de {from} vers {to}, et n’y est pas.',
      remedy: 'Branchez le disque, ou indiquez avec --data le dossier où elle se trouve.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
