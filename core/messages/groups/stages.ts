import { messageGroup } from '../message-group.ts'

/** The steps of a task, and what it waits for. */
export const stages = messageGroup(
  {
    'stage.import': 'Importing',
    'stage.sound': 'Preparing audio',
    'stage.regions': 'Detecting speech',
    'stage.speakers': 'Identifying speakers',
    'stage.words': 'Transcribing',
    'stage.second-look': 'Second pass',
    'stage.paragraphs': 'Building paragraphs',
    'stage.running': 'Running',
    'stage.queued': 'Queued',
    'stage.paused': 'Paused',
    'stage.elsewhere': 'Running in another program',
    'stage.space': 'Waiting for disk space',
  },
  {
    'stage.import': 'Import',
    'stage.sound': 'Préparation de l’audio',
    'stage.regions': 'Détection de la parole',
    'stage.speakers': 'Distinction des voix',
    'stage.words': 'Transcription',
    'stage.second-look': 'Seconde passe',
    'stage.paragraphs': 'Mise en paragraphes',
    'stage.running': 'En cours',
    'stage.queued': 'En file d’attente',
    'stage.paused': 'En pause',
    'stage.elsewhere': 'En cours dans un autre programme',
    'stage.space': 'En attente d’espace disque',
  },
)
