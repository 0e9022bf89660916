import { messageGroup } from '../message-group.ts'

/** The local web host, the command that starts it, and its output. */
export const web = messageGroup(
  {
    'sample.title': 'Sample conversation',
    'serve.stays':
      'Parolo runs on this computer only. Press Ctrl-C to stop it; running tasks resume at the next start.',
    'serve.port-taken': 'Port {port} is already in use. Choose another with --port, or omit the option.',
    'serve.no-page': 'The page has not been built yet. Start Parolo with `npm start`, which builds it.',
    'serve.bad-token':
      'PAROLO_TOKEN must be 22 to 200 letters, digits, hyphens or underscores. Without it, each start makes a new token.',
    'serve.no-browser': 'No browser could be opened. Open the address above yourself.',
    'serve.forbidden':
      'This page is only for the person at this computer. Open Parolo with the whole address, token included, that it printed at startup.',
    'add.added': '{title}: imported ({id}).',
    'add.sound-back':
      '{title}: its sound had been deleted. This file is that sound: it is in the library again.',
    'add.joined': '{title}: {count} files imported as one recording ({id}).',
    'add.transcript-new': '{title}: transcript imported ({id}).',
    'add.transcript-another': '{title}: {file} was added as another transcript of this recording ({id}).',
    'add.transcript-known':
      '{title} has exactly this transcript already: nothing of {file} was added ({id}).',
  },
  {
    'sample.title': 'Conversation d’exemple',
    'serve.stays':
      'Parolo ne fonctionne que sur cet ordinateur. Appuyez sur Ctrl-C pour l’arrêter\u202F; les tâches en cours reprendront au prochain démarrage.',
    'serve.port-taken':
      'Le port {port} est déjà utilisé. Choisissez-en un autre avec --port, ou omettez cette option.',
    'serve.no-page': 'La page n’est pas encore construite. Lancez Parolo avec `npm start`, qui la construit.',
    'serve.bad-token':
      'PAROLO_TOKEN doit compter de 22 à 200 lettres sans accent, chiffres, traits d’union ou tirets bas. Sans cette variable, chaque démarrage crée un nouveau jeton.',
    'serve.no-browser': 'Aucun navigateur n’a pu être ouvert. Ouvrez vous-même l’adresse ci-dessus.',
    'serve.forbidden':
      'Cette page est réservée à la personne qui utilise cet ordinateur. Ouvrez Parolo avec l’adresse complète, jeton compris, affichée à son démarrage.',
    'add.added': '{title}\u00A0: importé ({id}).',
    'add.sound-back':
      '{title}\u00A0: le son avait été supprimé. Ce fichier est ce son\u00A0: il est de nouveau dans la bibliothèque.',
    'add.joined': '{title}\u00A0: {count} fichiers importés comme un seul enregistrement ({id}).',
    'add.transcript-new': '{title}\u00A0: transcription importée ({id}).',
    'add.transcript-another':
      '{title}\u00A0: {file} a été ajouté comme autre transcription de cet enregistrement ({id}).',
    'add.transcript-known':
      '{title} a déjà exactement cette transcription\u00A0: rien n’a été repris de {file} ({id}).',
  },
)
