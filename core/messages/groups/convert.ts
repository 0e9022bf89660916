import { messageGroup } from '../message-group.ts'

/** Texts of `parolo convert` and `parolo check`: corrections of read files, and problems of captions. */
export const convert = messageGroup(
  {
    'correction.byte-order-mark': 'byte order mark ignored',
    'correction.encoding': 'read as {detail} instead of UTF-8',
    'correction.missing-header': 'header missing',
    'correction.missing-number': 'caption number missing',
    'correction.missing-blank-line': 'blank line missing before this caption',
    'correction.blank-line-in-text': 'blank line inside a caption',
    'correction.time-notation': 'times in another notation: {detail}',
    'correction.time-unreadable': 'times cannot be read: {detail}',
    'correction.text-without-time': 'text without a time left out: {detail}',
    'correction.settings-dropped': 'position or settings left out: {detail}',
    'correction.tags-dropped': 'formatting left out: {detail}',
    'correction.word-times-dropped': 'times inside a word left out: {detail}',
    'correction.empty-cue': 'caption without text left out',
    'correction.end-not-after-start': 'the caption does not end after it starts; a short time was added',
    'correction.order': 'captions sorted by their start',
    'correction.default-filled': 'value missing, default used: {detail}',
    'correction.time-rounded': 'time rounded to a millisecond: {detail}',
    'correction.speaker-added': 'unlisted speaker added: {detail}',
    'correction.names-in-text': 'names at the start of lines are speakers: {detail}',
    'correction.mark-dropped': 'annotation left out: {detail}',
    'correction.former-words-dropped': 'former words left out: {detail}',
    'correction.xml-error': 'XML error: {detail}',
    'correction.number-unreadable': 'value that is not a number ignored: {detail}',
    'correction.end-missing': 'end missing; set by the next caption or the reading time',
    'correction.start-missing': 'start missing; set by the caption before: {detail}',
    'correction.content-dropped': 'content left out: {detail}',
    'correction.time-offset': 'times count from the start of the program, {detail}',
    'correction.frame-rate-missing': 'frames without a frame rate, read at 30 per second: {detail}',
    'correction.line': '{file}:{line}: {what}',
    'correction.file': '{file}: {what}',
    'correction.more':
      '{file}: {count, plural, one {# more correction} other {# more corrections}} of this kind',
    'convert.before-start':
      '{file}: {count, plural, one {# word would begin before the start of the video and begins} other {# words would begin before the start of the video and begin}} at 0',
    'convert.silenced':
      '{file}: {count, plural, one {1 place is redacted in the text: the sound is silent there.} other {# places are redacted in the text: the sound is silent there.}}',
    'check.cue': 'Caption {number}, {time}: {problem}',
    'check.translation': '{file}: {left}',
    'check.none': '{file}: {cues, plural, one {# caption} other {# captions}}, no problems ({preset})',
    'check.some':
      '{file}: {cues, plural, one {# caption} other {# captions}}, {count, plural, one {# problem} other {# problems}} ({preset})',
    'check.left':
      '{file}: {cues, plural, one {# caption} other {# captions}}, {count, plural, one {# problem} other {# problems}} left ({preset})',
  },
  {
    'correction.byte-order-mark': 'indicateur d’ordre des octets ignoré',
    'correction.encoding': 'lu en {detail} au lieu de UTF-8',
    'correction.missing-header': 'en-tête manquant',
    'correction.missing-number': 'numéro de sous-titre manquant',
    'correction.missing-blank-line': 'ligne vide manquante avant ce sous-titre',
    'correction.blank-line-in-text': 'ligne vide dans un sous-titre',
    'correction.time-notation': 'temps dans une autre notation\u00A0: {detail}',
    'correction.time-unreadable': 'temps illisibles\u00A0: {detail}',
    'correction.text-without-time': 'texte sans temps écarté\u00A0: {detail}',
    'correction.settings-dropped': 'position ou réglages écartés\u00A0: {detail}',
    'correction.tags-dropped': 'mise en forme écartée\u00A0: {detail}',
    'correction.word-times-dropped': 'temps à l’intérieur d’un mot écartés\u00A0: {detail}',
    'correction.empty-cue': 'sous-titre sans texte écarté',
    'correction.end-not-after-start':
      'le sous-titre ne finit pas après son début\u202F; une courte durée a été ajoutée',
    'correction.order': 'sous-titres triés par leur début',
    'correction.default-filled': 'valeur manquante, valeur par défaut utilisée\u00A0: {detail}',
    'correction.time-rounded': 'temps arrondi à la milliseconde\u00A0: {detail}',
    'correction.speaker-added': 'voix absente de la liste ajoutée\u00A0: {detail}',
    'correction.names-in-text': 'les noms en début de ligne sont ceux des voix\u00A0: {detail}',
    'correction.mark-dropped': 'annotation laissée de côté\u00A0: {detail}',
    'correction.former-words-dropped': 'mots antérieurs écartés\u00A0: {detail}',
    'correction.xml-error': 'erreur XML\u00A0: {detail}',
    'correction.number-unreadable': 'valeur qui n’est pas un nombre ignorée\u00A0: {detail}',
    'correction.end-missing': 'fin manquante\u202F; fixée par le sous-titre suivant ou le temps de lecture',
    'correction.start-missing': 'début manquant\u202F; fixé par le sous-titre précédent\u00A0: {detail}',
    'correction.content-dropped': 'contenu écarté\u00A0: {detail}',
    'correction.time-offset': 'les temps comptent à partir du début du programme, {detail}',
    'correction.frame-rate-missing': 'images sans cadence indiquée, lues à 30 par seconde\u00A0: {detail}',
    'correction.line': '{file}:{line}\u00A0: {what}',
    'correction.file': '{file}\u00A0: {what}',
    'correction.more':
      '{file}\u00A0: {count, plural, one {# autre correction} other {# autres corrections}} de ce type',
    'convert.before-start':
      '{file}\u00A0: {count, plural, one {# mot commencerait avant le début de la vidéo et commence} other {# mots commenceraient avant le début de la vidéo et commencent}} à 0',
    'convert.silenced':
      '{file}\u00A0: {count, plural, one {le texte est occulté à # endroit\u00A0: le son y est muet.} other {le texte est occulté à # endroits\u00A0: le son y est muet.}}',
    'check.cue': 'Sous-titre {number}, {time}\u00A0: {problem}',
    'check.translation': '{file}\u00A0: {left}',
    'check.none':
      '{file}\u00A0: {cues, plural, one {# sous-titre} other {# sous-titres}}, aucun problème ({preset})',
    'check.some':
      '{file}\u00A0: {cues, plural, one {# sous-titre} other {# sous-titres}}, {count, plural, one {# problème} other {# problèmes}} ({preset})',
    'check.left':
      '{file}\u00A0: {cues, plural, one {# sous-titre} other {# sous-titres}}, il reste {count, plural, one {# problème} other {# problèmes}} ({preset})',
  },
)
