import type { Shortcut } from './shortcut.ts'

/** From one view or screen to another. */
export const viewsShortcuts = {
  'view-text': {
    group: 'go',
    place: 'recording',
    keys: ['Mod+1'],
    en: 'Text',
    fr: 'Texte',
  },
  'view-captions': {
    group: 'go',
    place: 'recording',
    keys: ['Mod+2'],
    en: 'Captions',
    fr: 'Sous-titres',
  },
  'view-speaking': {
    group: 'go',
    place: 'recording',
    keys: ['Mod+3'],
    en: 'Speaking time',
    fr: 'Temps de parole',
  },
  'view-check': {
    group: 'go',
    place: 'recording',
    keys: ['Mod+4'],
    en: 'Check',
    fr: 'Vérifier',
  },
  'view-comments': {
    group: 'go',
    place: 'recording',
    keys: ['Mod+5', 'Mod+6'],
    en: 'Notes',
    fr: 'Notes',
  },
  export: {
    group: 'go',
    place: 'recording',
    keys: ['Mod+E'],
    en: 'Export',
    fr: 'Exporter',
  },
  record: {
    group: 'go',
    place: 'app',
    keys: ['Alt+R', 'Mod+Alt+R'],
    en: 'New recording',
    fr: 'Nouvel enregistrement',
  },
  'record-moment': {
    group: 'go',
    place: 'recorder',
    keys: ['Mod+M'],
    en: 'Mark a moment while recording',
    fr: 'Marquer un moment pendant l’enregistrement',
  },
  'search-library': {
    group: 'go',
    place: 'app',
    keys: ['Mod+Shift+F'],
    en: 'Search all recordings',
    fr: 'Rechercher dans tous les enregistrements',
  },
  settings: {
    group: 'go',
    place: 'app',
    keys: ['Mod+,'],
    en: 'Settings',
    fr: 'Réglages',
  },
  help: {
    group: 'go',
    place: 'app',
    keys: ['Mod+F1'],
    en: 'Help on this screen',
    fr: 'Aide sur cet écran',
  },
  keys: {
    group: 'go',
    place: 'app',
    keys: ['?'],
    en: 'Keyboard shortcuts',
    fr: 'Raccourcis clavier',
  },
} as const satisfies Readonly<Record<string, Shortcut>>
