import { messageGroup } from '../message-group.ts'

/** The list of connections to other computers. */
export const network = messageGroup(
  {
    'network.title': 'Network',
    'network.since':
      '{count, plural, =0 {0 connections} one {# connection} other {# connections}} since {date}',
    'network.none': 'Parolo has not connected to any other computer.',
    'network.blocked':
      '{count, plural, one {# attempt of a page was blocked; nothing was sent.} other {# attempts of a page were blocked; nothing was sent.}}',
    'network.lead':
      'Everything that Parolo sent to another computer, or fetched from one, is listed here, and so is what was blocked. It goes online only for what you ask for.',
    'network.unlisted':
      'Not listed: what Parolo and your browser exchange on this computer, and the lookup of a host’s name, which your system does.',
    'network.sums': 'In all: {received} received, {sent} sent.',
    'network.list': 'Connections, newest first',
    'network.more': 'Show older ones',
    'network.rest': 'These are the newest {count, number}.',
    'network.panel':
      'Every connection is listed, and every one that was blocked. Parolo goes online only for what you ask for.',
    'network.all': 'All connections',
    'network.recording':
      '{count, plural, =0 {0 connections} one {# connection} other {# connections}} for this recording',
    'network.recording.none': 'Nothing was sent or fetched for it.',
    'network.program': 'The whole program',
    'network.open.hint': 'Every connection to another computer, when, why, and how many bytes.',
    'network.what.model': 'Model {title}',
    'network.what.podcast': 'Podcast {title}',
    'network.what.episode': 'Episode {title}',
    'network.what.picture': 'Picture of {title}',
    'network.what.chapters': 'Chapters of {title}',
    'network.what.transcript': 'Transcript of {title}',
    'network.what.newest-version': 'The newest version of {title}',
    'network.what.page': 'Tried by a page: {title}',
    'network.what.deleted': 'What it was for is deleted',
    'network.host': '{host}, through the proxy {proxy}',
    'network.asked.models': 'asked for in Models',
    'network.asked.podcasts': 'asked for in Podcasts',
    'network.asked.about': 'asked for in About Parolo',
    'network.asked.command': 'asked for in a terminal',
    'network.asked.nobody': 'nobody asked for it',
    'network.sent': '{sent} sent',
    'network.end.redirected': 'sent on to another address',
    'network.end.refused': 'refused by the server ({status})',
    'network.end.unused': 'ended by Parolo, as it needed no more of it',
    'network.end.cut-off': 'cut off',
    'network.end.stopped': 'stopped by you',
    'network.end.failed': 'no answer',
    'network.end.blocked': 'blocked before anything was sent',
    'network.end.running': 'under way',
    'network.end.interrupted': 'the program ended before it was over',
  },
  {
    'network.title': 'Réseau',
    'network.since':
      '{count, plural, =0 {0 connexion} one {# connexion} other {# connexions}} depuis le {date}',
    'network.none': 'Parolo ne s’est connecté à aucun autre ordinateur.',
    'network.blocked':
      '{count, plural, one {# tentative d’une page a été bloquée\u202F; rien n’a été envoyé.} other {# tentatives d’une page ont été bloquées\u202F; rien n’a été envoyé.}}',
    'network.lead':
      'Tout ce que Parolo a envoyé à un autre ordinateur ou en a reçu figure ici, ainsi que ce qui a été bloqué. Il ne se connecte que pour ce que vous demandez.',
    'network.unlisted':
      'N’y figurent pas\u00A0: ce que Parolo et votre navigateur échangent sur cet ordinateur, ni la résolution du nom d’un hôte, que fait votre système.',
    'network.sums': 'En tout, reçu\u00A0: {received}\u202F; envoyé\u00A0: {sent}.',
    'network.list': 'Connexions, les plus récentes d’abord',
    'network.more': 'Afficher les plus anciennes',
    'network.rest': 'Ce sont les {count, number} plus récentes.',
    'network.panel':
      'Chaque connexion est inscrite, et chacune qui a été bloquée. Parolo ne se connecte que pour ce que vous demandez.',
    'network.all': 'Toutes les connexions',
    'network.recording':
      '{count, plural, =0 {0 connexion} one {# connexion} other {# connexions}} pour cet enregistrement',
    'network.recording.none': 'Rien n’a été envoyé ni téléchargé pour lui.',
    'network.program': 'Tout le programme',
    'network.open.hint':
      'Chaque connexion à un autre ordinateur\u00A0: quand, pourquoi, et combien d’octets.',
    'network.what.model': 'Modèle {title}',
    'network.what.podcast': 'Podcast {title}',
    'network.what.episode': 'Épisode {title}',
    'network.what.picture': 'Image de {title}',
    'network.what.chapters': 'Chapitres de {title}',
    'network.what.transcript': 'Transcription de {title}',
    'network.what.newest-version': 'La dernière version de {title}',
    'network.what.page': 'Tenté par une page\u00A0: {title}',
    'network.what.deleted': 'Ce qui la motivait a été supprimé',
    'network.host': '{host}, par le proxy {proxy}',
    'network.asked.models': 'demandée dans Modèles',
    'network.asked.podcasts': 'demandée dans Podcasts',
    'network.asked.about': 'demandée dans À propos de Parolo',
    'network.asked.command': 'demandée dans un terminal',
    'network.asked.nobody': 'demandée par personne',
    'network.sent': 'Envoyé\u00A0: {sent}',
    'network.end.redirected': 'renvoyée vers une autre adresse',
    'network.end.refused': 'refusée par le serveur ({status})',
    'network.end.unused': 'terminée par Parolo, qui n’avait pas besoin de la suite',
    'network.end.cut-off': 'coupée',
    'network.end.stopped': 'arrêtée par vous',
    'network.end.failed': 'sans réponse',
    'network.end.blocked': 'bloquée avant tout envoi',
    'network.end.running': 'en cours',
    'network.end.interrupted': 'le programme s’est terminé avant la fin',
  },
)
