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
      '{list}, ligne {line}\u00A0: «\u00A0{value}\u00A0» n’est pas un nombre de voix de 1 à 64.',
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
  },
)
