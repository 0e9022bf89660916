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
    'move.done':
      '{recordings, plural, =0 {The library without recordings} one {The library with # recording} other {The library with # recordings}} is now in {folder}. Every program finds it there.',
    'error.move.no-library': 'There is no library in {folder}.',
    'error.move.no-library.remedy': 'Name its folder with --data.',
    'error.move.inside': '{folder} is in the folder of the library, or holds it.',
    'error.move.inside.remedy': 'Choose a folder beside it or on another disk.',
    'error.move.not-empty': '{folder} is not empty.',
    'error.move.not-empty.remedy': 'Choose a new or empty folder.',
    'error.move.in-use':
      '{holders, select, none {Another program is using the library in {folder}.} other {The library in {folder} is in use by {holders}.}}',
    'error.move.in-use.remedy': 'Close other windows and programs of Parolo first. Nothing was changed.',
    'error.library.moved': 'The library has just been moved from {folder} to {to}.',
    'error.library.moved.remedy': 'Start Parolo again: it opens the library where it is now.',
    'error.move.not-there': 'The library was moved from {from} to {to}, and is not there.',
    'error.move.not-there.remedy': 'Connect the drive, or name the folder where it is with --data.',
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
    'error.backup.library-not-empty':
      'The library in {folder} is not empty: it has recordings, perhaps an unfinished one, or other work.',
    'error.backup.library-not-empty.remedy':
      'Use --replace to move all of it to its folder backups first, or --data for another library.',
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
    'move.done':
      '{recordings, plural, =0 {La bibliothèque sans enregistrement} one {La bibliothèque, avec # enregistrement,} other {La bibliothèque, avec # enregistrements,}} est maintenant dans {folder}. Tous les programmes l’y trouvent.',
    'error.move.no-library': 'Il n’y a pas de bibliothèque dans {folder}.',
    'error.move.no-library.remedy': 'Indiquez son dossier avec --data.',
    'error.move.inside': '{folder} est dans le dossier de la bibliothèque, ou le contient.',
    'error.move.inside.remedy': 'Choisissez un dossier à côté, ou sur un autre disque.',
    'error.move.not-empty': '{folder} n’est pas vide.',
    'error.move.not-empty.remedy': 'Choisissez un dossier nouveau ou vide.',
    'error.move.in-use':
      '{holders, select, none {Un autre programme utilise la bibliothèque de {folder}.} other {La bibliothèque de {folder} est utilisée par {holders}.}}',
    'error.move.in-use.remedy':
      'Fermez d’abord les autres fenêtres et programmes Parolo. Rien n’a été changé.',
    'error.library.moved': 'La bibliothèque vient d’être déplacée de {folder} vers {to}.',
    'error.library.moved.remedy':
      'Redémarrez Parolo\u00A0: il ouvre la bibliothèque là où elle est maintenant.',
    'error.move.not-there': 'La bibliothèque a été déplacée de {from} vers {to}, et n’y est pas.',
    'error.move.not-there.remedy':
      'Branchez le disque, ou indiquez avec --data le dossier où elle se trouve.',
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
    'error.backup.library-not-empty':
      'La bibliothèque dans {folder} n’est pas vide\u00A0: elle contient des enregistrements, peut-être inachevés, ou d’autres données.',
    'error.backup.library-not-empty.remedy':
      'Utilisez --replace pour tout déplacer d’abord dans son dossier backups, ou --data pour une autre bibliothèque.',
    'error.backup.file-name': '{file} porte un nom que certains systèmes refusent.',
    'error.backup.file-name.remedy': 'Renommez-le, puis refaites la sauvegarde.',
  },
)
