import { messageGroup } from '../message-group.ts'

/** The screen of an empty library. */
export const firstStart = messageGroup(
  {
    'first.title': 'Drop a recording here.',
    'first.lead':
      'Parolo writes down what is said, by whom and when. Correct the text as you listen, then export it as a document, captions or a cut of the sound.',
    'first.choose': 'Choose a file…',
    'first.any': 'Sound or video of any length',
    'first.quote.1': '“So, what broke?”',
    'first.quote.2': '“All of it. The handle first.”',
    'first.quote.3': '“We have a spare.”',
    'first.quote.4': '“You’re joking.”',
    'first.sample': 'Sample conversation',
    'first.sample.region': 'Sample',
    'first.sample.about': '{seconds} seconds, two people, in English',
    'first.sample.soon': 'The transcript takes less than a minute.',
    'first.sample.open': 'Open the sample',
    'first.trust': 'Everything stays on this computer. Nothing is sent anywhere.',
    'first.free': 'No account, no internet, free software.',
  },
  {
    'first.title': 'Déposez un enregistrement ici.',
    'first.lead':
      'Parolo transcrit ce qui est dit, par qui et quand. Corrigez le texte en écoutant, puis exportez-le en document, en sous-titres ou en son coupé.',
    'first.choose': 'Choisir un fichier…',
    'first.any': 'Son ou vidéo, de toute durée',
    'first.quote.1': '«\u00A0Il a quoi\u202F?\u00A0»',
    'first.quote.2': '«\u00A0Tout. La poignée, surtout.\u00A0»',
    'first.quote.3': '«\u00A0On en a une autre.\u00A0»',
    'first.quote.4': '«\u00A0C’est vrai\u202F?\u00A0»',
    'first.sample': 'Conversation d’exemple',
    'first.sample.region': 'Exemple',
    'first.sample.about': '{seconds} secondes, deux personnes, en français',
    'first.sample.soon': 'La transcription prend moins d’une minute.',
    'first.sample.open': 'Ouvrir l’exemple',
    'first.trust': 'Tout se passe sur cet ordinateur. Rien n’est envoyé ailleurs.',
    'first.free': 'Sans compte, sans internet, logiciel libre.',
  },
)
