import { messageGroup } from '../message-group.ts'

/** Exporting the cut of a recording. */
export const cutExport = messageGroup(
  {
    'export.of': 'What the files contain',
    'export.of.cut': 'The cut',
    'export.of.whole': 'The whole recording',
    'export.of.some': 'The cut, where there is one ({count} of {all})',
    'export.cut.json': 'A .parolo.json always has the whole recording, including what is cut.',
    'export.cut.page': 'The page has no sound: that of the cut is exported as a file of its own.',
    'export.group.list': 'Edit lists',
    'export.list': 'The list',
    'export.list.clips': '{count, plural, one {# clip} other {# clips}}',
    'export.list.files':
      '{count, plural, one {# file} other {# files}}: a list of CMX 3600 has at most 999 events.',
    'export.list.redacted': 'The list names the recording’s own file, in which redacted words are heard.',
  },
  {
    'export.of': 'Contenu des fichiers',
    'export.of.cut': 'La version coupée',
    'export.of.whole': 'L’enregistrement entier',
    'export.of.some': 'La version coupée s’il y en a une ({count} sur {all})',
    'export.cut.json':
      'Un .parolo.json contient toujours tout l’enregistrement, avec les coupes sous forme de marques.',
    'export.cut.page':
      'La page n’a pas de son\u00A0: celui de la version coupée s’exporte dans un fichier à part.',
    'export.group.list': 'Listes de montage',
    'export.list': 'La liste',
    'export.list.clips': '{count, plural, one {# plan} other {# plans}}',
    'export.list.files':
      '{count, plural, one {# fichier} other {# fichiers}}\u00A0: une liste CMX 3600 a au plus 999 événements.',
    'export.list.redacted':
      'La liste renvoie au fichier même de l’enregistrement, où s’entendent les mots occultés.',
  },
)
