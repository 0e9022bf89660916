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
    'live.behind': 'Text follows: this computer cannot keep up at the moment. The sound is recorded in full.',
    'live.given-up':
      'Text follows: this computer is too slow for text while recording. The sound is recorded in full.',
    'live.failed': 'Text follows: it cannot be made while recording.',
    'live.busy': 'Text follows: another recording has text at the moment.',
    'live.left-out': 'Text follows for {from} to {to}.',
    'live.after-stop':
      '{transcribes, select, yes {The whole text is made after Stop.} other {You can transcribe the recording after Stop.}}',
    'live.lag': 'Text {seconds} s behind',
    'live.latest': 'To the latest text',
    'live.speaking.note': 'So far, by source. Speakers are identified after Stop.',
    'live.latest-moments': 'Latest moments',
    'live.wave': 'Sound of the last {minutes, plural, one {minute} other {# minutes}}, source by source',
    'live.correct': 'Text at {time}',
    'live.correct.hint': 'Enter or a click opens a line to correct it; the arrow keys go from line to line.',
    'live.name': 'Who speaks: {source}',
    'live.name.all': 'On all of this source',
    'live.kept.take': 'Use the text from the recording',
    'live.kept.more':
      'There is a text that was made while recording. It can be used as it is, with your corrections.',
    'live.lost':
      '{count, plural, one {# correction} other {# corrections}} made while recording could not be placed in this text.',
    'live.lost.look': 'Show them…',
    'live.lost.title': 'Corrections without a place',
    'live.lost.about':
      'These were made while recording. This text has other words there, or none, so they were not put in.',
    'live.lost.was': 'It was:',
    'live.lost.empty': '(deleted)',
    'live.lost.line': '{time}  {source}: “{was}” → “{text}”',
    'live.lost.name': 'Name: {name}',
    'live.lost.done': 'Dismiss',
    'editor.edit.live-text': 'corrections made while recording',
    'editor.edit.live-names': 'names given while recording',
    'stage.waits-for-recording': 'Waits until the recording is stopped',
    'stage.waits-for-power': 'Waits for mains power',
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
      'Le texte suivra : cet ordinateur n’arrive pas à suivre pour le moment. Le son est enregistré en entier.',
    'live.given-up':
      'Le texte suivra : cet ordinateur est trop lent pour un texte pendant l’enregistrement. Le son est enregistré en entier.',
    'live.failed': 'Le texte suivra : il ne peut pas être produit pendant l’enregistrement.',
    'live.busy': 'Le texte suivra : un autre enregistrement a son texte en ce moment.',
    'live.left-out': 'Le texte de {from} à {to} suivra.',
    'live.after-stop':
      '{transcribes, select, yes {Le texte entier est produit après l’arrêt.} other {Vous pourrez transcrire l’enregistrement après l’arrêt.}}',
    'live.lag': 'Texte en retard de {seconds}\u00A0s',
    'live.latest': 'Aller au texte le plus récent',
    'live.speaking.note': 'Jusqu’ici, par source. Les voix sont identifiées après l’arrêt.',
    'live.latest-moments': 'Derniers moments',
    'live.wave':
      'Son {minutes, plural, one {de la dernière minute} other {des # dernières minutes}}, source par source',
    'live.correct': 'Texte à {time}',
    'live.correct.hint':
      'Entrée ou un clic ouvre une ligne pour la corriger ; les flèches passent d’une ligne à l’autre.',
    'live.name': 'Qui parle : {source}',
    'live.name.all': 'Sur toute cette source',
    'live.kept.take': 'Utiliser le texte de l’enregistrement',
    'live.kept.more':
      'Un texte a été produit pendant l’enregistrement. Il peut servir tel quel, avec vos corrections.',
    'live.lost':
      '{count, plural, one {# correction faite} other {# corrections faites}} pendant l’enregistrement {count, plural, one {n’a} other {n’ont}} pas trouvé de place dans ce texte.',
    'live.lost.look': 'Les afficher…',
    'live.lost.title': 'Corrections sans place',
    'live.lost.about':
      'Elles ont été faites pendant l’enregistrement. À cet endroit, ce texte a d’autres mots, ou aucun : elles n’ont donc pas été reprises.',
    'live.lost.was': 'Avant :',
    'live.lost.empty': '(supprimé)',
    'live.lost.line': '{time}  {source} : « {was} » → « {text} »',
    'live.lost.name': 'Nom : {name}',
    'live.lost.done': 'Ne plus afficher',
    'editor.edit.live-text': 'les corrections faites pendant l’enregistrement',
    'editor.edit.live-names': 'les noms donnés pendant l’enregistrement',
    'stage.waits-for-recording': 'Attend l’arrêt de l’enregistrement',
    'stage.waits-for-power': 'Attend le branchement au secteur',
  },
)
