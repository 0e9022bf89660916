import { messageGroup } from '../message-group.ts'

/** Fillers, stutters and false starts: shown or hidden. */
export const fillers = messageGroup(
  {
    'fillers.hide': 'Hide fillers, stutters and false starts ({count, plural, one {# word} other {# words}})',
    'fillers.show': 'Show fillers, stutters and false starts',
    'fillers.hidden': 'Hidden in captions and exports',
    'editor.edit.set-fillers': 'showing or hiding fillers',
  },
  {
    'fillers.hide':
      'Retirer les hésitations, les répétitions et les faux départs ({count, plural, one {# mot} other {# mots}})',
    'fillers.show': 'Afficher les hésitations, les répétitions et les faux départs',
    'fillers.hidden': 'Retiré des sous-titres et des exports',
    'editor.edit.set-fillers': 'l’affichage ou le retrait des hésitations',
  },
)
