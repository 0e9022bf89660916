import { messageGroup } from '../message-group.ts'

/** Numbers, dates, times and units: as spoken or in digits. */
export const numbers = messageGroup(
  {
    'numbers.digits':
      'Write numbers, dates, times and units in digits ({count, plural, one {# place} other {# places}})',
    'numbers.spoken': 'Leave numbers, dates, times and units as spoken',
    'numbers.written': 'In captions and exports: {text}',
    'as-said.set': 'As spoken',
    'editor.edit.set-numbers': 'writing numbers in digits or as spoken',
  },
  {
    'numbers.digits':
      'Écrire les nombres, dates, heures et unités en chiffres ({count, plural, one {# endroit} other {# endroits}})',
    'numbers.spoken': 'Laisser les nombres, les dates, les heures et les unités comme ils ont été dits',
    'numbers.written': 'Dans les sous-titres et les exports\u00A0: {text}',
    'as-said.set': 'Tel quel',
    'editor.edit.set-numbers': 'l’écriture des nombres en chiffres ou telle quelle',
  },
)
