import { messageGroup } from '../message-group.ts'

/** A second text of the same sound by another model or with other settings, and comparing two texts of the same sound. */
export const opinion = messageGroup(
  {
    'opinion.again': 'Second opinion…',
    'opinion.title': 'Second opinion',
    'opinion.titled': 'Second opinion: {model}',
    'opinion.compared': 'Compared with: {name}',
    'opinion.dialog.lead':
      'The sound is recognized again, and the second text stands beside yours. Where the two differ is listed in Check: you decide place by place, and nothing changes by itself.',
    'opinion.scope': 'Second opinion on',
    'opinion.scope.words': 'Selected words: “{text}”',
    'opinion.scope.word': 'This word: “{text}”',
    'opinion.scope.paragraph': 'This paragraph',
    'opinion.scope.speaker': 'Everything by {name}',
    'opinion.scope.all': 'The whole transcript',
    'opinion.careful': 'With more care',
    'opinion.careful.hint':
      'Two passes everywhere, also where the first one is sure. Takes up to twice as long; models that give no confidence always make one pass.',
    'opinion.start': 'Get a second opinion',
    'opinion.none': 'Both texts are the same here.',
    'opinion.all-settled': 'All differences are settled.',
    'opinion.writing': 'Include capitals and punctuation',
    'opinion.side-by-side': 'Side by side',
    'opinion.text': 'Back to the text',
    'opinion.column.now': 'Present text',
    'opinion.column.new': 'Second text',
    'opinion.kind.name': 'A name',
    'opinion.kind.word': 'One word',
    'opinion.kind.words': 'Several words',
    'opinion.kind.only-now': 'Only in the present text',
    'opinion.kind.only-new': 'Only in the second text',
    'opinion.kind.writing': 'Capitals or punctuation',
    'opinion.by-person': 'You wrote or checked this',
    'opinion.nothing': 'nothing',
    'opinion.accept-all': '{count, plural, =0 {Accept all…} other {Accept all #…}}',
    'opinion.keep-all': 'Keep all',
    'opinion.accept-all.title': '{count, plural, one {Accept # difference?} other {Accept # differences?}}',
    'opinion.accept-all.text':
      'The new text takes the place of the present one. One undo takes all of it back.',
    'opinion.accept-all.mine':
      '{count, plural, one {Also at # place where you wrote, checked or removed words} other {Also at # places where you wrote, checked or removed words}}',
    'opinion.accept-all.do': 'Accept',
    'opinion.stale': 'The text here has just changed. Look at the difference again.',
    'opinion.gone': 'This second text was discarded.',
    'opinion.list': 'Second opinions',
    'opinion.list.item':
      '{model}, {language}, {parts, select, all {whole transcript} other {{seconds, plural, one {# second} other {# seconds}}}}',
    'opinion.list.careful': '{name}, with more care',
    'opinion.list.differences':
      '{count, plural, =0 {no differences} one {# difference} other {# differences}}',
    'opinion.show': 'Show',
    'opinion.show.this': 'Show: {name}',
    'opinion.discard': 'Discard',
    'opinion.discard.this': 'Discard: {name}',
    'opinion.compare': 'Compare',
    'opinion.compare.this': 'Compare with this text: {name}',
    'editor.reason.other-model-differs': 'Different with {model}',
    'editor.reason.other-model-differs.nothing': 'Missing with {model}',
    'models.idle': 'Check unsure places with a second model',
    'models.idle.hint':
      'When nothing else runs, and not on battery power (where the system tells), a second model for the language recognizes the unsure places of your transcripts. Where it differs, the place is listed to check with its text. The text itself is never changed. Needs two models for the language.',
    'opinion.found':
      '{title}: {count, plural, =0 {no difference} one {# difference} other {# differences}} from {model}',
    'opinion.yours': 'written or checked by you',
    'opinion.taken':
      '{count, plural, =0 {nothing accepted} one {# difference accepted} other {# differences accepted}}{left, plural, =0 {} one {; # place that you wrote or checked stays} other {; # places that you wrote or checked stay}}{refused, plural, =0 {} other {; the text has just changed elsewhere, so that some stayed: run the command again}}',
    'opinion.lost': 'Some passages could not be recognized again; they are not compared.',
  },
  {
    'opinion.again': 'Second avis…',
    'opinion.title': 'Second avis',
    'opinion.titled': 'Second avis\u00A0: {model}',
    'opinion.compared': 'Comparaison avec\u00A0: {name}',
    'opinion.dialog.lead':
      'Le son passe une nouvelle fois par la reconnaissance, et le second texte vient à côté du vôtre. Leurs différences s’ajoutent à la liste de l’onglet Vérifier\u202F: vous décidez endroit par endroit, et rien ne change tout seul.',
    'opinion.scope': 'Second avis sur',
    'opinion.scope.words': 'Mots sélectionnés\u00A0: «\u00A0{text}\u00A0»',
    'opinion.scope.word': 'Ce mot\u00A0: «\u00A0{text}\u00A0»',
    'opinion.scope.paragraph': 'Ce paragraphe',
    'opinion.scope.speaker': 'Tout ce que dit {name}',
    'opinion.scope.all': 'Toute la transcription',
    'opinion.careful': 'Avec plus de soin',
    'opinion.careful.hint':
      'Deux passes partout, même là où la première est sûre d’elle. Prend jusqu’à deux fois plus de temps\u202F; un modèle qui n’indique pas sa confiance ne fait jamais qu’une passe.',
    'opinion.start': 'Demander un second avis',
    'opinion.none': 'Les deux textes sont identiques ici.',
    'opinion.all-settled': 'Toutes les différences sont réglées.',
    'opinion.writing': 'Inclure majuscules et ponctuation',
    'opinion.side-by-side': 'Côte à côte',
    'opinion.text': 'Revenir au texte',
    'opinion.column.now': 'Texte actuel',
    'opinion.column.new': 'Second texte',
    'opinion.kind.name': 'Un nom',
    'opinion.kind.word': 'Un mot',
    'opinion.kind.words': 'Plusieurs mots',
    'opinion.kind.only-now': 'Seulement dans le texte actuel',
    'opinion.kind.only-new': 'Seulement dans le second texte',
    'opinion.kind.writing': 'Majuscules ou ponctuation',
    'opinion.by-person': 'Vous l’avez écrit ou vérifié',
    'opinion.nothing': 'rien',
    'opinion.accept-all': '{count, plural, =0 {Tout accepter…} other {Tout accepter (#)…}}',
    'opinion.keep-all': 'Tout garder',
    'opinion.accept-all.title':
      '{count, plural, one {Accepter # différence\u202F?} other {Accepter # différences\u202F?}}',
    'opinion.accept-all.text':
      'Le nouveau texte prend la place de l’actuel. Une seule annulation rétablit le tout.',
    'opinion.accept-all.mine':
      '{count, plural, one {Aussi à # endroit où vous avez écrit, vérifié ou retiré des mots} other {Aussi à # endroits où vous avez écrit, vérifié ou retiré des mots}}',
    'opinion.accept-all.do': 'Accepter',
    'opinion.stale': 'Le texte vient de changer ici. Revoyez la différence.',
    'opinion.gone': 'Ce second texte a été supprimé.',
    'opinion.list': 'Seconds avis',
    'opinion.list.item':
      '{model}, {language}, {parts, select, all {toute la transcription} other {{seconds, plural, one {# seconde} other {# secondes}}}}',
    'opinion.list.careful': '{name}, avec plus de soin',
    'opinion.list.differences':
      '{count, plural, =0 {aucune différence} one {# différence} other {# différences}}',
    'opinion.show': 'Afficher',
    'opinion.show.this': 'Afficher\u00A0: {name}',
    'opinion.discard': 'Supprimer',
    'opinion.discard.this': 'Supprimer\u00A0: {name}',
    'opinion.compare': 'Comparer',
    'opinion.compare.this': 'Comparer avec ce texte\u00A0: {name}',
    'editor.reason.other-model-differs': 'Différent avec {model}',
    'editor.reason.other-model-differs.nothing': 'Absent avec {model}',
    'models.idle': 'Vérifier les endroits incertains avec un second modèle',
    'models.idle.hint':
      'Quand rien d’autre ne tourne, et hors batterie (si le système l’indique), un second modèle de la langue reconnaît les endroits incertains de vos transcriptions. Là où il diffère, l’endroit figure dans la liste à vérifier avec son texte. Le texte lui-même n’est jamais modifié. Il faut deux modèles pour la langue.',
    'opinion.found':
      '{title}\u00A0: {count, plural, =0 {aucune différence} one {# différence} other {# différences}} avec {model}',
    'opinion.yours': 'écrit ou vérifié par vous',
    'opinion.taken':
      '{count, plural, =0 {rien accepté} one {# différence acceptée} other {# différences acceptées}}{left, plural, =0 {} one {\u202F; # passage écrit ou vérifié par vous reste} other {\u202F; # passages écrits ou vérifiés par vous restent}}{refused, plural, =0 {} other {\u202F; le texte vient de changer ailleurs, certains sont restés\u00A0: relancez la commande}}',
    'opinion.lost':
      'Certains passages n’ont pas pu être reconnus de nouveau\u202F; ils ne sont pas comparés.',
  },
)
