import { messageGroup } from '../message-group.ts'

/** The frame of the pages that explain the program; their texts are in core/how-it-works. */
export const howItWorks = messageGroup(
  {
    'how.open': 'How this works',
    'how.read': 'Read',
    'how.open.hint':
      'What recognition does, why it errs, where models come from, how to ask before recording.',
    'how.sections': 'Sections',
    'how.pictures.own': 'The pictures are made from your recording, from {time} on.',
    'how.pictures.sample': 'The pictures are made from the sample that comes with Parolo.',
    'how.pictures.gone':
      'How this recording’s text was made was not kept. The pictures show the sample that comes with Parolo.',
    'how.pictures.recording': 'Recording',
    'how.pictures.no-sound': 'Its sound is not available.',
    'how.pictures.no-sure': 'This model does not say how sure it was.',
    'how.pictures.no-voices': 'Voices were not compared, or the comparison was not kept.',
    'how.picture.sound': 'The sound as a wave',
    'how.picture.speech':
      '{count, plural, one {# stretch of speech} other {# stretches of speech}} below the wave',
    'how.picture.passages': '{count, plural, one {# passage} other {# passages}} around the wave',
    'how.picture.words': 'The words, and how sure the model was',
    'how.picture.word': '{word}, {share}',
    'how.picture.voices': '{dots, plural, one {# dot} other {# dots}}, by voice: {names}',
    'how.of-100': 'Of 100 words',
    'how.whose': 'Whose speech',
    'how.cost':
      'On this computer, an hour of sound takes about {time} and {energy}: what a laptop’s screen uses in {screen}. This is from {runs, plural, one {# transcription} other {# transcriptions}}.',
  },
  {
    'how.open': 'Comment ça marche',
    'how.read': 'Lire',
    'how.open.hint':
      'Ce que fait la reconnaissance, pourquoi elle se trompe, d’où viennent les modèles, comment demander avant d’enregistrer.',
    'how.sections': 'Rubriques',
    'how.pictures.own': 'Les images viennent de votre enregistrement, à partir de {time}.',
    'how.pictures.sample': 'Les images viennent de l’exemple fourni avec Parolo.',
    'how.pictures.gone':
      'De cet enregistrement, on n’a plus la façon dont le texte a été fait. Les images viennent de l’exemple fourni avec Parolo.',
    'how.pictures.recording': 'Enregistrement',
    'how.pictures.no-sound': 'Le son n’est pas disponible.',
    'how.pictures.no-sure': 'Ce modèle ne dit pas à quel point il était sûr.',
    'how.pictures.no-voices': 'Les voix n’ont pas été comparées, ou le résultat n’est plus là.',
    'how.picture.sound': 'Le son, sous forme d’onde',
    'how.picture.speech': '{count, plural, one {# moment de parole} other {# moments de parole}} sous l’onde',
    'how.picture.passages': '{count, plural, one {# passage} other {# passages}} autour de l’onde',
    'how.picture.words': 'Les mots, et à quel point le modèle en était sûr',
    'how.picture.word': '{word}, {share}',
    'how.picture.voices': '{dots, plural, one {# point} other {# points}}, par voix\u00A0: {names}',
    'how.of-100': 'Sur 100 mots',
    'how.whose': 'Parole de qui',
    'how.cost':
      'Sur cet ordinateur, une heure de son demande environ {time} et {energy}\u00A0: ce que l’écran d’un portable consomme en {screen}. C’est d’après {runs, plural, one {# transcription} other {# transcriptions}}.',
  },
)
