import { messageGroup } from '../message-group.ts'

/** Reviewing who speaks: voices, possibly identical speakers, uncertain turns. */
export const speakerReview = messageGroup(
  {
    'speaker-review.open': 'Review who speaks…',
    'speaker-review.no-voices':
      'The voices cannot be compared: what was found out about them is no longer stored, or this text was not made from sound by Parolo.',
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
    'speaker-review.unknown': 'Speaker unknown.',
    'speaker-review.keep.unknown': 'Leave it unknown',
    'speaker-review.somebody-else': 'Somebody else',
    'speaker-review.set-unknown': 'Unknown',
    'speaker-review.question.pair': 'One person or two: {one} and {other}',
    'speaker-review.question.turn': 'Is this {name}: {text}',
    'speaker-review.question.unknown': 'Who says this: {text}',
  },
  {
    'speaker-review.open': 'Vérifier qui parle…',
    'speaker-review.no-voices':
      'Les voix ne peuvent pas être comparées\u00A0: ce qui en a été relevé n’est plus stocké, ou ce texte n’a pas été produit à partir du son par Parolo.',
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
    'speaker-review.keep.unknown': 'Laisser inconnu',
    'speaker-review.somebody-else': 'Quelqu’un d’autre',
    'speaker-review.set-unknown': 'Inconnu',
    'speaker-review.question.pair': 'Une personne ou deux\u00A0: {one} et {other}',
    'speaker-review.question.turn': 'Est-ce {name}\u00A0: {text}',
    'speaker-review.question.unknown': 'Qui dit ceci\u00A0: {text}',
  },
)
