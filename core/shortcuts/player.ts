import type { Shortcut } from './shortcut.ts'

/** The player. */
export const playerShortcuts = {
  play: {
    group: 'hear',
    place: 'playback',
    keys: ['Escape', 'F13'],
    en: 'Play or pause',
    fr: 'Écouter ou mettre en pause',
  },
  'back-short': {
    group: 'hear',
    place: 'playback',
    keys: ['F1', 'F14'],
    en: 'Short skip back',
    fr: 'Petit saut en arrière',
  },
  'forward-short': {
    group: 'hear',
    place: 'playback',
    keys: ['F2', 'F15'],
    en: 'Short skip forward',
    fr: 'Petit saut en avant',
  },
  'back-long': {
    group: 'hear',
    place: 'playback',
    keys: ['Shift+F1'],
    en: 'Long skip back',
    fr: 'Grand saut en arrière',
  },
  'forward-long': {
    group: 'hear',
    place: 'playback',
    keys: ['Shift+F2'],
    en: 'Long skip forward',
    fr: 'Grand saut en avant',
  },
  slower: {
    group: 'hear',
    place: 'playback',
    keys: ['F3'],
    en: 'Slower',
    fr: 'Plus lentement',
  },
  faster: {
    group: 'hear',
    place: 'playback',
    keys: ['F4'],
    en: 'Faster',
    fr: 'Plus vite',
  },
  loop: {
    group: 'hear',
    place: 'playback',
    keys: ['Mod+L'],
    en: 'Loop the selection',
    fr: 'Lire la sélection en boucle',
  },
  follow: {
    group: 'hear',
    place: 'playback',
    keys: ['Mod+.'],
    en: 'Follow playback',
    fr: 'Suivre la lecture',
  },
  'wave-higher': {
    group: 'hear',
    place: 'wave',
    keys: ['Alt+Shift+ArrowUp'],
    en: 'Waveform higher: quiet voices are seen',
    fr: 'Forme d’onde plus haute\u00A0: les voix faibles se voient',
  },
  'wave-lower': {
    group: 'hear',
    place: 'wave',
    keys: ['Alt+Shift+ArrowDown'],
    en: 'Waveform lower',
    fr: 'Forme d’onde plus basse',
  },
  'go-to-time': {
    group: 'hear',
    place: 'recording',
    keys: ['Mod+K'],
    en: 'Go to a time',
    fr: 'Aller à une position',
  },
} as const satisfies Readonly<Record<string, Shortcut>>
