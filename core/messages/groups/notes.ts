import { messageGroup } from '../message-group.ts'

/** The list of notes: comments, decisions, actions, bookmarks. */
export const notes = messageGroup(
  {
    'notes.title': 'Notes',
    'notes.list': 'Notes in order of time',
    'notes.new': 'Note',
    'notes.comment': 'Comment',
    'notes.filter': 'Notes shown',
    'notes.all': 'Everything {count, number}',
    'notes.only.comment': 'Comments {count, number}',
    'notes.only.decision': 'Decisions {count, number}',
    'notes.only.action': 'Actions {count, number}',
    'notes.only.bookmark': 'Bookmarks {count, number}',
    'notes.only.who': 'For {name} {count, number}',
    'notes.none':
      'No notes yet. At the playback position or the cursor, {note} adds a note, {decision} a decision, {action} an action, {bookmark} a bookmark.',
    'notes.none.no-keys':
      'No notes yet. A note is added at the playback position or the cursor; choose its kind afterwards.',
  },
  {
    'notes.title': 'Notes',
    'notes.list': 'Notes dans l’ordre du temps',
    'notes.new': 'Note',
    'notes.comment': 'Commentaire',
    'notes.filter': 'Notes affichées',
    'notes.all': 'Tout {count, number}',
    'notes.only.comment': 'Commentaires {count, number}',
    'notes.only.decision': 'Décisions {count, number}',
    'notes.only.action': 'Actions {count, number}',
    'notes.only.bookmark': 'Signets {count, number}',
    'notes.only.who': 'Pour {name} {count, number}',
    'notes.none':
      'Pas encore de note. {note} ajoute une note à l’endroit en cours de lecture ou au curseur, {decision} une décision, {action} une action, {bookmark} un signet.',
    'notes.none.no-keys':
      'Pas encore de note. Une note s’ajoute à l’endroit en cours de lecture ou au curseur\u202F; son type se choisit ensuite.',
  },
)
