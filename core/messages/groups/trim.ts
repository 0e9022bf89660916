import { messageGroup } from '../message-group.ts'

/** Trimming a recording to the part to keep, and deleting the rest for good. */
export const trim = messageGroup(
  {
    'library.trim': 'Trim…',
    'trim.title': 'Trim “{title}”',
    'trim.from': 'Keep from',
    'trim.to': 'Keep until',
    'trim.hint': 'Times such as 1:15 or 1:02:03. An empty field stands for the start or the end.',
    'trim.about':
      'Only this part is played, transcribed and exported. Nothing is deleted, and you can change it at any time.',
    'trim.selection': 'The part selected in the waveform is filled in.',
    'trim.do': 'Keep this part',
    'trim.all': 'Keep all of it',
    'trim.done': '“{title}”: {from} to {to} is kept.',
    'trim.done.all': '“{title}”: all of it is kept.',
    'trim.outside': 'Not in the part that is kept',
    'trim.kept': 'Kept part',
    'trim.open': 'Trim…',
    'trim.rest': 'Delete the rest…',
    'trim.rest.title': 'Delete the rest of “{title}” for good?',
    'trim.rest.goes':
      '{from} to {to} stays and begins at 0:00 then. {length} of sound are deleted, with the text and the moments there. Changes made so far can no longer be undone.',
    'trim.rest.never': 'This cannot be undone.',
    'trim.rest.do': 'Delete the rest',
    'trim.rest.running': 'Writing and checking the part that stays…',
    'trim.rest.done': '“{title}”: the rest is deleted.',
    'trim.own-file': 'The file itself is never changed, as it is not in the library.',
  },
  {
    'library.trim': 'Rogner…',
    'trim.title': 'Rogner «\u00A0{title}\u00A0»',
    'trim.from': 'Garder à partir de',
    'trim.to': 'Garder jusqu’à',
    'trim.hint': 'Des temps comme 1:15 ou 1:02:03. Un champ vide vaut pour le début ou la fin.',
    'trim.about':
      'Seul cet extrait est lu, transcrit et exporté. Rien n’est supprimé, et vous pouvez le modifier à tout moment.',
    'trim.selection': 'L’extrait sélectionné dans la forme d’onde est déjà indiqué.',
    'trim.do': 'Garder cet extrait',
    'trim.all': 'Tout garder',
    'trim.done': '«\u00A0{title}\u00A0»\u00A0: l’extrait de {from} à {to} est gardé.',
    'trim.done.all': '«\u00A0{title}\u00A0»\u00A0: tout est gardé.',
    'trim.outside': 'Hors de l’extrait gardé',
    'trim.kept': 'Extrait gardé',
    'trim.open': 'Rogner…',
    'trim.rest': 'Supprimer le reste…',
    'trim.rest.title': 'Supprimer définitivement le reste de «\u00A0{title}\u00A0»\u202F?',
    'trim.rest.goes':
      'L’extrait de {from} à {to} reste et commencera à 0:00. {length} de son seront supprimées, avec le texte et les moments correspondants. Les modifications faites jusqu’ici ne pourront plus être annulées.',
    'trim.rest.never': 'Cette action est irréversible.',
    'trim.rest.do': 'Supprimer le reste',
    'trim.rest.running': 'Écriture et vérification de l’extrait qui reste…',
    'trim.rest.done': '«\u00A0{title}\u00A0»\u00A0: le reste est supprimé.',
    'trim.own-file': 'Le fichier lui-même n’est jamais modifié, car il n’est pas dans la bibliothèque.',
  },
)
