import { messageGroup } from '../message-group.ts'

/** The local web host, the command that starts it, and its output. */
export const web = messageGroup(
  {
    'sample.title': 'A conversation to try it with',
    'serve.stays': 'It stays on this computer. Ctrl-C ends it; work that runs goes on at the next start.',
    'serve.port-taken': 'Port {port} is in use. Choose another with --port, or leave it out.',
    'serve.no-page': 'The page is not built yet. Start Parolo with `npm start`, which builds it.',
    'serve.no-browser': 'No browser could be opened. Open the address above yourself.',
    'serve.forbidden':
      'This page is for the person at this computer alone. Open Parolo by the address that it printed when it started.',
    'add.added': '{title} is in the library ({id}).',
    'add.transcript': '{title}: transcript added ({id}).',
    'add.transcript-known': '{title}: this transcript is in the library already ({id}).',
    'add.corrected':
      '{file}: {count, plural, one {# thing was put right in reading:} other {# things were put right in reading:}}',
  },
  {
    'sample.title': 'Une conversation pour essayer',
    'serve.stays':
      'Tout reste sur cet ordinateur. Ctrl-C l’arrête\u202F; le travail en cours reprend au prochain démarrage.',
    'serve.port-taken':
      'Le port {port} est occupé. Choisissez-en un autre avec --port, ou ne l’indiquez pas.',
    'serve.no-page': 'La page n’est pas encore construite. Lancez Parolo avec `npm start`, qui la construit.',
    'serve.no-browser': 'Aucun navigateur n’a pu être ouvert. Ouvrez vous-même l’adresse ci-dessus.',
    'serve.forbidden':
      'Cette page est réservée à la personne devant cet ordinateur. Ouvrez Parolo par l’adresse qu’il a affichée à son démarrage.',
    'add.added': '{title} est dans la bibliothèque ({id}).',
    'add.transcript': '{title}\u00A0: transcription ajoutée ({id}).',
    'add.transcript-known': '{title}\u00A0: cette transcription est déjà dans la bibliothèque ({id}).',
    'add.corrected':
      '{file}\u00A0: {count, plural, one {# correction à la lecture\u00A0:} other {# corrections à la lecture\u00A0:}}',
  },
)
