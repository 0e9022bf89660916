import { messageGroup } from '../message-group.ts'

/** Comments on words, and marks carried over from an earlier transcript. */
export const comments = messageGroup(
  {
    'comments.title': 'Comments',
    'comments.new': 'Comment',
    'comments.new.on': 'Comment on “{words}”',
    'comments.change.on': 'Change the comment on “{words}”',
    'comments.save': 'Save',
    'comments.cancel': 'Cancel',
    'comments.keys': 'Shift+Enter starts a new line. Esc returns to the text and keeps what you wrote here.',
    'comments.nowhere': 'First put the cursor in the text: comments belong to words.',
    'comments.gone':
      'The comment cannot be saved, because the transcript has no words left. Copy it, or undo the deletion first.',
    'comments.resolve': 'Resolve',
    'comments.reopen': 'Reopen',
    'comments.resolved': 'Resolved',
    'comments.change': 'Edit',
    'comments.delete': 'Delete',
    'comments.in-text': 'Comment: {text}',
    'comments.at-caret': 'Comment at the cursor',
    'comments.show': 'Show in list',
  },
  {
    'comments.title': 'Commentaires',
    'comments.new': 'Commenter',
    'comments.new.on': 'Commentaire sur «\u00A0{words}\u00A0»',
    'comments.change.on': 'Modifier le commentaire sur «\u00A0{words}\u00A0»',
    'comments.save': 'Enregistrer',
    'comments.cancel': 'Annuler',
    'comments.keys':
      'Maj+Entrée commence une nouvelle ligne. Échap revient au texte et garde ce que vous avez écrit ici.',
    'comments.nowhere': 'Placez d’abord le curseur dans le texte\u00A0: un commentaire porte sur des mots.',
    'comments.gone':
      'Le commentaire ne peut pas être enregistré, car la transcription ne contient plus aucun mot. Copiez-le, ou annulez d’abord la suppression.',
    'comments.resolve': 'Résoudre',
    'comments.reopen': 'Rouvrir',
    'comments.resolved': 'Résolu',
    'comments.change': 'Modifier',
    'comments.delete': 'Supprimer',
    'comments.in-text': 'Commentaire\u00A0: {text}',
    'comments.at-caret': 'Commentaire au curseur',
    'comments.show': 'Afficher dans la liste',
  },
)
