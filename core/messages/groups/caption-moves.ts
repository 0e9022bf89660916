import { messageGroup } from '../message-group.ts'

/** Moving captions in time. */
export const captionMoves = messageGroup(
  {
    'captions.move': 'Move in time…',
    'captions.move.title': 'Move captions in time',
    'captions.move.which': 'Which captions',
    'captions.move.all': 'All, {count}',
    'captions.move.from': 'From {number} on, {count}',
    'captions.move.range': 'From … to …',
    'captions.move.selected': 'Selected, {count}',
    'captions.move.first': 'First caption',
    'captions.move.last': 'Last caption',
    'captions.move.by': 'Move',
    'captions.move.by.amount': 'By an amount',
    'captions.move.by.points': 'By two captions',
    'captions.move.by.rates': 'By frame rates',
    'captions.move.amount': 'Later by (− for earlier)',
    'captions.move.amount.hint': 'Seconds or a time: 1.5 or −0:01:02.5',
    'captions.move.amount.hint.frames': 'Seconds, a time, frames or a timecode: 1.5, −12f or 00:00:01:12',
    'captions.move.amount.to-playhead': 'Caption {number} to the playhead',
    'captions.move.amount.wrong': 'Enter an amount such as 1.5 or −0:01:02.5.',
    'captions.move.amount.wrong.frames': 'Enter an amount such as 1.5, −12f or 00:00:01:12.',
    'captions.move.point': 'Caption',
    'captions.move.point.start': 'is to start at',
    'captions.move.point.playhead': 'At the playhead',
    'captions.move.points.wrong': 'The caption that comes later must still start later after the move.',
    'captions.move.rates.from': 'Made for a video at',
    'captions.move.rates.to': 'Shown with a video at',
    'captions.move.rates.rate': '{rate} frames a second',
    'captions.move.rates.same': 'Choose two different frame rates.',
    'captions.move.words': 'Move the words, too',
    'captions.move.words.hint':
      'For a transcript of another version of the video: text and waveform follow the captions, and so does sound that is silenced for redaction.',
    'captions.move.words.growing': 'Possible as soon as the text is complete.',
    'captions.move.now': 'Captions are moved from the times of their words: {move}.',
    'captions.move.now.later': '{seconds}\u00A0s later',
    'captions.move.now.earlier': '{seconds}\u00A0s earlier',
    'captions.move.now.stretched': 'stretched × {ratio}',
    'captions.move.now.and': '{one}, {other}',
    'captions.move.reset': 'Show them when their words are said',
    'captions.move.nothing': 'Nothing moves yet.',
    'captions.move.looking': 'Working out the result',
    'captions.move.moves': '{count, plural, one {# caption moves} other {# captions move}}',
    'captions.move.moved': '{number} starts at {after} instead of {before}',
    'captions.move.stays': '{number} still starts at {time}',
    'captions.move.ends': 'The last one ends at {after} instead of {before}.',
    'captions.move.recut':
      'At their new times, {count, plural, one {# caption gets} other {# captions get}} other words.',
    'captions.move.cut':
      '{count, plural, one {# caption would start before the video and starts with it instead} other {# captions would start before the video and start with it instead}}.',
    'captions.move.overlapping':
      '{count, plural, one {# caption runs into its neighbor} other {# captions run into their neighbors}}.',
    'captions.move.after-end':
      '{count, plural, one {# caption is shown after the end of the recording} other {# captions are shown after the end of the recording}}.',
    'captions.move.staying':
      '{count, plural, one {# caption cannot be moved and stays: its words and those of others are mixed, or it would be after the end} other {# captions cannot be moved and stay: their words and those of others are mixed, or they would be after the end}}.',
    'captions.move.others':
      '{count, plural, one {The times of # other caption change} other {The times of # other captions change}} to make room.',
    'captions.move.note': 'One undo takes it all back.',
    'captions.move.cancel': 'Cancel',
    'captions.move.do': '{count, plural, =0 {Move} one {Move # caption} other {Move # captions}}',
  },
  {
    'captions.move': 'Décaler…',
    'captions.move.title': 'Décaler les sous-titres dans le temps',
    'captions.move.which': 'Quels sous-titres',
    'captions.move.all': 'Tous, {count}',
    'captions.move.from': 'À partir du {number}, {count}',
    'captions.move.range': 'Du … au …',
    'captions.move.selected': 'Sélection, {count}',
    'captions.move.first': 'Premier sous-titre',
    'captions.move.last': 'Dernier sous-titre',
    'captions.move.by': 'Décaler',
    'captions.move.by.amount': 'D’une durée',
    'captions.move.by.points': 'D’après deux sous-titres',
    'captions.move.by.rates': 'D’après les cadences',
    'captions.move.amount': 'Plus tard de (− pour plus tôt)',
    'captions.move.amount.hint': 'Des secondes ou un temps\u00A0: 1,5 ou −0:01:02,5',
    'captions.move.amount.hint.frames':
      'Des secondes, un temps, des images ou un timecode\u00A0: 1,5, −12i ou 00:00:01:12',
    'captions.move.amount.to-playhead': 'Sous-titre {number} à la tête de lecture',
    'captions.move.amount.wrong': 'Saisissez une durée telle que 1,5 ou −0:01:02,5.',
    'captions.move.amount.wrong.frames': 'Saisissez une durée telle que 1,5, −12i ou 00:00:01:12.',
    'captions.move.point': 'Le sous-titre',
    'captions.move.point.start': 'doit commencer à',
    'captions.move.point.playhead': 'À la tête de lecture',
    'captions.move.points.wrong':
      'Le plus tardif des deux sous-titres doit rester le plus tardif une fois décalé.',
    'captions.move.rates.from': 'Faits pour une vidéo à',
    'captions.move.rates.to': 'Affichés avec une vidéo à',
    'captions.move.rates.rate': '{rate} images par seconde',
    'captions.move.rates.same': 'Choisissez deux cadences différentes.',
    'captions.move.words': 'Décaler aussi les mots',
    'captions.move.words.hint':
      'Pour la transcription d’un autre montage de la vidéo\u00A0: le texte et l’onde suivent les sous-titres, de même que le son rendu muet par les occultations.',
    'captions.move.words.growing': 'Possible dès que le texte est complet.',
    'captions.move.now': 'Les sous-titres sont décalés par rapport à leurs mots\u00A0: {move}.',
    'captions.move.now.later': '{seconds}\u00A0s plus tard',
    'captions.move.now.earlier': '{seconds}\u00A0s plus tôt',
    'captions.move.now.stretched': 'étirés × {ratio}',
    'captions.move.now.and': '{one}, {other}',
    'captions.move.reset': 'Les afficher quand leurs mots sont dits',
    'captions.move.nothing': 'Rien n’est encore décalé.',
    'captions.move.looking': 'Calcul du résultat',
    'captions.move.moves':
      '{count, plural, one {# sous-titre est décalé} other {# sous-titres sont décalés}}',
    'captions.move.moved': 'Le {number} commence à {after} au lieu de {before}',
    'captions.move.stays': 'Le {number} commence toujours à {time}',
    'captions.move.ends': 'Le dernier finit à {after} au lieu de {before}.',
    'captions.move.recut':
      'Avec leurs nouveaux temps, {count, plural, one {# sous-titre reçoit} other {# sous-titres reçoivent}} d’autres mots.',
    'captions.move.cut':
      '{count, plural, one {# sous-titre commencerait avant la vidéo et commence avec elle} other {# sous-titres commenceraient avant la vidéo et commencent avec elle}}.',
    'captions.move.overlapping':
      '{count, plural, one {# sous-titre empiète sur son voisin} other {# sous-titres empiètent sur leurs voisins}}.',
    'captions.move.after-end':
      '{count, plural, one {# sous-titre s’affiche après la fin de l’enregistrement} other {# sous-titres s’affichent après la fin de l’enregistrement}}.',
    'captions.move.staying':
      '{count, plural, one {# sous-titre ne peut pas être décalé et reste en place\u00A0: ses mots et ceux d’autres s’entremêlent, ou il serait après la fin} other {# sous-titres ne peuvent pas être décalés et restent en place\u00A0: leurs mots et ceux d’autres s’entremêlent, ou ils seraient après la fin}}.',
    'captions.move.others':
      '{count, plural, one {Les temps de # autre sous-titre changent} other {Les temps de # autres sous-titres changent}} pour faire de la place.',
    'captions.move.note': 'Une seule annulation défait tout.',
    'captions.move.cancel': 'Annuler',
    'captions.move.do':
      '{count, plural, =0 {Décaler} one {Décaler # sous-titre} other {Décaler # sous-titres}}',
  },
)
