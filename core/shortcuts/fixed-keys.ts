import type { FixedKey } from './shortcut.ts'

/** Keys in the overview that cannot be changed: they belong to the text itself or to a single field. */
export const fixedKeys = {
  'play-space': {
    group: 'hear',
    keys: ['Space'],
    en: 'Play or pause (outside text and buttons)',
    fr: 'Écouter ou mettre en pause (hors du texte et des boutons)',
  },
  words: {
    group: 'move',
    keys: ['Mod+ArrowLeft', 'Mod+ArrowRight'],
    en: 'Previous or next word',
    fr: 'Mot précédent ou suivant',
  },
  split: {
    group: 'write',
    keys: ['Enter'],
    en: 'Split paragraph here',
    fr: 'Diviser le paragraphe ici',
  },
  join: {
    group: 'write',
    keys: ['Backspace'],
    en: 'Join with previous paragraph',
    fr: 'Joindre au paragraphe précédent',
  },
  undo: {
    group: 'write',
    keys: ['Mod+Z'],
    en: 'Undo',
    fr: 'Annuler',
  },
  redo: {
    group: 'write',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    en: 'Redo',
    fr: 'Rétablir',
  },
  'speaker-digits': {
    group: 'who',
    keys: ['Alt+1', '…', 'Alt+9'],
    en: 'Speakers 1 to 9',
    fr: 'Voix 1 à 9',
  },
  'speaker-onwards': {
    group: 'who',
    keys: ['Shift+Enter'],
    en: 'Apply to the next change of speaker',
    fr: 'Appliquer jusqu’au prochain changement',
  },
  'check-hear': {
    group: 'check',
    keys: ['Tab'],
    en: 'Play',
    fr: 'Écouter',
  },
  'check-accept': {
    group: 'check',
    keys: ['Enter'],
    en: 'Accept and go to next',
    fr: 'Accepter et passer au suivant',
  },
  'opinion-hear': {
    group: 'check',
    keys: ['Tab'],
    en: 'Second opinion: play',
    fr: 'Second avis\u00A0: écouter',
  },
  'opinion-accept': {
    group: 'check',
    keys: ['Enter'],
    en: 'Second opinion: accept the new text',
    fr: 'Second avis\u00A0: accepter le nouveau texte',
  },
  'opinion-keep': {
    group: 'check',
    keys: ['Delete'],
    en: 'Second opinion: keep the present text',
    fr: 'Second avis\u00A0: garder le texte actuel',
  },
  'speaker-review-hear': {
    group: 'who',
    keys: ['Tab'],
    en: 'Who speaks: play',
    fr: 'Qui parle\u00A0: écouter',
  },
  'speaker-review-keep': {
    group: 'who',
    keys: ['Enter'],
    en: 'Who speaks: the speaker is right',
    fr: 'Qui parle\u00A0: la voix est juste',
  },
  'speaker-review-digits': {
    group: 'who',
    keys: ['0', '…', '9'],
    en: 'Who speaks: choose a speaker, unknown (0)',
    fr: 'Qui parle\u00A0: choisir une voix, inconnu (0)',
  },
  'speaker-review-new': {
    group: 'who',
    keys: ['N'],
    en: 'Who speaks: somebody else',
    fr: 'Qui parle\u00A0: quelqu’un d’autre',
  },
  'voice-offer': {
    group: 'who',
    keys: ['Enter', 'N'],
    en: 'Remembered voices: give the name (Enter), somebody else (N)',
    fr: 'Voix mémorisées\u00A0: donner le nom (Entrée), quelqu’un d’autre (N)',
  },
  'caption-insert': {
    group: 'captions',
    keys: ['Enter'],
    en: 'Insert a caption in the selection of the waveform',
    fr: 'Insérer un sous-titre dans la sélection de la forme d’onde',
  },
  'speaker-review-pair': {
    group: 'who',
    keys: ['1', '2'],
    en: 'One person or two: one (1), two (2)',
    fr: 'Une personne ou deux\u00A0: une (1), deux (2)',
  },
} as const satisfies Readonly<Record<string, FixedKey>>
