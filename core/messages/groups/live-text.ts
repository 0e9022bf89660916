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
    'stage.waits-for-recording': 'Waits until the recording is stopped',
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
    'live.lag': 'Texte en retard de {seconds} s',
    'live.latest': 'Aller au texte le plus récent',
    'live.speaking.note': 'Jusqu’ici, par source. Les intervenants sont identifiés après l’arrêt.',
    'live.latest-moments': 'Derniers moments',
    'live.wave':
      'Son {minutes, plural, one {de la dernière minute} other {des # dernières minutes}}, source par source',
    'stage.waits-for-recording': 'Attend l’arrêt de l’enregistrement',
  },
)
