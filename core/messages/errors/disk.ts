import type { ErrorText } from './error-text.ts'

/** Disks, drives and output files. */
export const diskErrors = {
  'disk.full': {
    en: {
      message:
        'The disk is full{neededMegabytes, select, none {.} other {: {neededMegabytes, number} MB are needed, {freeMegabytes, number} MB are free.}}',
      remedy: 'Free up some space, then try again. Finished work is kept.',
    },
    fr: {
      message:
        'Le disque est plein{neededMegabytes, select, none {.} other {\u00A0: il faut {neededMegabytes, number}\u00A0Mo, {freeMegabytes, number}\u00A0Mo sont libres.}}',
      remedy: 'Libérez de l’espace, puis réessayez. Ce qui est terminé est conservé.',
    },
  },
  'disk.read-only': {
    en: {
      message: 'Parolo does not have permission to write to {folder}.',
      remedy: 'Choose another folder (--out for results, --data for the library), or change its permissions.',
      onPage: { remedy: 'Choose another folder, or change its permissions.' },
    },
    fr: {
      message: 'Parolo n’a pas le droit d’écrire dans {folder}.',
      remedy:
        'Choisissez un autre dossier (--out pour les résultats, --data pour la bibliothèque), ou modifiez les droits de ce dossier.',
      onPage: { remedy: 'Choisissez un autre dossier, ou modifiez les droits de celui-ci.' },
    },
  },
  'disk.long-name': {
    en: {
      message: 'A file name is too long for {folder}.',
      remedy: 'Shorten the title or the name: most disks allow 255 bytes.',
    },
    fr: {
      message: 'Un nom de fichier est trop long pour {folder}.',
      remedy: 'Raccourcissez le titre ou le nom\u00A0: la plupart des disques acceptent 255 octets.',
    },
  },
  'disk.failed': {
    en: {
      message: '{folder} could not be read or written.',
      remedy: 'Check the disk, then try again. Finished work is kept.',
    },
    fr: {
      message: 'Une lecture ou une écriture a échoué dans {folder}.',
      remedy: 'Vérifiez le disque, puis réessayez. Ce qui est terminé est conservé.',
    },
  },
  'drive.silent': {
    en: {
      message: 'The drive {drive} does not answer.',
      remedy:
        'Check that it is connected and switched on, and that its network can be reached. What needs it resumes once it answers; everything else carries on.',
    },
    fr: {
      message: 'Le disque {drive} ne répond pas.',
      remedy:
        'Vérifiez qu’il est branché et allumé, et que le réseau fonctionne. Ce qui en dépend reprendra dès qu’il répondra\u202F; tout le reste continue.',
    },
  },
  'output.exists': {
    en: {
      message: '{file} already exists and was not overwritten.',
      remedy: 'Use --overwrite, or choose another folder with --out.',
      onPage: { remedy: 'Choose another name or another folder.' },
    },
    fr: {
      message: '{file} existe déjà et n’a pas été remplacé.',
      remedy: 'Utilisez --overwrite, ou choisissez un autre dossier avec --out.',
      onPage: { remedy: 'Choisissez un autre nom ou un autre dossier.' },
    },
  },
  'output.is-input': {
    en: {
      message: '{file} is one of the files to read and was not overwritten.',
      remedy: 'Choose another folder with --out.',
    },
    fr: {
      message: '{file} est l’un des fichiers à lire et n’a pas été remplacé.',
      remedy: 'Choisissez un autre dossier avec --out.',
    },
  },
  'output.is-written': {
    en: {
      message: '{file} was already written from another of the given files and was not overwritten.',
      remedy: 'Convert files of the same name into different folders with --out.',
    },
    fr: {
      message: '{file} vient d’être écrit à partir d’un autre des fichiers donnés et n’a pas été remplacé.',
      remedy: 'Convertissez les fichiers de même nom dans des dossiers différents avec --out.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
