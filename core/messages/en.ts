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

/** The English texts of the user interface, in ICU message format; `fr.ts` has the same keys. */
export const en = {
  ...api.en,
  ...archive.en,
  ...shell.en,
  ...help.en,
  ...howItWorks.en,
  ...libraries.en,
  ...library.en,
  ...stages.en,
  ...uploads.en,
  ...jobDialog.en,
  ...firstStart.en,
  ...search.en,
  ...settings.en,
  ...corrections.en,
  ...cut.en,
  ...editor.en,
  ...check.en,
  ...marks.en,
  ...modelPage.en,
  ...models.en,
  ...fillers.en,
  ...glossary.en,
  ...cutExport.en,
  ...cutView.en,
  ...moments.en,
  ...markOffer.en,
  ...sound.en,
  ...soundDeletion.en,
  ...storage.en,
  ...speaking.en,
  ...speakerReview.en,
  ...rememberedVoices.en,
  ...captions.en,
  ...captionMoves.en,
  ...captionedVideo.en,
  ...chapters.en,
  ...comments.en,
  ...captionRules.en,
  ...captionFixes.en,
  ...align.en,
  ...alignedText.en,
  ...convert.en,
  ...exports.en,
  ...films.en,
  ...sounds.en,
  ...selfTest.en,
  ...sheet.en,
  ...stats.en,
  ...network.en,
  ...notes.en,
  ...numbers.en,
  ...opinion.en,
  ...recorder.en,
  ...recording.en,
  ...liveText.en,
  ...strip.en,
  ...translations.en,
  ...backup.en,
  ...podcastPage.en,
  ...clips.en,
  ...publish.en,
  ...review.en,
  ...podcasts.en,
  ...redaction.en,
  ...trim.en,
  ...voices.en,
  ...watch.en,
  ...web.en,
  ...electron.en,
  ...errorMessages('en'),
  ...shortcutMessages('en'),
  ...problemMessages('en'),
  'speaker.numbered': 'Speaker {number}',
  'speaker.unknown': 'Unknown speaker',

  'progress.import': 'importing',
  'progress.sound': 'preparing audio',
  'progress.regions': 'detecting speech',
  'progress.speakers': 'identifying speakers',
  'progress.words': 'transcribing',
  'progress.second-look': 'second pass',
  'progress.paragraphs': 'building paragraphs',
  'progress.waiting': 'waiting for another program (process {pid})',
  'progress.left': '{time} left',
  'result.written': '{file}: saved',
  'result.sound-around': 'Sound around the items of the minutes: about {size}.',
  'result.left-out.redacted':
    '{title}: the recording’s file was left out, as what is redacted can be heard in it.',
  'result.left-out.trimmed': '{title}: the recording’s file was left out, as it holds what was trimmed away.',
  'result.done-before': '{file}: already done',
  'result.failed-chunks':
    '{file}: {count, plural, one {# passage} other {# passages}} could not be transcribed and {count, plural, one {is} other {are}} missing',
  'result.model-replaced': 'The model {id} has been replaced; {by} is used instead.',
  'result.chosen-model':
    'Speech model for {language}: {model}, as chosen on the Models page. --model takes another one.',
  'result.chosen-model-found':
    '{file}: the language found is {language}, and its speech model {model}, as chosen on the Models page. --model takes another one.',
  'result.summary': '{done, number} done, {failed, number} failed',
  'result.deleted':
    '{title}: deleted ({files, plural, one {# file} other {# files}}, transcripts and search entries)',
  'result.not-erased':
    'Traces remain in the library’s files for now. Parolo removes them in the background while it is open, as soon as no other program uses an older state of the library.',
  'result.interrupted': 'Stopped. Run the same command again to resume.',
  'warning.library-salvaged':
    'The library was damaged. {rows, plural, one {# row was} other {# rows were}} recovered; the damaged files are kept in {folder}.',

  'list.empty': 'The library is empty. Try `parolo transcribe FILE`.',
  'list.none': 'none',
  'state.done': 'done',
  'state.part': '{from}–{to} only',
  'state.unfinished': 'unfinished',
  'state.not-transcribed': 'not transcribed',
  'search.none': 'No results.',
  'show.speakers': '{count, plural, =0 {no speakers} one {# speaker} other {# speakers}}',
  'show.words': '{count, plural, one {# word} other {# words}}',

  'models.whole': 'intact',
  'models.damaged': 'damaged: {file}',
  'models.unreadable': 'cannot be read',
  'models.embedded': 'included',
  'models.added': 'added',
  'models.added-now': '{id}: added ({kind})',
  'models.removed': '{id}: removed',
  'doctor.program': 'Parolo {version}',
  'doctor.node': 'Node {version}',
  'doctor.engine': 'sherpa-onnx {version}',
  'doctor.ffmpeg': 'ffmpeg {version} at {path}',
  'doctor.model': '{role}: model {id}, {state}, {hash}',
  'doctor.cores': '{count, plural, one {# core} other {# cores}}, {memory} of memory',
  'doctor.library':
    'library {folder}: {recordings, plural, one {# recording} other {# recordings}}, {free} free',
  'doctor.well': 'No problems found.',
  'doctor.wrong': '{count, plural, one {# problem} other {# problems}} found:',
} as const

export type MessageKey = keyof typeof en
