import { messageGroup } from '../message-group.ts'

/** The panel of voices. */
export const voices = messageGroup(
  {
    'voices.title': 'Voices',
    'voices.play': 'Play a sample of {name}',
    'voices.remembered': 'Remembered',
    'voices.remember': 'Remember…',
    'voices.remember-of': 'Remember… the voice of {name}',
    'voices.sounds-like': 'Sounds like {name} in “{title}”.',
    'voices.play-both': 'Play both',
    'voices.name-it': 'Name {name}',
    'voices.no': 'No',
    'voices.keys':
      'Tab plays the remembered voice and the one here in turn, Enter gives the name, N says that it is somebody else.',
    'voices.find': 'Find voices again…',
    'voices.find.title': 'Find voices again',
    'voices.find.hint':
      'Parolo tells the voices apart again, which takes a moment. The words, your names and your corrections are kept.',
    'voices.find.count': 'Number of speakers',
    'voices.find.auto': 'Detect automatically',
    'voices.find.do': '{count, plural, one {Find # voice} other {Find # voices}}',
    'voices.find.busy': 'Finding voices…',
  },
  {
    'voices.title': 'Voix',
    'voices.play': 'Écouter un extrait de {name}',
    'voices.remembered': 'Mémorisée',
    'voices.remember': 'Mémoriser…',
    'voices.remember-of': 'Mémoriser… la voix de {name}',
    'voices.sounds-like': 'Ressemble à {name} dans «\u00A0{title}\u00A0».',
    'voices.play-both': 'Écouter les deux',
    'voices.name-it': 'Nommer {name}',
    'voices.no': 'Non',
    'voices.keys':
      'Tab fait écouter tour à tour la voix mémorisée et celle d’ici, Entrée donne le nom, N dit que c’est quelqu’un d’autre.',
    'voices.find': 'Rechercher les voix…',
    'voices.find.title': 'Rechercher les voix de nouveau',
    'voices.find.hint':
      'Parolo distingue de nouveau les voix, ce qui prend un instant. Les mots, vos noms et vos corrections sont conservés.',
    'voices.find.count': 'Nombre de voix',
    'voices.find.auto': 'Détecter automatiquement',
    'voices.find.do': '{count, plural, one {Trouver # voix} other {Trouver # voix}}',
    'voices.find.busy': 'Recherche des voix…',
  },
)
