import { messageGroup } from '../message-group.ts'

/** The recorder: its errors, and the command line's `record`. */
export const recorder = messageGroup(
  {
    'error.recorder.unknown': 'This recording is not running, or another program is recording it.',
    'error.recorder.unknown.remedy': 'Stop it where it was started.',
    'error.recorder.stopped': 'This recording has already been stopped.',
    'error.recorder.taken':
      'Another program has taken over this recording, as this computer did not answer for a while. What was recorded until then is kept.',
    'error.recorder.taken.remedy': 'To go on, start a new recording.',
    'error.recorder.stopped.remedy': 'To go on, start a new recording.',
    'error.recorder.not-equal': 'The finished file of “{title}” does not hold exactly what was recorded.',
    'error.recorder.not-equal.remedy':
      'Nothing was deleted: the sound is in {folder}. Parolo tries again the next time it starts.',
    'error.recorder.no-inputs': 'No microphone or other sound input was found.',
    'error.recorder.no-inputs.remedy':
      '{platform, select, linux {Check that PulseAudio or PipeWire is running and that a microphone is connected (pactl list short sources).} darwin {Check that a microphone is connected, and that the terminal may use it: System Settings, Privacy & Security, Microphone.} win32 {Check that a microphone is connected, and that desktop apps may use it: Settings, Privacy & security, Microphone.} other {Check that a microphone is connected.}}',
    'error.recorder.no-such-device': 'There is no sound input “{device}”.',
    'error.recorder.no-such-device.remedy': 'Available inputs: {known}. See `parolo record --list`.',
    'error.recorder.device-failed': 'The sound input “{device}” cannot be recorded.',
    'error.recorder.device-failed.remedy':
      'Check that it is connected and that no other program uses it alone, or choose another with --device (see `parolo record --list`).',
    'error.recorder.no-list': 'This ffmpeg cannot record sound inputs.',
    'error.recorder.no-list.remedy':
      '{platform, select, linux {Install a build with PulseAudio, such as the one of your distribution.} darwin {Install a build with avfoundation, such as the one of Homebrew.} win32 {Install a build with dshow, such as Gyan.FFmpeg.} other {Recording on the command line works on Linux, macOS and Windows.}}',
    'error.usage.no-terminal': '{option} shows text at a terminal, and this output is none.',
    'error.usage.no-terminal.remedy': 'Remove it, or use --progress json.',
    'record.title': 'Recording of {date}',
    'record.started': 'Recording {devices}. Press Ctrl-C to stop.',
    'record.device-gone': '{device} is gone; waiting for it.',
    'record.device-replaced': '{device} is gone; {by} took its place at {time}.',
    'record.device-back': '{device} is back at {time}.',
    'record.slept': 'This computer slept for {length}. From {time} on that long is silent in the recording.',
    'record.disk-low':
      'Room for {minutes, plural, one {# more minute} other {# more minutes}} on this disk. The recording stops by itself before the disk is full.',
    'record.failing':
      'The sound cannot be written to the disk: {reason} Recording goes on; Parolo tries again every second and keeps the sound elsewhere on this computer meanwhile.',
    'record.writing-again': 'The disk works again: everything recorded is being written to it.',
    'record.disk-full': 'The disk is full: the recording ended at {time}. Everything up to there is kept.',
    'record.safe': 'recording, {time} safe on disk',
    'record.said': '{time}  {name}: {text}',
    'record.checking': 'Checking the sound. The recording is safe.',
    'record.added': 'Recorded, {length}: {title} ({id})',
    'record.nothing': 'Nothing was recorded.',
    'record.out': 'Saved {file}.',
    'record.not-added': '“{title}” was recorded but its file could not be made yet: {reason}',
    'record.not-transcribed': 'The transcript was stopped. The recording is in the library.',
    'record.recovering': 'recovering “{title}”, {percent} %',
    'record.recovered': 'Recording recovered, {length}: {title} ({id})',
    'record.completed': 'Recording completed, {length}: {title} ({id})',
    'record.not-recovered': 'The recording “{title}” could not be recovered yet: {reason}',
    'state.recording': 'recording',
  },
  {
    'error.recorder.unknown': 'Cet enregistrement n’est pas en cours, ou un autre programme l’enregistre.',
    'error.recorder.unknown.remedy': 'Arrêtez-le là où il a été lancé.',
    'error.recorder.stopped': 'Cet enregistrement est déjà arrêté.',
    'error.recorder.taken':
      'Un autre programme a repris cet enregistrement, car cet ordinateur ne répondait plus. Ce qui avait été enregistré est conservé.',
    'error.recorder.taken.remedy': 'Pour continuer, lancez un nouvel enregistrement.',
    'error.recorder.stopped.remedy': 'Pour continuer, lancez un nouvel enregistrement.',
    'error.recorder.not-equal':
      'Le fichier final de « {title} » ne contient pas exactement ce qui a été enregistré.',
    'error.recorder.not-equal.remedy':
      'Rien n’a été supprimé : le son est dans {folder}. Parolo réessaiera à son prochain démarrage.',
    'error.recorder.no-inputs': 'Aucun micro ni aucune autre entrée audio n’a été trouvé.',
    'error.recorder.no-inputs.remedy':
      '{platform, select, linux {Vérifiez que PulseAudio ou PipeWire fonctionne et qu’un micro est branché (pactl list short sources).} darwin {Vérifiez qu’un micro est branché et que le terminal peut l’utiliser : Réglages Système, Confidentialité et sécurité, Microphone.} win32 {Vérifiez qu’un micro est branché et que les applications de bureau peuvent l’utiliser : Paramètres, Confidentialité et sécurité, Microphone.} other {Vérifiez qu’un micro est branché.}}',
    'error.recorder.no-such-device': 'L’entrée audio « {device} » n’existe pas.',
    'error.recorder.no-such-device.remedy':
      'Entrées disponibles : {known}. Consultez `parolo record --list`.',
    'error.recorder.device-failed': 'L’entrée audio « {device} » ne peut pas être enregistrée.',
    'error.recorder.device-failed.remedy':
      'Vérifiez qu’elle est branchée et qu’aucun autre programme ne la réserve, ou choisissez-en une autre avec --device (consultez `parolo record --list`).',
    'error.recorder.no-list': 'Ce ffmpeg ne peut pas enregistrer les entrées audio.',
    'error.recorder.no-list.remedy':
      '{platform, select, linux {Installez une version avec PulseAudio, comme celle de votre distribution.} darwin {Installez une version avec avfoundation, comme celle de Homebrew.} win32 {Installez une version avec dshow, comme Gyan.FFmpeg.} other {L’enregistrement en ligne de commande fonctionne sous Linux, macOS et Windows.}}',
    'error.usage.no-terminal': '{option} affiche du texte dans un terminal, et cette sortie n’en est pas un.',
    'error.usage.no-terminal.remedy': 'Retirez l’option, ou utilisez --progress json.',
    'record.title': 'Enregistrement du {date}',
    'record.started': 'Enregistrement de {devices}. Ctrl-C pour arrêter.',
    'record.device-gone': '{device} a disparu ; en attente de son retour.',
    'record.device-replaced': '{device} a disparu ; {by} a pris le relais à {time}.',
    'record.device-back': '{device} est de retour à {time}.',
    'record.slept':
      'Cet ordinateur a été en veille pendant {length}. À partir de {time}, l’enregistrement est silencieux pendant cette durée.',
    'record.disk-low':
      'Ce disque a de la place pour {minutes, plural, one {# minute} other {# minutes}} de plus. L’enregistrement s’arrêtera de lui-même avant que le disque soit plein.',
    'record.failing':
      'Le son ne peut pas être écrit sur le disque : {reason} L’enregistrement continue ; Parolo réessaie chaque seconde et garde le son ailleurs sur cet ordinateur en attendant.',
    'record.writing-again': 'Le disque fonctionne de nouveau : tout ce qui a été enregistré y est écrit.',
    'record.disk-full':
      'Le disque est plein : l’enregistrement s’est arrêté à {time}. Tout ce qui précède est conservé.',
    'record.safe': 'enregistrement, {time} en sûreté sur le disque',
    'record.said': '{time}  {name} : {text}',
    'record.checking': 'Vérification du son. L’enregistrement est en sûreté.',
    'record.added': 'Enregistré, {length} : {title} ({id})',
    'record.nothing': 'Rien n’a été enregistré.',
    'record.out': '{file} : enregistré.',
    'record.not-added':
      '« {title} » a été enregistré, mais son fichier n’a pas encore pu être créé : {reason}',
    'record.not-transcribed': 'La transcription a été arrêtée. L’enregistrement est dans la bibliothèque.',
    'record.recovering': 'récupération de « {title} », {percent} %',
    'record.recovered': 'Enregistrement récupéré, {length} : {title} ({id})',
    'record.completed': 'Enregistrement terminé, {length} : {title} ({id})',
    'record.not-recovered': 'L’enregistrement « {title} » n’a pas encore pu être récupéré : {reason}',
    'state.recording': 'en cours d’enregistrement',
  },
)
