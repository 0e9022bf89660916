import { messageGroup } from '../message-group.ts'

/** A second text of the same sound by another model or with other settings, and comparing two texts of the same sound. */
export const opinion = messageGroup(
  {
    'opinion.again': 'Second opinion…',
    'opinion.title': 'Second opinion',
    'opinion.titled': 'Second opinion: {model}',
    'opinion.compared': 'Compared with: {name}',
    'opinion.dialog.lead':
      'The sound is recognized again. Places where the second text differs from yours are listed under Check. You decide one by one; nothing changes by itself.',
    'opinion.cost':
      'At most about {minutes, number}\u00A0min, by how long this model takes to transcribe on this computer.',
    'opinion.cost.unknown':
      'How long this takes is not known: the model has not transcribed a recording on this computer yet.',
    'opinion.sharpens':
      'Afterwards the list to check is sharper: words on which both models agree are rarely wrong.',
    'opinion.scope': 'Second opinion on',
    'opinion.scope.words': 'Selected words: “{text}”',
    'opinion.scope.word': 'This word: “{text}”',
    'opinion.scope.paragraph': 'This paragraph',
    'opinion.scope.speaker': 'Everything by {name}',
    'opinion.scope.all': 'The whole transcript',
    'opinion.careful': 'More carefully',
    'opinion.careful.hint':
      'Two passes everywhere, even where the first one is sure. This can take twice as long. Models that give no confidence always make one pass.',
    'opinion.start': 'Get a second opinion',
    'opinion.none': 'Both texts agree here.',
    'opinion.all-settled': 'All differences are settled.',
    'opinion.writing': 'Include capitals and punctuation',
    'opinion.side-by-side': 'Side by side',
    'opinion.text': 'Back to the text',
    'opinion.column.now': 'Current text',
    'opinion.column.new': 'Second text',
    'opinion.kind.name': 'A name',
    'opinion.kind.word': 'One word',
    'opinion.kind.words': 'Several words',
    'opinion.kind.only-now': 'Only in the current text',
    'opinion.kind.only-new': 'Only in the second text',
    'opinion.kind.writing': 'Capitals or punctuation',
    'opinion.by-person': 'You wrote or checked this',
    'opinion.nothing': 'nothing',
    'opinion.accept-all': '{count, plural, =0 {Accept all…} other {Accept all #…}}',
    'opinion.keep-all': 'Keep all',
    'opinion.accept-all.title': '{count, plural, one {Accept # difference?} other {Accept # differences?}}',
    'opinion.accept-all.text': 'The new text replaces the current one. One undo restores all of it.',
    'opinion.accept-all.mine':
      '{count, plural, one {Also at # place where you wrote, checked or removed words} other {Also at # places where you wrote, checked or removed words}}',
    'opinion.accept-all.do': 'Accept',
    'opinion.stale': 'The text here has just changed. Look at the difference again.',
    'opinion.gone': 'This second text was discarded.',
    'opinion.list': 'Second opinions',
    'opinion.list.item':
      '{model}, {language}, {parts, select, all {whole transcript} other {{seconds, plural, one {# second} other {# seconds}}}}',
    'opinion.list.careful': '{name}, more carefully',
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
    'editor.reason.other-model-differs.missing':
      'A word may be missing: {model} has one here. In about half of such places it was said.',
    'models.joins': 'Check the joins of cuts',
    'models.joins.hint':
      'When nothing else runs, and not on battery power (where the system tells), the model of a transcript recognizes its cut around each join. Where a kept word is missing there or a cut one is still heard, the cut is listed to check.',
    'models.idle': 'Compare with a second model',
    'models.idle.hint':
      'While nothing else runs, and not on battery power (where Parolo can tell), a second model recognizes your recordings again, the newest first. Words on which both models agree are rarely wrong; where they differ, or only the second one has a word, the place is listed to check. With Moonshine base this takes about 4 minutes for an hour of sound on two processor cores; larger models take longer. The text itself never changes. You need two models for the language.',
    'opinion.found':
      '{title}: {count, plural, =0 {no difference} one {# difference} other {# differences}} from {model}{redacted, plural, =0 {} other {; # more in redacted sound, not shown}}',
    'opinion.yours': 'written or checked by you',
    'opinion.taken':
      '{count, plural, =0 {nothing accepted} one {# difference accepted} other {# differences accepted}}{left, plural, =0 {} one {; # place that you wrote or checked stays} other {; # places that you wrote or checked stay}}{refused, plural, =0 {} other {; the text has just changed elsewhere, so that some stayed: run the command again}}',
    'opinion.lost': 'Some passages could not be recognized again and are not compared.',
  },
  {
    'opinion.again': 'Second avis…',
    'opinion.title': 'Second avis',
    'opinion.titled': 'Second avis\u00A0: {model}',
    'opinion.compared': 'Comparaison avec\u00A0: {name}',
    'opinion.dialog.lead':
      'Le son est reconnu une nouvelle fois. Les endroits où le second texte diffère du vôtre s’ajoutent à la liste Vérifier. Vous décidez un par un\u202F; rien ne change tout seul.',
    'opinion.cost':
      'Au plus {minutes, number}\u00A0min environ, d’après le temps que ce modèle met à transcrire sur cet ordinateur.',
    'opinion.cost.unknown':
      'La durée n’est pas connue\u00A0: le modèle n’a encore rien transcrit sur cet ordinateur.',
    'opinion.sharpens':
      'La liste à vérifier sera ensuite plus précise\u00A0: un mot sur lequel les deux modèles s’accordent est rarement faux.',
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
    'editor.reason.other-model-differs.missing':
      'Un mot manque peut-être\u00A0: {model} en a un ici. Il a été dit dans la moitié environ de ces endroits.',
    'models.joins': 'Vérifier les raccords des coupes',
    'models.joins.hint':
      'Quand rien d’autre ne tourne, et hors batterie (si le système l’indique), le modèle d’une transcription reconnaît ce qui reste du son autour de chaque raccord. Là où un mot conservé manque ou un mot coupé s’entend encore, la coupe figure dans la liste à vérifier.',
    'models.idle': 'Comparer avec un second modèle',
    'models.idle.hint':
      'Quand rien d’autre ne tourne, et hors batterie (si le système l’indique), un second modèle reconnaît à nouveau vos enregistrements, les plus récents d’abord. Un mot sur lequel les deux modèles s’accordent est rarement faux\u202F; là où ils diffèrent, ou si seul le second a un mot, l’endroit figure dans la liste à vérifier. Avec Moonshine base, il faut environ 4\u00A0minutes par heure de son sur deux cœurs\u202F; les modèles plus gros sont plus lents. Le texte lui-même n’est jamais modifié. Il faut deux modèles pour la langue.',
    'opinion.found':
      '{title}\u00A0: {count, plural, =0 {aucune différence} one {# différence} other {# différences}} avec {model}{redacted, plural, =0 {} one {\u202F; # autre dans un passage occulté n’est pas affichée} other {\u202F; # autres dans des passages occultés ne sont pas affichées}}',
    'opinion.yours': 'écrit ou vérifié par vous',
    'opinion.taken':
      '{count, plural, =0 {rien accepté} one {# différence acceptée} other {# différences acceptées}}{left, plural, =0 {} one {\u202F; # passage écrit ou vérifié par vous reste} other {\u202F; # passages écrits ou vérifiés par vous restent}}{refused, plural, =0 {} other {\u202F; le texte vient de changer ailleurs, certains sont restés\u00A0: relancez la commande}}',
    'opinion.lost':
      'Certains passages n’ont pas pu être reconnus de nouveau\u202F; ils ne sont pas comparés.',
  },
)
