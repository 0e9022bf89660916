import { align } from './groups/align.ts'
import { alignedText } from './groups/aligned-text.ts'
import { api } from './groups/api.ts'
import { archive } from './groups/archive.ts'
import { captionFixes } from './groups/caption-fixes.ts'
import { captionRules } from './groups/caption-rules.ts'
import { captionedVideo } from './groups/captioned-video.ts'
import { captions } from './groups/captions.ts'
import { chapters } from './groups/chapters.ts'
import { comments } from './groups/comments.ts'
import { convert } from './groups/convert.ts'
import { editor } from './groups/editor.ts'
import { electron } from './groups/electron.ts'
import { exports } from './groups/exports.ts'
import { fillers } from './groups/fillers.ts'
import { glossary } from './groups/glossary.ts'
import { films } from './groups/films.ts'
import { howItWorks } from './groups/how-it-works.ts'
import { libraries } from './groups/libraries.ts'
import { library } from './groups/library.ts'
import { markOffer } from './groups/mark-offer.ts'
import { marks } from './groups/marks.ts'
import { modelPage } from './groups/model-page.ts'
import { models } from './groups/models.ts'
import { moments } from './groups/moments.ts'
import { network } from './groups/network.ts'
import { numbers } from './groups/numbers.ts'
import { opinion } from './groups/opinion.ts'
import { recorder } from './groups/recorder.ts'
import { liveText } from './groups/live-text.ts'
import { recording } from './groups/recording.ts'
import { settings } from './groups/settings.ts'
import { shell } from './groups/shell.ts'
import { room } from './groups/room.ts'
import { sound } from './groups/sound.ts'
import { soundDeletion } from './groups/sound-deletion.ts'
import { speaking } from './groups/speaking.ts'
import { speakerReview } from './groups/speaker-review.ts'
import { rememberedVoices } from './groups/remembered-voices.ts'
import { sheet } from './groups/sheet.ts'
import { stats } from './groups/stats.ts'
import { backup } from './groups/backup.ts'
import { podcastErrors } from './groups/podcast-errors.ts'
import { podcastPage } from './groups/podcast-page.ts'
import { publish } from './groups/publish.ts'
import { podcasts } from './groups/podcasts.ts'
import { redaction } from './groups/redaction.ts'
import { trim } from './groups/trim.ts'
import { strip } from './groups/strip.ts'
import { translations } from './groups/translations.ts'
import { transcriptErrors } from './groups/transcript-errors.ts'
import { usage } from './groups/usage.ts'
import { watch } from './groups/watch.ts'
import { web } from './groups/web.ts'

/** The English texts of the user interface, in ICU message format; `fr.ts` has the same keys. */
export const en = {
  ...api.en,
  ...archive.en,
  ...shell.en,
  ...howItWorks.en,
  ...libraries.en,
  ...library.en,
  ...settings.en,
  ...editor.en,
  ...marks.en,
  ...modelPage.en,
  ...models.en,
  ...fillers.en,
  ...glossary.en,
  ...moments.en,
  ...markOffer.en,
  ...sound.en,
  ...soundDeletion.en,
  ...room.en,
  ...speaking.en,
  ...speakerReview.en,
  ...rememberedVoices.en,
  ...captions.en,
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
  ...sheet.en,
  ...stats.en,
  ...network.en,
  ...numbers.en,
  ...opinion.en,
  ...recorder.en,
  ...recording.en,
  ...liveText.en,
  ...strip.en,
  ...translations.en,
  ...backup.en,
  ...podcastErrors.en,
  ...podcastPage.en,
  ...publish.en,
  ...podcasts.en,
  ...redaction.en,
  ...trim.en,
  ...transcriptErrors.en,
  ...usage.en,
  ...watch.en,
  ...web.en,
  ...electron.en,
  'speaker.numbered': 'Speaker {number}',
  'speaker.unknown': 'Unknown speaker',

  'error.media.not-found': '{file} was not found.',
  'error.media.not-found.remedy': 'Check the file name and the folder.',
  'error.media.not-a-file': '{file} is not a file.',
  'error.media.not-a-file.remedy': 'Choose an audio or video file, not a folder, pipe, or device.',
  'error.media.empty-file': '{file} is empty (0 bytes).',
  'error.media.empty-file.remedy': 'The copy or download may have failed. Get the file again.',
  'error.media.unreadable': '{file} cannot be read as audio or video.',
  'error.media.unreadable.remedy':
    'It may be damaged or in an unsupported format. Try playing it in another program. If it plays, export it from there as WAV or MP3.',
  'error.media.unsupported':
    '{file} is not a supported type of file (playlist, music module, device, or similar).',
  'error.media.unsupported.remedy': 'Choose the recording itself, as an audio or video file.',
  'error.media.no-audio': '{file} has no audio track.',
  'error.media.no-audio.remedy': 'Choose a file that has sound.',
  'error.media.no-samples': '{file} contains no audio that can be decoded.',
  'error.media.no-samples.remedy':
    'It may be incomplete or damaged. Try playing it in another program, or export it as WAV.',
  'error.import.other-tracks': '{file} does not have as many audio tracks as the first file.',
  'error.import.other-tracks.remedy':
    'Files that follow one another must have the same number of tracks. Import this one on its own.',
  'error.media.no-such-track':
    '{file} has {tracks, plural, one {# audio track} other {# audio tracks}}; track {track} does not exist.',
  'error.media.no-such-track.remedy': 'Choose a track with --track, from 1 to {tracks}.',
  'error.media.stalled': '{file} could not be decoded: no data was received for 30 seconds.',
  'error.media.stalled.remedy': 'It may be damaged, or its disk may not be responding.',
  'error.media.moved': 'The recording is no longer at {file}.',
  'error.media.moved.remedy': 'Locate the file in its new place. Its transcript is kept.',
  'error.media.changed': '{file} changed while it was being read.',
  'error.media.changed.remedy': 'Wait until the file is complete, then try again.',
  'error.ffmpeg.missing':
    '{platform, select, linux {ffmpeg was not found. Install it: sudo apt install ffmpeg (Debian, Ubuntu), sudo dnf install ffmpeg (Fedora), sudo pacman -S ffmpeg (Arch).} darwin {ffmpeg was not found. Install it: brew install ffmpeg (Homebrew) or port install ffmpeg (MacPorts).} win32 {ffmpeg was not found. Install it: winget install Gyan.FFmpeg, then open a new window.} other {ffmpeg was not found. Install it from your system’s packages.}}',
  'error.ffmpeg.missing.remedy': 'Or set FFMPEG_PATH to the path of the program.',
  'error.ffmpeg.failed': '{file} could not be decoded completely.',
  'error.ffmpeg.failed.remedy': 'Try playing it in another program, or export it as WAV.',
  'error.disk.full':
    'The disk is full{neededMegabytes, select, none {.} other {: {neededMegabytes} MB are needed, {freeMegabytes} MB are free.}}',
  'error.disk.full.remedy': 'Free up some space, then try again. Finished work is kept.',
  'error.disk.read-only': 'Parolo does not have permission to write to {folder}.',
  'error.disk.read-only.remedy':
    'Choose another folder (--out for results, --data for the library), or change its permissions.',
  'error.disk.long-name': 'A file name is too long for {folder}.',
  'error.disk.long-name.remedy': 'Shorten the title or the name: most disks allow 255 bytes.',
  'error.disk.failed': '{folder} could not be read or written.',
  'error.disk.failed.remedy': 'Check the disk, then try again. Finished work is kept.',
  'error.drive.silent': 'The drive {drive} does not answer.',
  'error.drive.silent.remedy':
    'Check that it is connected and switched on, and that its network can be reached. What needs it resumes once it answers; everything else carries on.',
  'error.output.exists': '{file} already exists and was not overwritten.',
  'error.output.exists.remedy': 'Use --overwrite, or choose another folder with --out.',
  'error.model.unknown': 'Unknown model: “{id}”.',
  'error.model.unknown.remedy': 'Available models: {known}. See `parolo models list`.',
  'error.model.damaged': 'The model {id} is damaged ({file}).',
  'error.model.damaged.remedy': 'Reinstall Parolo, or remove the model and add it again.',
  'error.model.missing': 'A file of the model {id} is missing ({file}).',
  'error.model.missing.remedy': 'Reinstall Parolo, or remove the model and add it again.',
  'error.model.not-here': 'The model {id} is not on this computer.',
  'error.model.not-here.remedy': 'Download it in the settings, under Models.',
  'error.model.unreadable': 'The model {id} cannot be read ({file}).',
  'error.model.unreadable.remedy':
    'It may be damaged, or added by a newer version of Parolo. Update Parolo, or remove the model and add it again.',
  'error.model.bad-folder': '{folder} does not contain a model of a supported type.',
  'error.model.bad-folder.remedy':
    'Choose the folder of a sherpa-onnx model, with its original name, its .onnx files, and tokens.txt, or its archive (.tar.bz2, .tar.gz, .zip).',
  'error.model.embedded': 'The model {id} is included with Parolo and cannot be removed.',
  'error.model.embedded.remedy': 'Only models that you added can be removed.',
  'error.model.exists': 'A model named {id} already exists.',
  'error.model.exists.remedy': 'Remove it first: `parolo models remove {id}`.',
  'error.model.language': 'The model {id} does not support “{language}”.',
  'error.model.language.remedy':
    'Supported languages: {known}. Choose another language with --language, or another model with --model.',
  'error.model.load-failed': 'The model could not be loaded.',
  'error.model.load-failed.remedy':
    'Check it with `parolo models verify`. If it is intact, its type may not be supported.',
  'error.engine.died': 'The recognition engine stopped unexpectedly, twice at the same point.',
  'error.engine.died.remedy':
    'Try again: finished work is kept. If it happens again, report it with these details.',
  'error.engine.silent': 'The recognition engine stopped responding.',
  'error.engine.silent.remedy': 'Try again: finished work is kept.',
  'error.engine.failed': 'The recognition engine reported an error.',
  'error.engine.failed.remedy': 'Try again. If it happens again, report it with these details.',
  'error.library.newer-version': 'The library in {folder} was saved by a newer version of Parolo.',
  'error.library.newer-version.remedy': 'Update Parolo. The library was not changed.',
  'error.library.network-drive': 'The library cannot be on a network drive ({folder}).',
  'error.library.network-drive.remedy': 'Choose a folder on a local disk with --data.',
  'error.library.damaged': 'The library in {folder} is damaged.',
  'error.library.damaged.remedy':
    'Restart Parolo: it tries to repair the library when it opens it, and deletes nothing.',
  'error.library.busy':
    '{holders, select, none {Another program is using the library.} other {The library is in use by {holders}.}}',
  'error.library.busy.remedy': 'Try again in a moment.',
  'error.library.unusable': 'The library in {folder} cannot be opened.',
  'error.library.unusable.remedy': 'Choose another folder with --data, or run `parolo doctor`.',
  'error.recording.unknown': 'There is no recording “{reference}” in the library.',
  'error.recording.unknown.remedy': 'See `parolo list`.',
  'error.recording.ambiguous': '“{reference}” matches several recordings: {ids}.',
  'error.recording.ambiguous.remedy': 'Specify one by its ID.',
  'error.recording.no-transcript': '“{reference}” has no finished transcript.',
  'error.recording.no-transcript.remedy': 'Create one with `parolo transcribe`.',
  'error.job.cancelled': 'Stopped.',
  'error.job.cancelled.remedy': 'Run the same command again to resume.',
  'error.transcript.part': 'Only {from} to {to} of “{title}” has been transcribed.',
  'error.transcript.part.remedy': 'Transcribe the whole recording, or trim it to that part, then publish it.',
  'error.range.empty': 'There is nothing to transcribe from {from} to {to}.',
  'error.range.empty.remedy': 'Choose an end that is later than the start.',
  'error.range.beyond-end': 'The recording is {length} long; {time} is after its end.',
  'error.range.beyond-end.remedy': 'Choose a part within the recording.',
  'error.job.lease-lost': 'Another program took over this task.',
  'error.job.lease-lost.remedy': 'If it did not finish the task, try again.',
  'error.format.unknown': 'Unknown format: “{format}”.',
  'error.format.unknown.remedy': 'Available formats: {known}.',
  'error.format.unreadable': '{file} cannot be read as {format}.',
  'error.format.unreadable.remedy': 'The details show where the error is.',
  'error.format.too-large':
    '{file} is over a limit: {limit, select, bytes {at most {most, number} bytes are read} unpacked {its text may unpack to {most, number} bytes} nested {elements, lists and objects may be nested {most, number} deep} elements {at most {most, number} XML elements are read} cues {at most {most, number} captions are read} words {at most {most, number} words are read} characters {all captions together may have {most, number} characters} speakers {at most {most, number} speakers are read} styles {at most {most, number} styles and regions are read} other {reading it may use {most, number} bytes of memory}}.',
  'error.format.too-large.remedy': 'Split the file, or check that it is what its name says.',
  'error.format.too-slow': '{file} was not read within {seconds} seconds.',
  'error.format.too-slow.remedy': 'Split the file, or check that it is what its name says.',
  'error.format.not-read': '{file} is not in a format that Parolo can read.',
  'error.format.not-read.remedy':
    'Choose captions or a text, for example .srt, .vtt, .ttml, .ass, .stl, .parolo.json, .txt or .docx.',
  'error.format.no-option': 'No chosen format has the option {option}.',
  'error.format.no-option.remedy': 'Leave it out, or choose a format that has it: parolo convert --help.',
  'error.format.no-times': '{file} has no times, and {format} needs them.',
  'error.format.no-times.remedy':
    'Align it with its recording first: `parolo align MEDIA {file}`. Without times it converts to txt, md, html, docx and pdf.',
  'error.output.is-input': '{file} is one of the files to read and was not overwritten.',
  'error.output.is-input.remedy': 'Choose another folder with --out.',
  'error.output.is-written':
    '{file} was already written from another of the given files and was not overwritten.',
  'error.output.is-written.remedy': 'Convert files of the same name into different folders with --out.',
  'error.preset.unknown': 'Unknown rules: “{preset}”.',
  'error.preset.unknown.remedy': 'Available: {known}, or the name of a file.',
  'error.preset.unreadable': '{file} cannot be read as caption rules.',
  'error.preset.unreadable.remedy': 'The details show what is wrong.',
  'error.internal': 'An internal error occurred in Parolo.',
  'error.internal.remedy': 'Please report it with these details.',

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
    'Traces are left in the library’s files for now. They are removed in the background while Parolo is open, as soon as no other program is reading what was there before.',
  'result.interrupted': 'Stopped. Run the same command again to resume.',
  'warning.library-salvaged':
    'The library was damaged. {rows, plural, one {# row was} other {# rows were}} recovered; the damaged files are kept in {folder}.',

  'list.empty': 'The library is empty. Try `parolo transcribe FILE`.',
  'list.none': 'none',
  'state.done': 'done',
  'state.running': 'running',
  'state.part': '{from}–{to} only',
  'state.unfinished': 'unfinished',
  'state.not-transcribed': 'not transcribed',
  'state.failed': 'failed',
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
  'doctor.model': 'model {id} ({role}): {state}, {hash}',
  'doctor.cores': '{count, plural, one {# core} other {# cores}}, {memory} GB of memory',
  'doctor.library':
    'library {folder}: {recordings, plural, one {# recording} other {# recordings}}, {free} GB free',
  'doctor.well': 'No problems found.',
  'doctor.wrong': '{count, plural, one {# problem} other {# problems}} found:',
} as const

export type MessageKey = keyof typeof en
