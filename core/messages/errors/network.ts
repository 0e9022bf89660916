import type { ErrorText } from './error-text.ts'

/** Connections and what they answer. */
export const networkErrors = {
  'network.address': {
    en: {
      message: 'This address is not allowed: {url}.',
      remedy: 'Only https addresses without a name and password are allowed; http only on this computer.',
    },
    fr: {
      message: 'Cette adresse n’est pas autorisée\u00A0: {url}.',
      remedy:
        'Seules les adresses https sans nom ni mot de passe sont autorisées\u202F; http sur cet ordinateur uniquement.',
    },
  },
  'network.unreachable': {
    showsDetail: true,
    en: {
      message: '{host} could not be reached, or the connection broke off.',
      remedy:
        'Check the internet connection, then retry: the data so far is kept. A proxy is taken from the system or from HTTPS_PROXY. Without internet, add it from a file.',
    },
    fr: {
      message: '{host} est injoignable, ou la connexion a été interrompue.',
      remedy:
        'Vérifiez la connexion à Internet, puis réessayez\u00A0: ce qui est reçu est conservé. Le proxy est celui du système ou de HTTPS_PROXY. Sans Internet, ajoutez-le depuis un fichier.',
    },
  },
  'network.stalled': {
    en: {
      message: '{host} sent nothing for {seconds, plural, one {# second} other {# seconds}}.',
      remedy: 'Try again later: downloads continue where they stopped.',
    },
    fr: {
      message: '{host} n’a rien envoyé pendant {seconds, plural, one {# seconde} other {# secondes}}.',
      remedy: 'Réessayez plus tard\u00A0: un téléchargement reprend où il s’est arrêté.',
    },
  },
  'network.refused': {
    en: {
      message: '{host} refused the download (status {status}).',
      remedy: 'The file may have been moved or removed. Try again later, or add it from a file.',
    },
    fr: {
      message: '{host} a refusé le téléchargement (code {status}).',
      remedy:
        'Le fichier a peut-être été déplacé ou supprimé. Réessayez plus tard, ou ajoutez-le depuis un fichier.',
    },
  },
  'network.changed': {
    showsDetail: true,
    en: {
      message: 'The file that {host} offers has changed, or its answers contradict each other.',
      remedy:
        'Nothing of it was kept. Try again once; if the error remains, the file was replaced, and Parolo cannot vouch for it.',
    },
    fr: {
      message: 'Le fichier que propose {host} a changé, ou ses réponses se contredisent.',
      remedy:
        'Rien n’en a été conservé. Réessayez une fois\u202F; si l’erreur persiste, le fichier a été remplacé, et Parolo ne peut pas en répondre.',
    },
  },
  'network.too-large': {
    en: {
      message: '{host} sends more than {megabytes, number} MB, which is not what was asked for.',
      remedy: 'Check the address. Nothing of it was kept.',
    },
    fr: {
      message: '{host} envoie plus de {megabytes, number}\u00A0Mo, ce qui n’est pas ce qui était demandé.',
      remedy: 'Vérifiez l’adresse. Rien n’en a été gardé.',
    },
  },
  'version.unreadable': {
    en: { message: 'The answer names no version.', remedy: 'Look on the page where you got Parolo.' },
    fr: {
      message: 'La réponse n’indique aucune version.',
      remedy: 'Voyez la page où vous avez obtenu Parolo.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>
