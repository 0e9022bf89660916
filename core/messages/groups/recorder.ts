import { messageGroup } from '../message-group.ts'

/** The recorder: its errors, and the command line's `record`. */
export const recorder = messageGroup(
  {
    'record.title': 'Recording of {date}',
    'record.started': 'Recording {devices}. Press Ctrl-C to stop.',
    'record.device-gone': '{device} was unplugged; waiting for it.',
    'record.device-replaced': '{device} was unplugged; {by} took over at {time}.',
    'record.device-back': '{device} is back at {time}.',
    'record.slept': 'This computer slept for {length}. The recording is silent for that long, from {time}.',
    'record.missing':
      '{seconds, number} s of {device} are missing at {time}: this computer was too busy. The recording has silence there instead.',
    'record.disk-low':
      'Space for {minutes, plural, one {# more minute} other {# more minutes}} on this disk. The recording stops by itself before the disk is full.',
    'record.failing':
      'The sound cannot be written to the disk: {reason} Recording continues. Parolo retries every second and keeps the sound elsewhere on this computer until then.',
    'record.writing-again': 'The disk works again: everything recorded is being written to it.',
    'record.disk-full': 'The disk is full: the recording ended at {time}. Everything up to there is kept.',
    'record.safe': 'recording, {time} safe on disk',
    'record.said': '{time}  {name}: {text}',
    'record.checking': 'Checking the sound. The recording is safe.',
    'record.added': 'Recorded, {length}: {title} ({id})',
    'record.nothing': 'Nothing was recorded.',
    'record.out': 'Saved {file}.',
    'record.not-added': '“{title}” was recorded but its file could not be made yet: {reason}',
    'record.not-transcribed': 'Transcription was stopped. The recording is in the library.',
    'record.recovering': 'recovering “{title}”, {percent}%',
    'record.recovered': 'Recording recovered, {length}: {title} ({id})',
    'record.completed': 'Recording completed, {length}: {title} ({id})',
    'record.not-recovered': 'The recording “{title}” could not be recovered yet: {reason}',
    'state.recording': 'recording',
  },
  {
    'record.title': 'Enregistrement du {date}',
    'record.started': 'Enregistrement de {devices}. Ctrl-C pour arrêter.',
    'record.device-gone': '{device} a été débranché\u202F; en attente de son retour.',
    'record.device-replaced': '{device} a été débranché\u202F; {by} a pris le relais à {time}.',
    'record.device-back': '{device} est de retour à {time}.',
    'record.slept':
      'Cet ordinateur a été en veille pendant {length}. À partir de {time}, l’enregistrement est silencieux pendant cette durée.',
    'record.missing':
      'Il manque {seconds, number}\u00A0s de {device} à {time}\u00A0: cet ordinateur était trop occupé. L’enregistrement contient un silence à la place.',
    'record.disk-low':
      'Ce disque a de la place pour {minutes, plural, one {# minute} other {# minutes}} de plus. L’enregistrement s’arrêtera de lui-même avant que le disque soit plein.',
    'record.failing':
      'Le son ne peut pas être écrit sur le disque\u00A0: {reason} L’enregistrement continue\u202F; Parolo réessaie chaque seconde et garde le son ailleurs sur cet ordinateur en attendant.',
    'record.writing-again':
      'Le disque fonctionne de nouveau\u00A0: tout ce qui a été enregistré y est écrit.',
    'record.disk-full':
      'Le disque est plein\u00A0: l’enregistrement s’est arrêté à {time}. Tout ce qui précède est conservé.',
    'record.safe': 'enregistrement, {time} en sécurité sur le disque',
    'record.said': '{time}  {name}\u00A0: {text}',
    'record.checking': 'Vérification du son. L’enregistrement est en sécurité.',
    'record.added': 'Enregistré, {length}\u00A0: {title} ({id})',
    'record.nothing': 'Rien n’a été enregistré.',
    'record.out': '{file}\u00A0: enregistré.',
    'record.not-added':
      '«\u00A0{title}\u00A0» a été enregistré, mais son fichier n’a pas encore pu être créé\u00A0: {reason}',
    'record.not-transcribed': 'La transcription a été arrêtée. L’enregistrement est dans la bibliothèque.',
    'record.recovering': 'récupération de «\u00A0{title}\u00A0», {percent} %',
    'record.recovered': 'Enregistrement récupéré, {length}\u00A0: {title} ({id})',
    'record.completed': 'Enregistrement terminé, {length}\u00A0: {title} ({id})',
    'record.not-recovered':
      'L’enregistrement «\u00A0{title}\u00A0» n’a pas encore pu être récupéré\u00A0: {reason}',
    'state.recording': 'en cours d’enregistrement',
  },
)
