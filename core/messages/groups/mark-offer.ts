import { messageGroup } from '../message-group.ts'

/** Several transcripts of one recording: marks carried over to a newer one, and which one is shown. */
export const markOffer = messageGroup(
  {
    'marks.offer.to':
      'There is a newer transcript of this recording. {count, plural, one {Copy your annotation to it?} other {Copy your # annotations to it?}}',
    'marks.offer.from':
      '{count, plural, one {Copy your annotation from an earlier transcript?} other {Copy your # annotations from an earlier transcript?}}',
    'marks.offer.look': 'Preview…',
    'marks.offer.decline': 'Do not offer again',
    'marks.take.title': 'Copy annotations',
    'marks.take.rest.to':
      'The newer transcript then becomes the current one. This one stays in the library with its corrected text, notes and speaker names, which are not copied.',
    'marks.take.rest.from':
      'The earlier transcript stays as it is. Its corrected text, notes and speaker names are not copied.',
    'marks.take.kind': 'Annotations',
    'marks.take.carried': 'Copied',
    'marks.take.no-place': 'Not placed',
    'marks.take.lost':
      '{count, plural, one {The words of # annotation are not in the newer transcript. It stays in the earlier one:} other {The words of # annotations are not in the newer transcript. They stay in the earlier one:}}',
    'marks.take.more': '{count, plural, one {and # more} other {and # more}}',
    'marks.take.cancel': 'Not now',
    'marks.take.do': '{count, plural, one {Copy # annotation} other {Copy # annotations}}',
    'marks.take.done': '{count, plural, one {# annotation copied.} other {# annotations copied.}}',
    'marks.take.done.to':
      '{count, plural, one {# annotation copied.} other {# annotations copied.}} The newer transcript is now the current one.',
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
      'Il existe une transcription plus récente de cet enregistrement. {count, plural, one {Y copier votre annotation\u202F?} other {Y copier vos # annotations\u202F?}}',
    'marks.offer.from':
      '{count, plural, one {Copier votre annotation d’une transcription précédente\u202F?} other {Copier vos # annotations d’une transcription précédente\u202F?}}',
    'marks.offer.look': 'Aperçu…',
    'marks.offer.decline': 'Ne plus proposer',
    'marks.take.title': 'Copier les annotations',
    'marks.take.rest.to':
      'La transcription plus récente devient alors la transcription actuelle. Celle-ci reste dans la bibliothèque avec son texte corrigé, ses notes et ses noms, qui ne sont pas copiés.',
    'marks.take.rest.from':
      'La transcription précédente reste inchangée. Son texte corrigé, ses notes et ses noms ne sont pas copiés.',
    'marks.take.kind': 'Annotations',
    'marks.take.carried': 'Copiées',
    'marks.take.no-place': 'Non placées',
    'marks.take.lost':
      '{count, plural, one {Les mots de # annotation ne figurent pas dans la transcription plus récente. Elle reste dans la précédente\u00A0:} other {Les mots de # annotations ne figurent pas dans la transcription plus récente. Elles restent dans la précédente\u00A0:}}',
    'marks.take.more': '{count, plural, one {et # autre} other {et # autres}}',
    'marks.take.cancel': 'Pas maintenant',
    'marks.take.do': '{count, plural, one {Copier # annotation} other {Copier # annotations}}',
    'marks.take.done': '{count, plural, one {# annotation copiée.} other {# annotations copiées.}}',
    'marks.take.done.to':
      '{count, plural, one {# annotation copiée.} other {# annotations copiées.}} La transcription plus récente est maintenant la transcription actuelle.',
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
