import { messageGroup } from '../message-group.ts'

/** Texts inside exported files. */
export const exports = messageGroup(
  {
    'export.untitled': 'transcript',
    'export.speakers': '{count, plural, =0 {no speakers} one {# speaker} other {# speakers}}',
    'export.words': '{count, plural, one {# word} other {# words}}',
    'export.length': 'length {time}',
    'export.part': 'part {from}–{to} of {time}',
    'export.cut': 'the cut: {length} of {time}',
    'export.described': 'Transcript of {fileName}',
    'export.added': 'imported on {date}',
    'export.comment.author': 'Author',
    'export.qda.comment': 'Comment {number}',
    'export.qda.comment.resolved': 'Comment {number} (resolved)',
    'export.page.search': 'Search',
    'export.page.no-sound': 'There is no sound with this page.',
  },
  {
    'export.untitled': 'transcription',
    'export.speakers': '{count, plural, =0 {aucune voix} one {# voix} other {# voix}}',
    'export.words': '{count, plural, one {# mot} other {# mots}}',
    'export.length': 'durée {time}',
    'export.part': 'partie de {from} à {to} sur {time}',
    'export.cut': 'version coupée\u00A0: {length} sur {time}',
    'export.described': 'Transcription de {fileName}',
    'export.added': 'importé le {date}',
    'export.comment.author': 'Auteur',
    'export.qda.comment': 'Commentaire {number}',
    'export.qda.comment.resolved': 'Commentaire {number} (résolu)',
    'export.page.search': 'Rechercher',
    'export.page.no-sound': 'Cette page est sans le son.',
  },
)
