import { messageGroup } from '../message-group.ts'

/** Files on their way into the library, and what came of them. */
export const uploads = messageGroup(
  {
    'upload.sending': 'Importing',
    'upload.amount': '{sent} of {total}',
    'upload.cancel': 'Cancel import of {file}',
    'upload.known': '“{title}” is already in the library.',
    'upload.sound-back':
      'The sound of “{title}” had been deleted. You imported it again, so it is back in the library.',
    'upload.transcript': '“{title}”: transcript imported.',
    'upload.transcript.another': '“{file}” was added to “{title}” as another transcript.',
    'upload.transcript.known': '“{title}” already has exactly this transcript, so “{file}” was not added.',
    'upload.transcripts.known':
      '{count, plural, one {The text of # file was already in the library.} other {The texts of # files were already in the library.}}',
    'upload.program-start': 'Its times count from the start of the program, {timecode}.',
    'upload.names': 'In “{file}”, names at the beginning of captions became speakers: {names}.',
    'upload.names.leave': 'Leave the names in the text',
    'upload.names.left': 'The names are in the text again.',
    'upload.align': 'Align with the speech',
    'upload.align.why': 'Word times are estimated from the captions until then.',
    'upload.transcripts': '{count, plural, one {# transcript} other {# transcripts}} imported.',
    'upload.corrected':
      '{count, plural, one {# error in the file was} other {# errors in the file were}} fixed on import.',
    'upload.dropped': 'Left out: {list}.',
    'upload.dropped.tags-dropped':
      '{count, plural, one {formatting in # place} other {formatting in # places}}',
    'upload.dropped.settings-dropped': '{count, plural, one {# caption setting} other {# caption settings}}',
    'upload.dropped.word-times-dropped':
      '{count, plural, one {word times in # place} other {word times in # places}}',
    'upload.dropped.content-dropped':
      '{count, plural, one {# passage that is never shown or cannot be read} other {# passages that are never shown or cannot be read}}',
    'upload.dropped.text-without-time':
      '{count, plural, one {# text without a time} other {# texts without a time}}',
    'upload.dropped.mark-dropped': '{count, plural, one {# annotation} other {# annotations}}',
    'upload.dropped.former-words-dropped':
      '{count, plural, one {the former text of # word} other {the former text of # words}}',
    'upload.dismiss': 'Dismiss',
  },
  {
    'upload.sending': 'Import en cours',
    'upload.amount': '{sent} sur {total}',
    'upload.cancel': 'Annuler l’import de {file}',
    'upload.known': '«\u00A0{title}\u00A0» est déjà dans la bibliothèque.',
    'upload.sound-back':
      'Le son de «\u00A0{title}\u00A0» avait été supprimé. Vous l’avez importé de nouveau\u00A0: il est revenu dans la bibliothèque.',
    'upload.transcript': '«\u00A0{title}\u00A0»\u00A0: transcription importée.',
    'upload.transcript.another':
      '«\u00A0{file}\u00A0» a été ajouté à «\u00A0{title}\u00A0» comme autre transcription.',
    'upload.transcript.known':
      '«\u00A0{title}\u00A0» a déjà exactement cette transcription\u00A0: «\u00A0{file}\u00A0» n’a pas été ajouté.',
    'upload.transcripts.known':
      '{count, plural, one {Le texte de # fichier y était déjà.} other {Les textes de # fichiers y étaient déjà.}}',
    'upload.program-start': 'Ses temps comptent à partir du début du programme, {timecode}.',
    'upload.names':
      'Dans «\u00A0{file}\u00A0», les noms en début de sous-titre sont devenus ceux des voix\u00A0: {names}.',
    'upload.names.leave': 'Laisser les noms dans le texte',
    'upload.names.left': 'Les noms sont de nouveau dans le texte.',
    'upload.align': 'Aligner sur la parole',
    'upload.align.why': 'D’ici là, le temps des mots est estimé d’après les sous-titres.',
    'upload.corrected':
      '{count, plural, one {# erreur du fichier corrigée} other {# erreurs du fichier corrigées}} à l’importation.',
    'upload.dropped': 'Non repris\u00A0: {list}.',
    'upload.dropped.tags-dropped':
      '{count, plural, one {la mise en forme à # endroit} other {la mise en forme à # endroits}}',
    'upload.dropped.settings-dropped':
      '{count, plural, one {# réglage de sous-titre} other {# réglages de sous-titres}}',
    'upload.dropped.word-times-dropped':
      '{count, plural, one {les temps des mots à # endroit} other {les temps des mots à # endroits}}',
    'upload.dropped.content-dropped':
      '{count, plural, one {# passage jamais affiché ou illisible} other {# passages jamais affichés ou illisibles}}',
    'upload.dropped.text-without-time':
      '{count, plural, one {# texte sans temps} other {# textes sans temps}}',
    'upload.dropped.mark-dropped': '{count, plural, one {# annotation} other {# annotations}}',
    'upload.dropped.former-words-dropped':
      '{count, plural, one {l’ancien texte de # mot} other {l’ancien texte de # mots}}',
    'upload.transcripts':
      '{count, plural, one {# transcription importée} other {# transcriptions importées}}.',
    'upload.dismiss': 'Ignorer',
  },
)
