import { messageGroup } from '../message-group.ts'

/** Reviewing who speaks: voices, possibly identical speakers, uncertain turns. */
export const speakerReview = messageGroup(
  {
    'speaker-review.title': 'Who speaks',
    'speaker-review.open': 'Review who speaks…',
    'speaker-review.voices': 'Voices',
    'speaker-review.voice.time': '{time} · {turns, plural, one {# turn} other {# turns}}',
    'speaker-review.voice.play': 'Play some clear seconds of {name}',
    'speaker-review.questions': 'Questions',
    'speaker-review.left': '{count, plural, one {# question left} other {# questions left}}',
    'speaker-review.none': 'Nothing is left to ask.',
    'speaker-review.no-voices':
      'The voices cannot be compared: what was found out about them is no longer stored, or this text was not made from sound by Parolo.',
    'speaker-review.running': 'The transcription is still running; more questions may follow.',
    'speaker-review.pair': 'One person or two?',
    'speaker-review.and': 'and',
    'speaker-review.pair.over': 'The two voices are as similar as one voice is in this recording.',
    'speaker-review.pair.near': 'The two voices are nearly as similar as one voice is in this recording.',
    'speaker-review.pair.figures':
      'Similarity of the two: {similarity}. From {bar} on, they would count as one person.',
    'speaker-review.pair.within': 'Similarity of what {name} says to itself: {similarity}.',
    'speaker-review.pair.one': 'One person',
    'speaker-review.pair.two': 'Two people',
    'speaker-review.turn.near': '{name}? The voice is nearly as similar to {other}.',
    'speaker-review.turn.over': '{name}? The voice is more similar to {other}.',
    'speaker-review.turn.figures': 'Difference in similarity: {margin}, over {seconds} s of speech.',
    'speaker-review.unknown': 'Nobody is known to say this.',
    'speaker-review.keep': '{name} is right',
    'speaker-review.keep.unknown': 'Leave it unknown',
    'speaker-review.somebody-else': 'Somebody else',
    'speaker-review.set-unknown': 'Unknown',
    'speaker-review.play': 'Play',
    'speaker-review.question.pair': 'One person or two: {one} and {other}',
    'speaker-review.question.turn': 'Is this {name}: {text}',
    'speaker-review.question.unknown': 'Who says this: {text}',
    'speaker-review.keys.pair':
      'Tab plays the two voices in turn, 1 makes them one person, 2 keeps them as two people. The arrow keys go to another question.',
    'speaker-review.keys.turn':
      'Tab plays, Enter leaves the speaker as it is, a digit chooses a speaker, 0 makes it unknown, N makes a new speaker. The arrow keys go to another question.',
    'speaker-review.more': '{count, plural, one {and # more} other {and # more}}',
    'speaker-review.stale': 'The text here has just changed. Look at the question again.',
    'editor.check.speaker': 'It is {name}',
    'editor.check.speaker.right': 'The speaker is right',
  },
  {
    'speaker-review.title': 'Qui parle',
    'speaker-review.open': 'Vérifier qui parle…',
    'speaker-review.voices': 'Voix',
    'speaker-review.voice.time':
      '{time} · {turns, plural, one {# prise de parole} other {# prises de parole}}',
    'speaker-review.voice.play': 'Écouter quelques secondes nettes de {name}',
    'speaker-review.questions': 'Questions',
    'speaker-review.left': '{count, plural, one {# question en attente} other {# questions en attente}}',
    'speaker-review.none': 'Plus aucune question.',
    'speaker-review.no-voices':
      'Les voix ne peuvent pas être comparées\u00A0: ce qui en a été relevé n’est plus stocké, ou ce texte n’a pas été produit à partir du son par Parolo.',
    'speaker-review.running':
      'La transcription est encore en cours\u202F; d’autres questions peuvent s’ajouter.',
    'speaker-review.pair': 'Une personne ou deux\u202F?',
    'speaker-review.and': 'et',
    'speaker-review.pair.over':
      'Les deux voix se ressemblent autant qu’une même voix dans cet enregistrement.',
    'speaker-review.pair.near':
      'Les deux voix se ressemblent presque autant qu’une même voix dans cet enregistrement.',
    'speaker-review.pair.figures':
      'Ressemblance des deux\u00A0: {similarity}. À partir de {bar}, elles compteraient pour une seule personne.',
    'speaker-review.pair.within': 'Ressemblance interne de ce que dit {name}\u00A0: {similarity}.',
    'speaker-review.pair.one': 'Une personne',
    'speaker-review.pair.two': 'Deux personnes',
    'speaker-review.turn.near': '{name}\u202F? La voix ressemble presque autant à celle de {other}.',
    'speaker-review.turn.over': '{name}\u202F? La voix ressemble davantage à celle de {other}.',
    'speaker-review.turn.figures': 'Écart de ressemblance\u00A0: {margin}, sur {seconds}\u00A0s de parole.',
    'speaker-review.unknown': 'On ne sait pas qui dit ceci.',
    'speaker-review.keep': 'C’est bien {name}',
    'speaker-review.keep.unknown': 'Laisser inconnu',
    'speaker-review.somebody-else': 'Quelqu’un d’autre',
    'speaker-review.set-unknown': 'Inconnu',
    'speaker-review.play': 'Écouter',
    'speaker-review.question.pair': 'Une personne ou deux\u00A0: {one} et {other}',
    'speaker-review.question.turn': 'Est-ce {name}\u00A0: {text}',
    'speaker-review.question.unknown': 'Qui dit ceci\u00A0: {text}',
    'speaker-review.keys.pair':
      'Tab fait écouter les deux voix tour à tour, 1 en fait une seule personne, 2 garde deux personnes. Les flèches mènent à une autre question.',
    'speaker-review.keys.turn':
      'Tab fait écouter, Entrée laisse la voix telle quelle, un chiffre choisit une voix, 0 la met à inconnu, N crée une nouvelle voix. Les flèches mènent à une autre question.',
    'speaker-review.more': '{count, plural, one {et # autre} other {et # autres}}',
    'speaker-review.stale': 'Le texte vient de changer ici. Revoyez la question.',
    'editor.check.speaker': 'C’est {name}',
    'editor.check.speaker.right': 'La voix est juste',
  },
)
