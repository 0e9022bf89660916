import { messageGroup } from '../message-group.ts'

/** Texts of the page that records, about text while recording. */
export const liveText = messageGroup(
  {
    'live.option': 'Text while recording',
    'live.option.hint': 'What is said appears after a few seconds. Other transcriptions wait until Stop.',
    'live.text': 'Text so far',
    'live.panel': 'About this recording',
    'live.loading': 'Getting the text ready…',
    'live.nothing-yet': 'What is said appears here after a few seconds.',
    'live.behind':
      'Text will come later: this computer cannot keep up right now. The sound is recorded in full.',
    'live.given-up':
      'Text will come later: this computer is too slow for text while recording. The sound is recorded in full.',
    'live.failed': 'Text will come later: it cannot be made while recording.',
    'live.busy':
      'Text will come later: only one recording at a time can have it, and another one has it now.',
    'live.left-out': 'The text from {from} to {to} will come later.',
    'live.after-stop':
      '{transcribes, select, yes {The whole recording is transcribed after Stop.} other {You can transcribe the recording after Stop.}}',
    'live.lag': 'Text {seconds} s behind',
    'live.latest': 'To the latest text',
    'live.speaking.note': 'So far, by source. Voices are told apart after Stop.',
    'live.latest-moments': 'Latest moments',
    'live.wave': 'Sound of the last {minutes, plural, one {minute} other {# minutes}}, source by source',
    'live.correct': 'Text at {time}',
    'live.correct.hint': 'Press Enter or click to correct a line. The arrow keys move from line to line.',
    'live.name': 'Who speaks: {source}',
    'live.name.all': 'For all of this source',
    'live.kept.take': 'Use the text from the recording',
    'live.kept.more': 'A text was made while recording. You can use it as it is, with your corrections.',
    'live.lost':
      '{count, plural, one {# correction made while recording was} other {# corrections made while recording were}} not placed in this text.',
    'live.lost.look': 'Show…',
    'live.lost.title': 'Corrections not placed',
    'live.lost.about':
      'You made these while recording. The text now has other words there, or none, so they were left out.',
    'live.lost.was': 'It was:',
    'live.lost.empty': '(deleted)',
    'live.lost.line': '{time}  {source}: “{was}” → “{text}”',
    'live.lost.name': 'Name: {name}',
    'live.lost.done': 'Dismiss',
    'editor.edit.live-text': 'corrections made while recording',
    'editor.edit.live-names': 'names given while recording',
    'stage.waits-for-recording': 'Waits until the recording is stopped',
    'stage.waits-for-power': 'Waits until the computer is plugged in',
  },
  {
    'live.option': 'Texte pendant l’enregistrement',
    'live.option.hint':
      'Ce qui est dit apparaît au bout de quelques secondes. Les autres transcriptions attendent l’arrêt.',
    'live.text': 'Texte jusqu’ici',
    'live.panel': 'À propos de cet enregistrement',
    'live.loading': 'Préparation du texte…',
    'live.nothing-yet': 'Ce qui est dit apparaît ici au bout de quelques secondes.',
    'live.behind':
      'Le texte suivra\u00A0: cet ordinateur n’arrive pas à suivre pour le moment. Le son est enregistré en entier.',
    'live.given-up':
      'Le texte suivra\u00A0: cet ordinateur est trop lent pour un texte pendant l’enregistrement. Le son est enregistré en entier.',
    'live.failed': 'Le texte suivra\u00A0: il ne peut pas être produit pendant l’enregistrement.',
    'live.busy':
      'Le texte suivra\u00A0: un seul enregistrement à la fois peut l’avoir, et un autre l’a en ce moment.',
    'live.left-out': 'Le texte de {from} à {to} suivra.',
    'live.after-stop':
      '{transcribes, select, yes {Tout l’enregistrement sera transcrit après l’arrêt.} other {Vous pourrez transcrire l’enregistrement après l’arrêt.}}',
    'live.lag': 'Texte en retard de {seconds}\u00A0s',
    'live.latest': 'Aller au texte le plus récent',
    'live.speaking.note': 'Jusqu’ici, par source. Les voix seront distinguées après l’arrêt.',
    'live.latest-moments': 'Derniers moments',
    'live.wave':
      'Son {minutes, plural, one {de la dernière minute} other {des # dernières minutes}}, source par source',
    'live.correct': 'Texte à {time}',
    'live.correct.hint':
      'Entrée ou un clic permet de corriger une ligne. Les flèches passent d’une ligne à l’autre.',
    'live.name': 'Qui parle\u00A0: {source}',
    'live.name.all': 'Pour toute cette source',
    'live.kept.take': 'Utiliser le texte de l’enregistrement',
    'live.kept.more':
      'Un texte a été fait pendant l’enregistrement. Vous pouvez l’utiliser tel quel, avec vos corrections.',
    'live.lost':
      '{count, plural, one {# correction faite} other {# corrections faites}} pendant l’enregistrement {count, plural, one {n’a pas été placée} other {n’ont pas été placées}} dans ce texte.',
    'live.lost.look': 'Afficher…',
    'live.lost.title': 'Corrections non placées',
    'live.lost.about':
      'Vous les avez faites pendant l’enregistrement. À cet endroit, le texte a maintenant d’autres mots, ou aucun\u00A0: elles n’ont pas été reprises.',
    'live.lost.was': 'Avant\u00A0:',
    'live.lost.empty': '(supprimé)',
    'live.lost.line': '{time}  {source}\u00A0: «\u00A0{was}\u00A0» → «\u00A0{text}\u00A0»',
    'live.lost.name': 'Nom\u00A0: {name}',
    'live.lost.done': 'Ne plus afficher',
    'editor.edit.live-text': 'les corrections faites pendant l’enregistrement',
    'editor.edit.live-names': 'les noms donnés pendant l’enregistrement',
    'stage.waits-for-recording': 'Attend l’arrêt de l’enregistrement',
    'stage.waits-for-power': 'Attend que l’ordinateur soit branché',
  },
)
