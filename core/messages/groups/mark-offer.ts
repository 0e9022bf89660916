import { messageGroup } from '../message-group.ts'

/** Several transcripts of one recording: marks carried over to a newer one, and which one is shown. */
export const markOffer = messageGroup(
  {
    'marks.offer.to':
      'There is a newer transcript of this recording. {count, plural, one {Your mark can be taken over to it.} other {Your # marks can be taken over to it.}}',
    'marks.offer.from':
      '{count, plural, one {Your mark in an earlier transcript can be taken over.} other {Your # marks in an earlier transcript can be taken over.}}',
    'marks.offer.look': 'Preview…',
    'marks.offer.decline': 'Do not offer again',
    'marks.take.title': 'Take over marks',
    'marks.take.rest.to':
      'The newer transcript then becomes the current one. This one stays in the library with its corrected text, notes and speaker names, which are not taken over.',
    'marks.take.rest.from':
      'The earlier transcript stays as it is. Its corrected text, notes and speaker names are not taken over.',
    'marks.take.kind': 'Marks',
    'marks.take.carried': 'Taken over',
    'marks.take.no-place': 'No place',
    'marks.take.lost':
      '{count, plural, one {The words of # mark are not in the newer transcript. It stays in the earlier one:} other {The words of # marks are not in the newer transcript. They stay in the earlier one:}}',
    'marks.take.more': '{count, plural, one {and # more} other {and # more}}',
    'marks.take.cancel': 'Not now',
    'marks.take.do': '{count, plural, one {Take over # mark} other {Take over # marks}}',
    'marks.take.done': '{count, plural, one {# mark taken over.} other {# marks taken over.}}',
    'marks.take.done.to':
      '{count, plural, one {# mark taken over.} other {# marks taken over.}} The newer transcript is now the current one.',
    'marks.take.back': 'Back to the earlier one',
    'transcripts.others': 'Other transcripts',
    'transcripts.other': '{models}{corrected, select, true { · corrected by you} other {}}',
    'transcripts.imported': 'Imported',
    'transcripts.show': 'Show',
    'transcripts.show.this': 'Show the transcript: {name}',
    'marks.kind.accepted': 'Accepted words',
    'marks.kind.bookmark': 'Bookmarks',
    'marks.kind.break-before': 'Starts of captions',
    'marks.kind.comment': 'Comments',
    'marks.kind.comment-resolved': 'Resolved comments',
    'marks.kind.cue-end': 'End times of captions',
    'marks.kind.cue-start': 'Start times of captions',
    'marks.kind.hide': 'Words left out of captions',
    'marks.kind.italic': 'Italics in captions',
    'marks.kind.line-break': 'Line breaks in captions',
    'marks.kind.no-break': 'Words kept together in captions',
    'marks.kind.position': 'Positions of captions',
    'marks.kind.redaction': 'Redactions',
    'marks.kind.speaker-name': 'Speaker names in captions',
    'marks.kind.translation': 'Translated captions',
    'marks.kind.wording': 'Captions with their own wording',
  },
  {
    'marks.offer.to':
      'Il existe une transcription plus récente de cet enregistrement. {count, plural, one {Votre repère peut y être repris.} other {Vos # repères peuvent y être repris.}}',
    'marks.offer.from':
      '{count, plural, one {Votre repère d’une transcription précédente peut être repris.} other {Vos # repères d’une transcription précédente peuvent être repris.}}',
    'marks.offer.look': 'Aperçu…',
    'marks.offer.decline': 'Ne plus proposer',
    'marks.take.title': 'Reprendre les repères',
    'marks.take.rest.to':
      'La transcription plus récente devient alors la transcription actuelle. Celle-ci reste dans la bibliothèque avec son texte corrigé, ses notes et ses noms, qui ne sont pas repris.',
    'marks.take.rest.from':
      'La transcription précédente reste inchangée. Son texte corrigé, ses notes et ses noms ne sont pas repris.',
    'marks.take.kind': 'Repères',
    'marks.take.carried': 'Repris',
    'marks.take.no-place': 'Sans place',
    'marks.take.lost':
      '{count, plural, one {Les mots de # repère ne figurent pas dans la transcription plus récente. Il reste dans la précédente\u00A0:} other {Les mots de # repères ne figurent pas dans la transcription plus récente. Ils restent dans la précédente\u00A0:}}',
    'marks.take.more': '{count, plural, one {et # autre} other {et # autres}}',
    'marks.take.cancel': 'Pas maintenant',
    'marks.take.do': '{count, plural, one {Reprendre # repère} other {Reprendre # repères}}',
    'marks.take.done': '{count, plural, one {# repère repris.} other {# repères repris.}}',
    'marks.take.done.to':
      '{count, plural, one {# repère repris.} other {# repères repris.}} La transcription plus récente est maintenant la transcription actuelle.',
    'marks.take.back': 'Revenir à la précédente',
    'transcripts.others': 'Autres transcriptions',
    'transcripts.other': '{models}{corrected, select, true { · corrigée par vous} other {}}',
    'transcripts.imported': 'Importée',
    'transcripts.show': 'Afficher',
    'transcripts.show.this': 'Afficher la transcription\u00A0: {name}',
    'marks.kind.accepted': 'Mots acceptés',
    'marks.kind.bookmark': 'Signets',
    'marks.kind.break-before': 'Débuts de sous-titres',
    'marks.kind.comment': 'Commentaires',
    'marks.kind.comment-resolved': 'Commentaires résolus',
    'marks.kind.cue-end': 'Temps de fin de sous-titres',
    'marks.kind.cue-start': 'Temps de début de sous-titres',
    'marks.kind.hide': 'Mots omis dans les sous-titres',
    'marks.kind.italic': 'Italiques dans les sous-titres',
    'marks.kind.line-break': 'Retours à la ligne dans les sous-titres',
    'marks.kind.no-break': 'Mots gardés ensemble dans les sous-titres',
    'marks.kind.position': 'Positions de sous-titres',
    'marks.kind.redaction': 'Mots occultés',
    'marks.kind.speaker-name': 'Noms dans les sous-titres',
    'marks.kind.translation': 'Sous-titres traduits',
    'marks.kind.wording': 'Sous-titres reformulés',
  },
)
