import { messageGroup } from '../message-group.ts'

/** Backups of a library in one file. */
export const backup = messageGroup(
  {
    'backup.ask': 'Passphrase: ',
    'backup.ask-again': 'The same again: ',
    'backup.made':
      '{file}: {recordings, plural, =0 {no recordings} one {# recording} other {# recordings}}, {megabytes, number} MB.',
    'backup.left-out':
      '{count, plural, one {The file of # recording is} other {The files of # recordings are}} outside the library and not in the backup (--with-originals takes what is there).',
    'backup.restored':
      '{recordings, plural, =0 {No recordings} one {# recording} other {# recordings}} restored to {folder}.',
    'backup.replaced': 'The library that was there is now in {folder}.',
    'error.backup.not-a-backup': '{file} is not a backup of a Parolo library.',
    'error.backup.not-a-backup.remedy': 'Choose a file that parolo backup wrote.',
    'error.backup.damaged': '{file} is damaged: it was cut or changed.',
    'error.backup.damaged.remedy': 'Use another copy of the backup. The library was not changed.',
    'error.backup.passphrase-needed': '{file} is encrypted.',
    'error.backup.passphrase-needed.remedy': 'Use --passphrase to enter its passphrase.',
    'error.backup.wrong-passphrase': 'The passphrase is not that of {file}, or the file is damaged.',
    'error.backup.wrong-passphrase.remedy': 'Try again. Without the passphrase nobody can read the backup.',
    'error.backup.no-passphrase': 'The passphrase is empty, or the two are not the same.',
    'error.backup.no-passphrase.remedy': 'Enter it again, or give it as one line of the standard input.',
    'error.backup.inside-library': '{file} is in the folder of the library.',
    'error.backup.inside-library.remedy': 'Choose a folder outside it, best on another disk.',
    'error.backup.library-not-empty': 'The library in {folder} has recordings.',
    'error.backup.library-not-empty.remedy':
      'Use --replace to move them to its folder backups first, or --data for another library.',
    'error.backup.file-name': '{file} has a name that not every system allows.',
    'error.backup.file-name.remedy': 'Rename it, then make the backup again.',
  },
  {
    'backup.ask': 'Phrase secrète\u00A0: ',
    'backup.ask-again': 'Encore une fois\u00A0: ',
    'backup.made':
      '{file}\u00A0: {recordings, plural, =0 {aucun enregistrement} one {# enregistrement} other {# enregistrements}}, {megabytes, number}\u00A0Mo.',
    'backup.left-out':
      '{count, plural, one {Le fichier de # enregistrement est} other {Les fichiers de # enregistrements sont}} hors de la bibliothèque et absents de la sauvegarde (--with-originals prend ceux qui existent).',
    'backup.restored':
      '{recordings, plural, =0 {Aucun enregistrement restauré} one {# enregistrement restauré} other {# enregistrements restaurés}} dans {folder}.',
    'backup.replaced': 'La bibliothèque précédente est maintenant dans {folder}.',
    'error.backup.not-a-backup': '{file} n’est pas une sauvegarde d’une bibliothèque Parolo.',
    'error.backup.not-a-backup.remedy': 'Choisissez un fichier écrit par parolo backup.',
    'error.backup.damaged': '{file} est endommagé\u00A0: il a été coupé ou modifié.',
    'error.backup.damaged.remedy':
      'Utilisez une autre copie de la sauvegarde. La bibliothèque n’a pas été modifiée.',
    'error.backup.passphrase-needed': '{file} est chiffré.',
    'error.backup.passphrase-needed.remedy': 'Utilisez --passphrase pour saisir sa phrase secrète.',
    'error.backup.wrong-passphrase':
      'La phrase secrète n’est pas celle de {file}, ou le fichier est endommagé.',
    'error.backup.wrong-passphrase.remedy':
      'Réessayez. Sans la phrase secrète, personne ne peut lire la sauvegarde.',
    'error.backup.no-passphrase': 'La phrase secrète est vide, ou les deux saisies diffèrent.',
    'error.backup.no-passphrase.remedy':
      'Saisissez-la de nouveau, ou donnez-la comme une ligne de l’entrée standard.',
    'error.backup.inside-library': '{file} est dans le dossier de la bibliothèque.',
    'error.backup.inside-library.remedy':
      'Choisissez un dossier ailleurs, de préférence sur un autre disque.',
    'error.backup.library-not-empty': 'La bibliothèque dans {folder} contient des enregistrements.',
    'error.backup.library-not-empty.remedy':
      'Utilisez --replace pour les déplacer d’abord dans son dossier backups, ou --data pour une autre bibliothèque.',
    'error.backup.file-name': '{file} porte un nom que certains systèmes refusent.',
    'error.backup.file-name.remedy': 'Renommez-le, puis refaites la sauvegarde.',
  },
)
