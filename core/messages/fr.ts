import type { MessageKey } from './en.ts'
import { align } from './groups/align.ts'
import { alignedText } from './groups/aligned-text.ts'
import { api } from './groups/api.ts'
import { archive } from './groups/archive.ts'
import { captionFixes } from './groups/caption-fixes.ts'
import { captionRules } from './groups/caption-rules.ts'
import { captionedVideo } from './groups/captioned-video.ts'
import { captionMoves } from './groups/caption-moves.ts'
import { captions } from './groups/captions.ts'
import { chapters } from './groups/chapters.ts'
import { check } from './groups/check.ts'
import { comments } from './groups/comments.ts'
import { convert } from './groups/convert.ts'
import { corrections } from './groups/corrections.ts'
import { cut } from './groups/cut.ts'
import { cutExport } from './groups/cut-export.ts'
import { cutView } from './groups/cut-view.ts'
import { editor } from './groups/editor.ts'
import { electron } from './groups/electron.ts'
import { exports } from './groups/exports.ts'
import { fillers } from './groups/fillers.ts'
import { glossary } from './groups/glossary.ts'
import { films } from './groups/films.ts'
import { sounds } from './groups/sounds.ts'
import { help } from './groups/help.ts'
import { howItWorks } from './groups/how-it-works.ts'
import { firstStart } from './groups/first-start.ts'
import { jobDialog } from './groups/job-dialog.ts'
import { libraries } from './groups/libraries.ts'
import { library } from './groups/library.ts'
import { markOffer } from './groups/mark-offer.ts'
import { marks } from './groups/marks.ts'
import { modelPage } from './groups/model-page.ts'
import { models } from './groups/models.ts'
import { moments } from './groups/moments.ts'
import { network } from './groups/network.ts'
import { notes } from './groups/notes.ts'
import { numbers } from './groups/numbers.ts'
import { opinion } from './groups/opinion.ts'
import { recorder } from './groups/recorder.ts'
import { liveText } from './groups/live-text.ts'
import { recording } from './groups/recording.ts'
import { search } from './groups/search.ts'
import { settings } from './groups/settings.ts'
import { shell } from './groups/shell.ts'
import { stages } from './groups/stages.ts'
import { storage } from './groups/storage.ts'
import { sound } from './groups/sound.ts'
import { soundDeletion } from './groups/sound-deletion.ts'
import { speaking } from './groups/speaking.ts'
import { speakerReview } from './groups/speaker-review.ts'
import { rememberedVoices } from './groups/remembered-voices.ts'
import { selfTest } from './groups/self-test.ts'
import { sheet } from './groups/sheet.ts'
import { stats } from './groups/stats.ts'
import { backup } from './groups/backup.ts'
import { podcastPage } from './groups/podcast-page.ts'
import { clips } from './groups/clips.ts'
import { publish } from './groups/publish.ts'
import { review } from './groups/review.ts'
import { podcasts } from './groups/podcasts.ts'
import { redaction } from './groups/redaction.ts'
import { trim } from './groups/trim.ts'
import { strip } from './groups/strip.ts'
import { translations } from './groups/translations.ts'
import { uploads } from './groups/uploads.ts'
import { voices } from './groups/voices.ts'
import { watch } from './groups/watch.ts'
import { web } from './groups/web.ts'
import { errorMessages } from './errors/all-errors.ts'
import { problemMessages } from '../captions/problems/problem-kinds.ts'
import { shortcutMessages } from '../shortcuts/shortcuts.ts'

/** The French texts of the user interface: same keys as `en.ts`. */
export const fr: Readonly<Record<MessageKey, string>> = {
  ...api.fr,
  ...archive.fr,
  ...shell.fr,
  ...help.fr,
  ...howItWorks.fr,
  ...libraries.fr,
  ...library.fr,
  ...stages.fr,
  ...uploads.fr,
  ...jobDialog.fr,
  ...firstStart.fr,
  ...search.fr,
  ...settings.fr,
  ...corrections.fr,
  ...cut.fr,
  ...editor.fr,
  ...check.fr,
  ...marks.fr,
  ...modelPage.fr,
  ...models.fr,
  ...fillers.fr,
  ...glossary.fr,
  ...cutExport.fr,
  ...cutView.fr,
  ...moments.fr,
  ...markOffer.fr,
  ...sound.fr,
  ...soundDeletion.fr,
  ...storage.fr,
  ...speaking.fr,
  ...speakerReview.fr,
  ...rememberedVoices.fr,
  ...captions.fr,
  ...captionMoves.fr,
  ...captionedVideo.fr,
  ...chapters.fr,
  ...comments.fr,
  ...captionRules.fr,
  ...captionFixes.fr,
  ...align.fr,
  ...alignedText.fr,
  ...convert.fr,
  ...exports.fr,
  ...films.fr,
  ...sounds.fr,
  ...selfTest.fr,
  ...sheet.fr,
  ...stats.fr,
  ...network.fr,
  ...notes.fr,
  ...numbers.fr,
  ...opinion.fr,
  ...recorder.fr,
  ...recording.fr,
  ...liveText.fr,
  ...strip.fr,
  ...translations.fr,
  ...backup.fr,
  ...podcastPage.fr,
  ...clips.fr,
  ...publish.fr,
  ...review.fr,
  ...podcasts.fr,
  ...redaction.fr,
  ...trim.fr,
  ...voices.fr,
  ...watch.fr,
  ...web.fr,
  ...electron.fr,
  ...errorMessages('fr'),
  ...shortcutMessages('fr'),
  ...problemMessages('fr'),
  'speaker.numbered': 'Voix {number}',
  'speaker.unknown': 'Voix inconnue',

  'progress.import': 'import',
  'progress.sound': 'préparation de l’audio',
  'progress.regions': 'détection de la parole',
  'progress.speakers': 'distinction des voix',
  'progress.words': 'transcription',
  'progress.second-look': 'seconde passe',
  'progress.paragraphs': 'mise en paragraphes',
  'progress.waiting': 'en attente d’un autre programme (processus {pid})',
  'progress.left': 'reste {time}',
  'result.written': '{file}\u00A0: enregistré',
  'result.sound-around': 'Son autour des points du compte rendu\u00A0: environ {size}.',
  'result.left-out.redacted':
    '{title}\u00A0: le fichier de l’enregistrement n’a pas été copié, car on y entend ce qui est occulté.',
  'result.left-out.trimmed':
    '{title}\u00A0: le fichier de l’enregistrement n’a pas été copié, car il contient ce qui a été rogné.',
  'result.done-before': '{file}\u00A0: déjà fait',
  'result.failed-chunks':
    '{file}\u00A0: {count, plural, one {# passage n’a pas pu être transcrit et manque} other {# passages n’ont pas pu être transcrits et manquent}}',
  'result.model-replaced': 'Le modèle {id} a été remplacé\u202F; {by} est utilisé à sa place.',
  'result.chosen-model':
    'Modèle de reconnaissance pour la langue «\u00A0{language}\u00A0»\u00A0: {model}, choisi sur la page Modèles. --model en prend un autre.',
  'result.chosen-model-found':
    '{file}\u00A0: la langue détectée est «\u00A0{language}\u00A0», avec le modèle {model}, choisi sur la page Modèles. --model en prend un autre.',
  'result.summary': 'terminés\u00A0: {done, number}\u202F; en échec\u00A0: {failed, number}',
  'result.deleted':
    '{title}\u00A0: supprimé ({files, plural, one {# fichier} other {# fichiers}}, transcriptions et index de recherche)',
  'result.not-erased':
    'Des traces restent pour l’instant dans les fichiers de la bibliothèque. Parolo les supprimera en arrière-plan pendant qu’il est ouvert, dès qu’aucun autre programme n’utilisera un état antérieur.',
  'result.interrupted': 'Arrêté. Relancez la même commande pour reprendre.',
  'warning.library-salvaged':
    'La bibliothèque était endommagée. {rows, plural, one {# ligne a été récupérée} other {# lignes ont été récupérées}}\u202F; les fichiers endommagés sont conservés dans {folder}.',

  'list.empty': 'La bibliothèque est vide. Essayez `parolo transcribe FICHIER`.',
  'list.none': 'aucune',
  'state.done': 'terminé',
  'state.part': '{from}–{to} seulement',
  'state.unfinished': 'inachevé',
  'state.not-transcribed': 'non transcrit',
  'search.none': 'Aucun résultat.',
  'show.speakers': '{count, plural, =0 {aucune voix} one {# voix} other {# voix}}',
  'show.words': '{count, plural, one {# mot} other {# mots}}',

  'models.whole': 'intact',
  'models.damaged': 'endommagé\u00A0: {file}',
  'models.unreadable': 'illisible',
  'models.embedded': 'fourni',
  'models.added': 'ajouté',
  'models.added-now': '{id}\u00A0: ajouté ({kind})',
  'models.removed': '{id}\u00A0: retiré',
  'doctor.program': 'Parolo {version}',
  'doctor.node': 'Node {version}',
  'doctor.engine': 'sherpa-onnx {version}',
  'doctor.ffmpeg': 'ffmpeg {version}, {path}',
  'doctor.model': '{role}\u00A0: modèle {id}, {state}, {hash}',
  'doctor.cores': '{count, plural, one {# cœur} other {# cœurs}}, {memory} de mémoire',
  'doctor.library':
    'bibliothèque {folder}\u00A0: {recordings, plural, one {# enregistrement} other {# enregistrements}}, {free} libres',
  'doctor.well': 'Aucun problème détecté.',
  'doctor.wrong': '{count, plural, one {# problème détecté} other {# problèmes détectés}}\u00A0:',
}
