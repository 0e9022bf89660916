import { messageGroup } from '../message-group.ts'

/** Archives transcribed on clusters. */
export const archive = messageGroup(
  {
    'archive.planned':
      '{recordings, plural, =0 {No recordings} one {# recording} other {# recordings}} ({hours, number} hours) in {shards, plural, one {# shard} other {# shards}}: {folder}',
    'archive.duplicates':
      '{count, plural, one {# file has the same content as another and is} other {# files have the same content as others and are}} left out.',
    'archive.refused':
      '{count, plural, one {# file could not be read: it is} other {# files could not be read: they are}} listed in {file}.',
    'archive.next': 'Next: {command} (other engines: see {file})',
    'archive.list.no-path': '{list}, line {line}: no path.',
    'archive.list.bad-language': '{list}, line {line}: “{value}” is no language code such as en or fr.',
    'archive.list.bad-speakers': '{list}, line {line}: “{value}” is no number of speakers from 1 to 64.',
    'archive.outcome.done': '{file}: done.',
    'archive.outcome.dead-letter':
      '{file}: left out for now; the reason is in the folder failed. parolo archive retry puts it back.',
    'archive.worked':
      'Shard {shard}: {done} done, {skipped} done before, {deadLetters} left out (folder failed).',
    'archive.put-back':
      '{recordings, plural, =0 {No recordings had failed.} one {# recording is put back. Run this shard again: {shards}} other {# recordings are put back. Run these shards again: {shards}}}',
    'archive.status.recordings':
      'Recordings done: {done, number} of {total, number}; running: {running, number}; failed: {failed, number}; refused: {refused, number}',
    'archive.status.hours': 'Hours of sound done: {done} of {total}',
    'archive.status.rate': 'Hours of sound an hour: {rate}',
    'archive.status.days-left': 'Time left: about {count, plural, one {# day} other {# days}}',
    'archive.status.hours-left': 'Time left: about {count, plural, one {# hour} other {# hours}}',
    'archive.status.minutes-left': 'Time left: about {count, plural, one {# minute} other {# minutes}}',
    'archive.status.spent': 'Core-hours: {coreHours}; energy of the processors: {energy}',
    'archive.status.cost': 'Cost at that price: {cost}',
    'archive.gathered':
      '{folder}: {added, plural, =0 {nothing new} one {# transcript added} other {# transcripts added}}, {known, number} there before.',
    'archive.broken-results':
      '{count, plural, one {# result is damaged and was left out: run its shard again.} other {# results are damaged and were left out: run their shards again.}}',
    'archive.undated': 'undated',
    'error.archive.no-plan': '{folder} is not an archive’s plan.',
    'error.archive.no-plan.remedy': 'Give the folder that parolo archive plan --out wrote.',
    'error.archive.no-shard': 'There is no shard {shard}.',
    'error.archive.no-shard.remedy': 'Shards of this plan are numbered from 0 to {most}.',
    'error.archive.no-recordings': 'There are no recordings there.',
    'error.archive.no-recordings.remedy': 'Give files, folders or a list (.tsv with a column path).',
    'error.archive.no-path-column': '{file} has no column named path in its first line.',
    'error.archive.no-path-column.remedy':
      'Begin the list with the names of its columns between tabs: path, and id, title, date, language, speakers, collection.',
    'error.archive.damaged': '{file} is damaged.',
    'error.archive.damaged.remedy': 'Run parolo archive plan again, with the same words; results are kept.',
    'error.archive.changed': '{file} is no longer the file that was planned: its content changed.',
    'error.archive.changed.remedy': 'Bring it back, or run parolo archive plan again.',
    'error.archive.other-key': 'This computer has another version of Parolo or other models than the plan.',
    'error.archive.other-key.remedy':
      'Use the same program and models on all computers (PAROLO_HOME for models you added), or run parolo archive plan again.',
    'error.archive.interrupted':
      '{file}: the program ended five times in a row while it worked on this recording.',
    'error.archive.interrupted.remedy':
      'Give it more memory or time, then put it back with parolo archive retry.',
    'error.archive.network-scratch': 'The working folder {folder} is on a network drive.',
    'error.archive.network-scratch.remedy': 'Choose a folder on this computer’s own disk with --scratch.',
  },
  {
    'archive.planned':
      '{recordings, plural, =0 {Aucun enregistrement} one {# enregistrement} other {# enregistrements}} ({hours, number}\u00A0heures) en {shards, plural, one {# lot} other {# lots}}\u00A0: {folder}',
    'archive.duplicates':
      '{count, plural, one {# fichier a le même contenu qu’un autre et est laissé} other {# fichiers ont le même contenu que d’autres et sont laissés}} de côté.',
    'archive.refused':
      '{count, plural, one {# fichier est illisible\u00A0: voir} other {# fichiers sont illisibles\u00A0: voir}} {file}.',
    'archive.next': 'Ensuite\u00A0: {command} (autres moteurs\u00A0: voir {file})',
    'archive.list.no-path': '{list}, ligne {line}\u00A0: aucun chemin.',
    'archive.list.bad-language':
      '{list}, ligne {line}\u00A0: «\u00A0{value}\u00A0» n’est pas un code de langue comme en ou fr.',
    'archive.list.bad-speakers':
      '{list}, ligne {line}\u00A0: «\u00A0{value}\u00A0» n’est pas un nombre d’intervenant·es de 1 à 64.',
    'archive.outcome.done': '{file}\u00A0: terminé.',
    'archive.outcome.dead-letter':
      '{file}\u00A0: laissé de côté\u202F; la raison est dans le dossier failed. parolo archive retry le remet en jeu.',
    'archive.worked':
      'Lot {shard}\u00A0: {done} terminés, {skipped} déjà faits, {deadLetters} laissés de côté (dossier failed).',
    'archive.put-back':
      '{recordings, plural, =0 {Aucun enregistrement n’avait échoué.} one {# enregistrement est remis en jeu. Relancez ce lot\u00A0: {shards}} other {# enregistrements sont remis en jeu. Relancez ces lots\u00A0: {shards}}}',
    'archive.status.recordings':
      'Enregistrements terminés\u00A0: {done, number} sur {total, number}\u202F; en cours\u00A0: {running, number}\u202F; en échec\u00A0: {failed, number}\u202F; refusés\u00A0: {refused, number}',
    'archive.status.hours': 'Heures de son terminées\u00A0: {done} sur {total}',
    'archive.status.rate': 'Heures de son par heure\u00A0: {rate}',
    'archive.status.days-left': 'Temps restant\u00A0: environ {count, plural, one {# jour} other {# jours}}',
    'archive.status.hours-left':
      'Temps restant\u00A0: environ {count, plural, one {# heure} other {# heures}}',
    'archive.status.minutes-left':
      'Temps restant\u00A0: environ {count, plural, one {# minute} other {# minutes}}',
    'archive.status.spent':
      'Heures de cœur\u00A0: {coreHours}\u202F; énergie des processeurs\u00A0: {energy}',
    'archive.status.cost': 'Coût à ce prix\u00A0: {cost}',
    'archive.gathered':
      '{folder}\u00A0: {added, plural, =0 {rien de nouveau} one {# transcription ajoutée} other {# transcriptions ajoutées}}, {known, number} déjà présentes.',
    'archive.broken-results':
      '{count, plural, one {# résultat est endommagé et laissé de côté\u00A0: relancez son lot.} other {# résultats sont endommagés et laissés de côté\u00A0: relancez leurs lots.}}',
    'archive.undated': 'sans date',
    'error.archive.no-plan': '{folder} n’est pas le plan d’un fonds d’archives.',
    'error.archive.no-plan.remedy': 'Donnez le dossier écrit par parolo archive plan --out.',
    'error.archive.no-shard': 'Il n’y a pas de lot {shard}.',
    'error.archive.no-shard.remedy': 'Les lots de ce plan sont numérotés de 0 à {most}.',
    'error.archive.no-recordings': 'Il n’y a pas d’enregistrements à cet endroit.',
    'error.archive.no-recordings.remedy':
      'Donnez des fichiers, des dossiers ou une liste (.tsv avec une colonne path).',
    'error.archive.no-path-column': 'La première ligne de {file} n’a pas de colonne nommée path.',
    'error.archive.no-path-column.remedy':
      'Commencez la liste par les noms de ses colonnes, séparés par des tabulations\u00A0: path, puis id, title, date, language, speakers, collection.',
    'error.archive.damaged': '{file} est endommagé.',
    'error.archive.damaged.remedy':
      'Relancez parolo archive plan avec les mêmes mots\u202F; les résultats sont conservés.',
    'error.archive.changed': '{file} n’est plus le fichier prévu\u00A0: son contenu a changé.',
    'error.archive.changed.remedy': 'Remettez-le en place, ou relancez parolo archive plan.',
    'error.archive.other-key':
      'Cet ordinateur a une autre version de Parolo ou d’autres modèles que ceux du plan.',
    'error.archive.other-key.remedy':
      'Utilisez le même programme et les mêmes modèles sur tous les ordinateurs (PAROLO_HOME pour les modèles que vous avez ajoutés), ou relancez parolo archive plan.',
    'error.archive.interrupted':
      '{file}\u00A0: le programme s’est arrêté cinq fois de suite pendant le travail sur cet enregistrement.',
    'error.archive.interrupted.remedy':
      'Donnez-lui plus de mémoire ou de temps, puis remettez-le en jeu avec parolo archive retry.',
    'error.archive.network-scratch': 'Le dossier de travail {folder} se trouve sur un disque réseau.',
    'error.archive.network-scratch.remedy':
      'Choisissez avec --scratch un dossier sur le disque de cet ordinateur.',
  },
)
