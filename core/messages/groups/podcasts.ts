import { messageGroup } from '../message-group.ts'

/** Podcasts: the command line and the page. */
export const podcasts = messageGroup(
  {
    'podcast.added': 'Added: {id} {title} ({episodes, plural, one {# episode} other {# episodes}})',
    'podcast.read-again':
      '{title}: {count, plural, =0 {no new episode} one {# new episode} other {# new episodes}}',
    'podcast.unchanged': '{title}: nothing has changed',
    'podcast.removed': 'Removed: {title}. Recordings of its episodes stay.',
    'podcast.remark.incomplete': 'The feed is incomplete: the episodes that could be read are listed.',
    'podcast.remark.too-many-episodes': 'The feed has more episodes than are listed here.',
    'podcast.here': 'here',
    'podcast.got': 'Downloaded: {id} {title}',
    'podcast.got-before': 'Already in the library: {id} {title}',
    'podcast.size-unknown': 'size unknown',
    'podcast.other-size': 'The feed says {feed}, the server {server}.',
    'podcast.transcript-opened': 'Transcript of the feed opened: {id} {title}',
    'podcast.step.download': 'downloading',
    'podcast.step.add': 'adding',
    'podcast.step.chapters': 'chapters',
  },
  {
    'podcast.added': 'Ajouté\u00A0: {id} {title} ({episodes, plural, one {# épisode} other {# épisodes}})',
    'podcast.read-again':
      '{title}\u00A0: {count, plural, =0 {aucun nouvel épisode} one {# nouvel épisode} other {# nouveaux épisodes}}',
    'podcast.unchanged': '{title}\u00A0: rien n’a changé',
    'podcast.removed': 'Retiré\u00A0: {title}. Les enregistrements de ses épisodes restent.',
    'podcast.remark.incomplete':
      'Le flux est incomplet\u00A0: les épisodes qui ont pu être lus sont affichés.',
    'podcast.remark.too-many-episodes': 'Le flux a plus d’épisodes qu’il n’en est affiché ici.',
    'podcast.here': 'présent',
    'podcast.got': 'Téléchargé\u00A0: {id} {title}',
    'podcast.got-before': 'Déjà dans la bibliothèque\u00A0: {id} {title}',
    'podcast.size-unknown': 'taille inconnue',
    'podcast.other-size': 'Le flux annonce {feed}, le serveur {server}.',
    'podcast.transcript-opened': 'Transcription du flux ouverte\u00A0: {id} {title}',
    'podcast.step.download': 'téléchargement',
    'podcast.step.add': 'ajout',
    'podcast.step.chapters': 'chapitres',
  },
)
