import type { ErrorText } from './error-text.ts'

/** Backups. */
export const backupErrors = {
  'backup.not-a-backup': {
    en: {
      message: '{file} is not a backup of a Parolo library.',
      remedy: 'Choose a file that parolo backup wrote.',
    },
    fr: {
      message: '{file} n’est pas une sauvegarde d’une bibliothèque Parolo.',
      remedy: 'Choisissez un fichier écrit par parolo backup.',
    },
  },
  'backup.damaged': {
    en: {
      message: '{file} is damaged: it was cut or changed.',
      remedy: 'Use another copy of the backup. The library was not changed.',
    },
    fr: {
      message: '{file} est endommagé\u00A0: il a été coupé ou modifié.',
      remedy: 'Utilisez une autre copie de la sauvegarde. La bibliothèque n’a pas été modifiée.',
    },
  },
  'backup.passphrase-needed': {
    en: { message: '{file} is encrypted.', remedy: 'Use --passphrase to enter its passphrase.' },
    fr: { message: '{file} est chiffré.', remedy: 'Utilisez --passphrase pour saisir sa phrase secrète.' },
  },
  'backup.wrong-passphrase': {
    en: {
      message: 'The passphrase is not that of {file}, or the file is damaged.',
      remedy: 'Try again. Without the passphrase nobody can read the backup.',
    },
    fr: {
      message: 'La phrase secrète n’est pas celle de {file}, ou le fichier est endommagé.',
      remedy: 'Réessayez. Sans la phrase secrète, personne ne peut lire la sauvegarde.',
    },
  },
  'backup.no-passphrase': {
    en: {
      message: 'The passphrase is empty, or the two are not the same.',
      remedy: 'Enter it again, or give it as one line of the standard input.',
    },
    fr: {
      message: 'La phrase secrète est vide, ou les deux saisies diffèrent.',
      remedy: 'Saisissez-la de nouveau, ou donnez-la comme une ligne de l’entrée standard.',
    },
  },
  'backup.inside-library': {
    en: {
      message: '{file} is in the folder of the library.',
      remedy: 'Choose a folder outside it, best on another disk.',
    },
    fr: {
      message: '{file} est dans le dossier de la bibliothèque.',
      remedy: 'Choisissez un dossier ailleurs, de préférence sur un autre disque.',
    },
  },
  'backup.library-not-empty': {
    en: {
      message:
        'The library in {folder} is not empty: it has recordings, perhaps an unfinished one, or other work.',
      remedy: 'Use --replace to move all of it to its folder backups first, or --data for another library.',
    },
    fr: {
      message:
        'La bibliothèque dans {folder} n’est pas vide\u00A0: elle contient des enregistrements, peut-être inachevés, ou d’autres données.',
      remedy:
        'Utilisez --replace pour tout déplacer d’abord dans son dossier backups, ou --data pour une autre bibliothèque.',
    },
  },
  'backup.file-name': {
    en: {
      message: '{file} has a name that not every system allows.',
      remedy: 'Rename it, then make the backup again.',
    },
    fr: {
      message: '{file} porte un nom que certains systèmes refusent.',
      remedy: 'Renommez-le, puis refaites la sauvegarde.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
