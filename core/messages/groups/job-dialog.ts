import { messageGroup } from '../message-group.ts'

/** The dialog before recordings are transcribed. */
export const jobDialog = messageGroup(
  {
    'job.title': '{count, plural, one {Transcribe this recording} other {Transcribe these recordings}}',
    'job.title.again': '{count, plural, one {Transcribe again} other {Transcribe these recordings again}}',
    'job.language': 'Spoken language',
    'job.language.auto': 'Automatic',
    'library.language.ba': 'Bashkir',
    'library.language.bo': 'Tibetan',
    'job.speakers': 'Speakers',
    'job.speakers.hint': 'If you know the number, enter it: it helps to tell voices apart.',
    'job.speakers.from-feed': 'From the feed: {names}. Change the number if other people speak.',
    'job.speakers.auto': 'Automatic',
    'job.speakers.known': 'Known number',
    'job.speakers.count': 'Number of speakers',
    'job.part': 'Part to transcribe',
    'job.part.whole': 'Whole recording',
    'job.part.some': 'Only a part',
    'job.part.from': 'From',
    'job.part.to': 'To',
    'job.part.hint':
      'Enter times such as 12:34 or 1:02:03. Leave a field empty for the start or the end of the recording.',
    'job.part.no-time': 'Enter a time such as 12:34 or 1:02:03.',
    'job.part.none': 'Enter where the part starts or ends.',
    'job.part.empty': 'The end must be later than the start.',
    'job.part.beyond-end': 'The recording is {length} long.',
    'job.tracks': 'Transcribe all {count} audio tracks',
    'job.tracks.hint':
      'Voices are told apart on each track separately. What a microphone picks up of another track is left out.',
    'job.joining': 'These recordings',
    'job.joining.separate': 'Are separate',
    'job.joining.together': 'Belong together',
    'job.joining.in-order': 'Follow one another',
    'job.joining.together.hint':
      'One conversation with a file for each person: it becomes one recording with a track for each. The files stay in the list.',
    'job.joining.in-order.hint': 'They become one recording, in this order. The files stay in the list.',
    'job.joining.name': 'Speaker',
    'job.joining.no-name': 'Enter a name.',
    'job.joining.files': 'Files in their order',
    'job.joining.offset': 'Begins at',
    'job.joining.up': 'Move {file} up',
    'job.joining.up.keys': 'Alt ↑',
    'job.joining.down': 'Move {file} down',
    'job.joining.down.keys': 'Alt ↓',
    'job.joining.now': 'Making one recording…',
    'job.model': 'Speech model',
    'job.model.by-language': 'By the language found',
    'job.model.by-language.hint': '{models}; for any other language: {other}.',
    'job.model.of-language': '{language}: {name}',
    'job.quick': 'Faster, slightly less accurate',
    'job.quick.hint': 'One pass only. Otherwise, unsure passages get a second pass.',
    'job.coming':
      '{count, plural, one {# more file is being imported; it will use the same settings.} other {# more files are being imported; they will use the same settings.}}',
    'job.again':
      'The new transcript becomes the current one. The former one stays in Details, where it can be shown again.',
    'job.again.corrected':
      'Your corrections are kept: the transcript that you corrected stays the current one. The new one is kept in Details, where it can be shown.',
    'job.again.ended': '“{title}” was transcribed again. The new transcript is now the current one.',
    'job.again.ended.beside':
      '“{title}” was transcribed again. The current transcript stays; the new one is in Details.',
    'job.again.show-former': 'Show the former one',
    'job.again.show-new': 'Show the new one',
    'job.done.shown':
      'This recording has already been transcribed with these settings. The same settings give the same text, so the current transcript is kept.',
    'job.done.kept':
      'This recording has already been transcribed with these settings. That transcript is still in the library; the one that you corrected stays the current one.',
    'job.done.shown-again':
      'This recording has already been transcribed with these settings. That transcript is now the current one; both stay in the library.',
    'job.done.open': 'Open transcript',
    'job.start': 'Transcribe',
    'job.later': 'Not now',
  },
  {
    'job.title':
      '{count, plural, one {Transcrire cet enregistrement} other {Transcrire ces enregistrements}}',
    'job.title.again':
      '{count, plural, one {Transcrire de nouveau} other {Transcrire de nouveau ces enregistrements}}',
    'job.language': 'Langue parlée',
    'job.language.auto': 'Automatique',
    'library.language.ba': 'Bachkir',
    'library.language.bo': 'Tibétain',
    'job.speakers': 'Voix',
    'job.speakers.hint':
      'Si vous connaissez le nombre, indiquez-le\u00A0: les voix seront mieux distinguées.',
    'job.speakers.from-feed':
      'D’après le flux\u00A0: {names}. Changez le nombre si d’autres personnes parlent.',
    'job.speakers.auto': 'Automatique',
    'job.speakers.known': 'Nombre connu',
    'job.speakers.count': 'Nombre de voix',
    'job.part': 'Partie à transcrire',
    'job.part.whole': 'Tout l’enregistrement',
    'job.part.some': 'Une partie seulement',
    'job.part.from': 'Début',
    'job.part.to': 'Fin',
    'job.part.hint':
      'Saisissez des temps, par exemple 12:34 ou 1:02:03. Laissez un champ vide pour le début ou la fin de l’enregistrement.',
    'job.part.no-time': 'Saisissez une position, par exemple 12:34 ou 1:02:03.',
    'job.part.none': 'Indiquez où la partie commence ou se termine.',
    'job.part.empty': 'La fin doit être postérieure au début.',
    'job.part.beyond-end': 'L’enregistrement dure {length}.',
    'job.tracks': 'Transcrire les {count} pistes audio',
    'job.tracks.hint':
      'Les voix sont distinguées sur chaque piste à part. Ce qu’un micro capte d’une autre piste est laissé de côté.',
    'job.joining': 'Ces enregistrements',
    'job.joining.separate': 'Sont indépendants',
    'job.joining.together': 'Vont ensemble',
    'job.joining.in-order': 'Se suivent',
    'job.joining.together.hint':
      'Une conversation avec un fichier par personne\u00A0: elle devient un enregistrement avec une piste par personne. Les fichiers restent dans la liste.',
    'job.joining.in-order.hint':
      'Ils deviennent un seul enregistrement, dans cet ordre. Les fichiers restent dans la liste.',
    'job.joining.name': 'Qui parle',
    'job.joining.no-name': 'Saisissez un nom.',
    'job.joining.files': 'Fichiers dans leur ordre',
    'job.joining.offset': 'Commence à',
    'job.joining.up': 'Monter {file}',
    'job.joining.up.keys': 'Alt ↑',
    'job.joining.down': 'Descendre {file}',
    'job.joining.down.keys': 'Alt ↓',
    'job.joining.now': 'Création d’un seul enregistrement…',
    'job.model': 'Modèle de reconnaissance',
    'job.model.by-language': 'Selon la langue détectée',
    'job.model.by-language.hint': '{models}\u202F; pour toute autre langue\u00A0: {other}.',
    'job.model.of-language': '{language}\u00A0: {name}',
    'job.quick': 'Plus rapide, un peu moins précis',
    'job.quick.hint': 'Une seule passe. Sinon, une seconde passe a lieu pour les passages incertains.',
    'job.coming':
      '{count, plural, one {# autre fichier est en cours d’import\u202F; il utilisera les mêmes réglages.} other {# autres fichiers sont en cours d’import\u202F; ils utiliseront les mêmes réglages.}}',
    'job.again':
      'La nouvelle transcription devient la transcription actuelle. L’ancienne reste dans l’onglet Détails, d’où elle peut être réaffichée.',
    'job.again.corrected':
      'Vos corrections sont conservées\u00A0: la transcription que vous avez corrigée reste la transcription actuelle. La nouvelle est conservée dans l’onglet Détails, d’où elle peut être affichée.',
    'job.again.ended':
      '«\u00A0{title}\u00A0» a été transcrit de nouveau. La nouvelle transcription est désormais la transcription actuelle.',
    'job.again.ended.beside':
      '«\u00A0{title}\u00A0» a été transcrit de nouveau. La transcription actuelle reste en place\u202F; la nouvelle est dans l’onglet Détails.',
    'job.again.show-former': 'Réafficher l’ancienne',
    'job.again.show-new': 'Afficher la nouvelle',
    'job.done.shown':
      'Cet enregistrement a déjà été transcrit avec ces réglages. Les mêmes réglages donnent le même texte\u00A0: la transcription actuelle est conservée.',
    'job.done.kept':
      'Cet enregistrement a déjà été transcrit avec ces réglages. Cette transcription est toujours dans la bibliothèque\u202F; celle que vous avez corrigée reste la transcription actuelle.',
    'job.done.shown-again':
      'Cet enregistrement a déjà été transcrit avec ces réglages. Cette transcription redevient la transcription actuelle\u202F; les deux restent dans la bibliothèque.',
    'job.done.open': 'Ouvrir la transcription',
    'job.start': 'Transcrire',
    'job.later': 'Plus tard',
  },
)
