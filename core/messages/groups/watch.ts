import { messageGroup } from '../message-group.ts'

/** Watched folders: the command line, the settings, and errors. */
export const watch = messageGroup(
  {
    'watch.now':
      'Watching {folder}. Complete files are transcribed; Ctrl-C stops. Files already there are left alone.',
    'watch.now.existing': 'Watching {folder}. Files that are complete are transcribed; Ctrl-C stops.',
    'watch.now.setting':
      '{count, plural, one {Watching # folder} other {Watching # folders}}. Files that are complete are transcribed; Ctrl-C stops.',
    'watch.none':
      'No folder is watched. Add one with `parolo watch --add FOLDER`, or watch one for now with `parolo watch FOLDER`.',
    'watch.added':
      'Watched from now on: {folder}, while a window or `parolo serve` is open, or `parolo watch` runs. Files already there are left alone.',
    'watch.added.existing':
      'Watched from now on: {folder}, while a window or `parolo serve` is open, or `parolo watch` runs. Files already there are transcribed too.',
    'watch.changed': 'Changed: {folder}',
    'watch.removed': 'No longer watched: {folder}. Recordings, texts and captions stay.',
    'watch.taken': '{file}: complete, will be transcribed',
    'watch.taken.known': '{file}: its text is in the library already',
    'watch.written': '{file}: {names} saved',
    'watch.refused': '{file}: skipped, and tried again when it changes. {message}',
    'watch.unwritten':
      '{file}: the text is in the library, but could not be written beside the file. {message}',
    'watch.failed': '{file}: {message}',
    'watch.back': '{folder}: watched again',
    'watch.elsewhere':
      '{folder}: watched by another program (process {pid}); this one takes over when that ends',
    'watch.elsewhere.once':
      '{folder}: another program (process {pid}) watches it already and transcribes what appears',
    'watch.still-written':
      '{count, plural, one {# file is} other {# files are}} still being written, and left for next time.',
    'watch.once': '{done, number} done, {failed, number} failed',
    'watch.state.on': 'watched',
    'watch.state.off': 'off',
    'watch.counts': '{written, number} written, {waiting, number} waiting, {troubled, number} failed',

    'settings.watch': 'Watched folders',
    'watch.lead':
      'Parolo adds recordings that appear in these folders to the library, transcribes them once they are complete, and writes captions beside them. Folders are watched while Parolo is open.',
    'watch.empty': 'No folder is watched.',
    'watch.add': 'Add a folder…',
    'watch.add.window': 'A browser cannot choose a folder of this computer. Add one in the Parolo window.',
    'watch.add.command': 'parolo watch --add FOLDER',
    'watch.add.title': 'Watch a folder',
    'watch.edit.title': 'Options of the folder',
    'watch.add.do': 'Watch',
    'watch.save': 'Save',
    'watch.existing.none': 'There are no recordings in it now.',
    'watch.existing':
      'Also transcribe {count, plural, one {the recording that is} other {the # recordings that are}} in it now',
    'watch.existing.hint': 'Otherwise, files already there are left alone until they change.',
    'watch.subfolders': 'Include the folders in it',
    'watch.subfolders.hint':
      'Links are never followed. If you turn this on later, what these folders already contain is left alone.',
    'watch.formats': 'Written beside each recording',
    'watch.formats.hint':
      'A file of that name that is not Parolo’s stays as it is; the captions then get the recording’s full name, as in talk.mp4.srt. Corrections that you make later are not written there; export them.',
    'watch.formats.none': 'Choose at least one.',
    'watch.on': 'Watch {folder}',
    'watch.menu': 'More about {folder}',
    'watch.options': 'Options…',
    'watch.remove': 'Stop watching',
    'watch.again': 'Retry',
    'watch.removed-now': '{folder} is no longer watched. Recordings and captions stay.',
    'watch.facts.language.auto': 'language detected',
    'watch.facts.speakers': '{count, plural, one {# speaker} other {# speakers}}',
    'watch.facts.subfolders': 'with the folders in it',
    'watch.tally.none': 'Nothing has appeared yet.',
    'watch.tally.waiting': '{count, plural, one {# in progress} other {# in progress}}',
    'watch.tally.written': '{count, plural, one {# recording done} other {# recordings done}}',
    'watch.off': 'Off. Recordings that appear meanwhile are transcribed when you turn it on again.',
    'watch.troubles':
      '{count, plural, one {# file could not be transcribed or written:} other {# files could not be transcribed or written:}}',
    'watch.troubles.more': 'and {count, number} more',
    'watch.notice.refused':
      '{count, plural, one {A file in a watched folder has no sound that can be read.} other {# files in watched folders have no sound that can be read.}}',
    'watch.notice.unwritten':
      '{count, plural, one {Captions could not be written into a watched folder. The text is in the library.} other {Captions of # recordings could not be written into a watched folder. The texts are in the library.}}',
    'watch.notice.problem': 'A watched folder cannot be read.',
    'watch.notice.show': 'Show',
  },
  {
    'watch.now':
      'Surveillance de {folder}. Les fichiers complets sont transcrits\u202F; Ctrl-C pour arrêter. Ce qui s’y trouve déjà est laissé tel quel.',
    'watch.now.existing':
      'Surveillance de {folder}. Les fichiers complets sont transcrits\u202F; Ctrl-C pour arrêter.',
    'watch.now.setting':
      'Surveillance de {count, plural, one {# dossier} other {# dossiers}}. Les fichiers complets sont transcrits\u202F; Ctrl-C pour arrêter.',
    'watch.none':
      'Aucun dossier n’est surveillé. Ajoutez-en un avec `parolo watch --add DOSSIER`, ou surveillez-en un pour l’instant avec `parolo watch DOSSIER`.',
    'watch.added':
      'Surveillé désormais\u00A0: {folder}, tant qu’une fenêtre ou `parolo serve` est ouvert, ou que `parolo watch` tourne. Ce qui s’y trouve déjà est laissé tel quel.',
    'watch.added.existing':
      'Surveillé désormais\u00A0: {folder}, tant qu’une fenêtre ou `parolo serve` est ouvert, ou que `parolo watch` tourne. Ce qui s’y trouve déjà est transcrit aussi.',
    'watch.changed': 'Modifié\u00A0: {folder}',
    'watch.removed':
      'N’est plus surveillé\u00A0: {folder}. Les enregistrements, textes et sous-titres restent.',
    'watch.taken': '{file}\u00A0: complet, sera transcrit',
    'watch.taken.known': '{file}\u00A0: son texte est déjà dans la bibliothèque',
    'watch.written': '{file}\u00A0: écriture de {names} terminée',
    'watch.refused': '{file}\u00A0: laissé de côté, et réexaminé s’il change. {message}',
    'watch.unwritten':
      '{file}\u00A0: le texte est dans la bibliothèque, mais n’a pas pu être écrit à côté du fichier. {message}',
    'watch.failed': '{file}\u00A0: {message}',
    'watch.back': '{folder}\u00A0: de nouveau surveillé',
    'watch.elsewhere':
      '{folder}\u00A0: surveillé par un autre programme (processus {pid})\u202F; celui-ci prendra le relais quand l’autre s’arrêtera',
    'watch.elsewhere.once':
      '{folder}\u00A0: un autre programme (processus {pid}) le surveille déjà et transcrit ce qui apparaît',
    'watch.still-written':
      '{count, plural, one {# fichier est encore en cours d’écriture et attendra} other {# fichiers sont encore en cours d’écriture et attendront}} la prochaine fois.',
    'watch.once':
      '{done, plural, one {# réussite} other {# réussites}}, {failed, plural, one {# échec} other {# échecs}}',
    'watch.state.on': 'surveillé',
    'watch.state.off': 'désactivé',
    'watch.counts':
      '{written, plural, one {# écrit} other {# écrits}}, {waiting, number} en attente, {troubled, plural, one {# échec} other {# échecs}}',

    'settings.watch': 'Dossiers surveillés',
    'watch.lead':
      'Parolo ajoute à la bibliothèque les enregistrements qui apparaissent dans ces dossiers, les transcrit dès qu’ils sont complets et écrit les sous-titres à côté. Les dossiers sont surveillés tant que Parolo est ouvert.',
    'watch.empty': 'Aucun dossier n’est surveillé.',
    'watch.add': 'Ajouter un dossier…',
    'watch.add.window':
      'Un navigateur ne peut pas choisir de dossier de cet ordinateur. Ajoutez-en un dans la fenêtre de Parolo.',
    'watch.add.command': 'parolo watch --add DOSSIER',
    'watch.add.title': 'Surveiller un dossier',
    'watch.edit.title': 'Options du dossier',
    'watch.add.do': 'Surveiller',
    'watch.save': 'Enregistrer',
    'watch.existing.none': 'Il ne contient aucun enregistrement pour l’instant.',
    'watch.existing':
      'Transcrire aussi {count, plural, one {l’enregistrement qui s’y trouve} other {les # enregistrements qui s’y trouvent}} déjà',
    'watch.existing.hint': 'Sinon, ce qui s’y trouve est laissé tel quel tant que cela ne change pas.',
    'watch.subfolders': 'Inclure les dossiers qu’il contient',
    'watch.subfolders.hint':
      'Les liens ne sont jamais suivis. Si vous activez cette option plus tard, ce que ces dossiers contiennent déjà est laissé tel quel.',
    'watch.formats': 'Écrit à côté de chaque enregistrement',
    'watch.formats.hint':
      'Un fichier du même nom qui n’est pas de Parolo reste tel quel\u202F; les sous-titres prennent alors le nom complet de l’enregistrement, comme entretien.mp4.srt. Vos corrections ultérieures n’y sont pas écrites\u00A0: exportez-les.',
    'watch.formats.none': 'Choisissez-en au moins un.',
    'watch.on': 'Surveiller {folder}',
    'watch.menu': 'Plus d’actions pour {folder}',
    'watch.options': 'Options…',
    'watch.remove': 'Ne plus surveiller',
    'watch.again': 'Réessayer',
    'watch.removed-now': '{folder} n’est plus surveillé. Les enregistrements et sous-titres restent.',
    'watch.facts.language.auto': 'langue détectée',
    'watch.facts.speakers': '{count, plural, one {# voix} other {# voix}}',
    'watch.facts.subfolders': 'avec les dossiers qu’il contient',
    'watch.tally.none': 'Rien n’est encore apparu.',
    'watch.tally.waiting': '{count, plural, one {# en cours} other {# en cours}}',
    'watch.tally.written': '{count, plural, one {# enregistrement traité} other {# enregistrements traités}}',
    'watch.off': 'Désactivé. Ce qui apparaît entre-temps sera transcrit quand vous le réactiverez.',
    'watch.troubles':
      '{count, plural, one {# fichier n’a pas pu être transcrit ou écrit\u00A0:} other {# fichiers n’ont pas pu être transcrits ou écrits\u00A0:}}',
    'watch.troubles.more': 'et {count, plural, one {# autre} other {# autres}}',
    'watch.notice.refused':
      '{count, plural, one {Un fichier d’un dossier surveillé n’a pas de son lisible.} other {# fichiers de dossiers surveillés n’ont pas de son lisible.}}',
    'watch.notice.unwritten':
      '{count, plural, one {Des sous-titres n’ont pas pu être écrits dans un dossier surveillé. Le texte est dans la bibliothèque.} other {Les sous-titres de # enregistrements n’ont pas pu être écrits dans un dossier surveillé. Les textes sont dans la bibliothèque.}}',
    'watch.notice.problem': 'Un dossier surveillé ne peut pas être lu.',
    'watch.notice.show': 'Afficher',
  },
)
