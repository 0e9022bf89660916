import type { Shortcut } from './shortcut.ts'

/** Captions and their times. */
export const captionsShortcuts = {
  'caption-in': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+I'],
    en: 'Start the caption at the playhead',
    fr: 'Faire commencer le sous-titre à la tête de lecture',
  },
  'caption-out': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+O'],
    en: 'End the caption at the playhead',
    fr: 'Faire finir le sous-titre à la tête de lecture',
  },
  'caption-play': {
    group: 'captions',
    place: 'captions',
    keys: ['F6'],
    en: 'Play the caption',
    fr: 'Écouter le sous-titre',
  },
  'caption-play-before': {
    group: 'captions',
    place: 'captions',
    keys: ['Shift+F6'],
    en: 'Play the caption from 1\u00A0s before',
    fr: 'Écouter le sous-titre à partir de 1\u00A0s avant',
  },
  'caption-loop': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+L'],
    en: 'Loop the caption',
    fr: 'Lire le sous-titre en boucle',
  },
  'caption-start-earlier': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+ArrowLeft'],
    en: 'Start 100\u00A0ms earlier',
    fr: 'Commencer 100\u00A0ms plus tôt',
  },
  'caption-start-later': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+ArrowRight'],
    en: 'Start 100\u00A0ms later',
    fr: 'Commencer 100\u00A0ms plus tard',
  },
  'caption-end-earlier': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+Shift+ArrowLeft'],
    en: 'End 100\u00A0ms earlier',
    fr: 'Finir 100\u00A0ms plus tôt',
  },
  'caption-end-later': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+Shift+ArrowRight'],
    en: 'End 100\u00A0ms later',
    fr: 'Finir 100\u00A0ms plus tard',
  },
  'caption-tap': {
    group: 'captions',
    place: 'captions',
    keys: ['Alt+T'],
    en: 'Set times by holding a key, on or off',
    fr: 'Minuter en maintenant une touche, activer ou désactiver',
  },
} as const satisfies Readonly<Record<string, Shortcut>>
