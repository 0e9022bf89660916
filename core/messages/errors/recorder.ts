import type { ErrorText } from './error-text.ts'

/** Recording from devices. */
export const recorderErrors = {
  'recorder.unknown': {
    en: {
      message: 'This recording is not running, or another program is recording it.',
      remedy: 'Stop it where it was started.',
    },
    fr: {
      message: 'Cet enregistrement n’est pas en cours, ou un autre programme l’enregistre.',
      remedy: 'Arrêtez-le là où il a été lancé.',
    },
  },
  'recorder.stopped': {
    en: {
      message: 'This recording has already been stopped.',
      remedy: 'To continue, start a new recording.',
    },
    fr: {
      message: 'Cet enregistrement est déjà arrêté.',
      remedy: 'Pour continuer, lancez un nouvel enregistrement.',
    },
  },
  'recorder.taken': {
    en: {
      message:
        'Another program has taken over this recording because this computer did not respond for a while. What was recorded until then is kept.',
      remedy: 'To continue, start a new recording.',
    },
    fr: {
      message:
        'Un autre programme a repris cet enregistrement, car cet ordinateur ne répondait plus. Ce qui avait été enregistré est conservé.',
      remedy: 'Pour continuer, lancez un nouvel enregistrement.',
    },
  },
  'recorder.not-equal': {
    en: {
      message: 'The finished file of “{title}” does not contain exactly what was recorded.',
      remedy: 'Nothing was deleted: the sound is in {folder}. Parolo tries again the next time it starts.',
    },
    fr: {
      message:
        'Le fichier final de «\u00A0{title}\u00A0» ne contient pas exactement ce qui a été enregistré.',
      remedy:
        'Rien n’a été supprimé\u00A0: le son est dans {folder}. Parolo réessaiera à son prochain démarrage.',
    },
  },
  'recorder.no-inputs': {
    en: {
      message: 'No microphone or other sound input was found.',
      remedy:
        '{platform, select, linux {Check that PulseAudio or PipeWire is running and that a microphone is connected (pactl list short sources).} darwin {Check that a microphone is connected, and that the terminal may use it: System Settings, Privacy & Security, Microphone.} win32 {Check that a microphone is connected, and that desktop apps may use it: Settings, Privacy & security, Microphone.} other {Check that a microphone is connected.}}',
    },
    fr: {
      message: 'Aucun micro ni aucune autre entrée audio n’a été trouvé.',
      remedy:
        '{platform, select, linux {Vérifiez que PulseAudio ou PipeWire fonctionne et qu’un micro est branché (pactl list short sources).} darwin {Vérifiez qu’un micro est branché et que le terminal peut l’utiliser\u00A0: Réglages Système, Confidentialité et sécurité, Microphone.} win32 {Vérifiez qu’un micro est branché et que les applications de bureau peuvent l’utiliser\u00A0: Paramètres, Confidentialité et sécurité, Microphone.} other {Vérifiez qu’un micro est branché.}}',
    },
  },
  'recorder.no-such-device': {
    en: {
      message: 'There is no sound input “{device}”.',
      remedy: 'Available inputs: {known}. See `parolo record --list`.',
    },
    fr: {
      message: 'L’entrée audio «\u00A0{device}\u00A0» n’existe pas.',
      remedy: 'Entrées disponibles\u00A0: {known}. Consultez `parolo record --list`.',
    },
  },
  'recorder.device-failed': {
    en: {
      message: 'The sound input “{device}” cannot be recorded.',
      remedy:
        'Check that it is connected and that no other program has reserved it, or choose another with --device (see `parolo record --list`).',
      onPage: {
        remedy: 'Check that it is connected and that no other program has reserved it, or choose another.',
      },
    },
    fr: {
      message: 'L’entrée audio «\u00A0{device}\u00A0» ne peut pas être enregistrée.',
      remedy:
        'Vérifiez qu’elle est branchée et qu’aucun autre programme ne la réserve, ou choisissez-en une autre avec --device (consultez `parolo record --list`).',
      onPage: {
        remedy:
          'Vérifiez qu’elle est branchée et qu’aucun autre programme ne la réserve, ou choisissez-en une autre.',
      },
    },
  },
  'recorder.no-list': {
    en: {
      message: 'This ffmpeg cannot record sound inputs.',
      remedy:
        '{platform, select, linux {Install a build with PulseAudio, such as the one of your distribution.} darwin {Install a build with avfoundation, such as the one of Homebrew.} win32 {Install a build with dshow, such as Gyan.FFmpeg.} other {Recording on the command line works on Linux, macOS and Windows.}}',
    },
    fr: {
      message: 'Ce ffmpeg ne peut pas enregistrer les entrées audio.',
      remedy:
        '{platform, select, linux {Installez une version avec PulseAudio, comme celle de votre distribution.} darwin {Installez une version avec avfoundation, comme celle de Homebrew.} win32 {Installez une version avec dshow, comme Gyan.FFmpeg.} other {L’enregistrement en ligne de commande fonctionne sous Linux, macOS et Windows.}}',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
