import { messageGroup } from '../message-group.ts'

/** Backups of a library in one file. */
export const backup = messageGroup(
  {
    'backup.ask': 'Passphrase: ',
    'backup.ask-again': 'The same again: ',
    'backup.made':
      '{file}: {recordings, plural, =0 {no recordings} one {# recording} other {# recordings}}, {size}.',
    'backup.left-out':
      '{count, plural, one {The file of # recording is} other {The files of # recordings are}} outside the library and not in the backup (--with-originals adds those that exist).',
    'backup.restored':
      '{recordings, plural, =0 {No recordings} one {# recording} other {# recordings}} restored to {folder}.',
    'backup.replaced': 'The library that was there is now in {folder}.',
    'move.done':
      '{recordings, plural, =0 {The library without recordings} one {The library with # recording} other {The library with # recordings}} is now in {folder}. Every program finds it there.',
  },
  {
    'backup.ask': 'Phrase secrète\u00A0: ',
    'backup.ask-again': 'Encore une fois\u00A0: ',
    'backup.made':
      '{file}\u00A0: {recordings, plural, =0 {aucun enregistrement} one {# enregistrement} other {# enregistrements}}, {size}.',
    'backup.left-out':
      '{count, plural, one {Le fichier de # enregistrement est} other {Les fichiers de # enregistrements sont}} hors de la bibliothèque et absents de la sauvegarde (--with-originals prend ceux qui existent).',
    'backup.restored':
      '{recordings, plural, =0 {Aucun enregistrement restauré} one {# enregistrement restauré} other {# enregistrements restaurés}} dans {folder}.',
    'backup.replaced': 'La bibliothèque précédente est maintenant dans {folder}.',
    'move.done':
      '{recordings, plural, =0 {La bibliothèque sans enregistrement} one {La bibliothèque, avec # enregistrement,} other {La bibliothèque, avec # enregistrements,}} est maintenant dans {folder}. Tous les programmes l’y trouvent.',
  },
)
