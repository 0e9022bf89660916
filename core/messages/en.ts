import { api } from './groups/api.ts'
import { captions } from './groups/captions.ts'
import { editor } from './groups/editor.ts'
import { electron } from './groups/electron.ts'
import { exports } from './groups/exports.ts'
import { library } from './groups/library.ts'
import { settings } from './groups/settings.ts'
import { shell } from './groups/shell.ts'
import { sound } from './groups/sound.ts'
import { speaking } from './groups/speaking.ts'
import { stats } from './groups/stats.ts'
import { web } from './groups/web.ts'

/** The program's own words in English. ICU message format; every key stands in `fr.ts` too. */
export const en = {
  ...api.en,
  ...shell.en,
  ...library.en,
  ...settings.en,
  ...editor.en,
  ...sound.en,
  ...speaking.en,
  ...captions.en,
  ...exports.en,
  ...stats.en,
  ...web.en,
  ...electron.en,
  'speaker.numbered': 'Speaker {number}',
  'speaker.unknown': 'Unknown speaker',

  'error.usage.bad-option': '{option} is not understood.',
  'error.usage.bad-option.remedy': 'See `parolo {verb} --help`.',
  'error.usage.missing-file': 'No file was given.',
  'error.usage.missing-file.remedy': 'Name what to work on, e.g. `parolo {verb} interview.mp3`.',
  'error.usage.unknown-verb': 'There is no command “{verb}”.',
  'error.usage.unknown-verb.remedy': 'See `parolo --help`.',
  'error.usage.stdout-one-file': '--stdout prints the result of one file, and {count} were given.',
  'error.usage.stdout-one-file.remedy': 'Leave --stdout out, or give one file.',
  'error.media.not-found': '{file}: there is no such file.',
  'error.media.not-found.remedy': 'Check the name and the folder.',
  'error.media.not-a-file': '{file} is not a file.',
  'error.media.not-a-file.remedy': 'Give an audio or video file, not a folder, pipe or device.',
  'error.media.empty-file': '{file} is empty (0 bytes).',
  'error.media.empty-file.remedy': 'The copy or download may have failed: get the file again.',
  'error.media.unreadable': '{file} cannot be read as audio or video.',
  'error.media.unreadable.remedy':
    'It may be damaged or of another kind. Try to play it; if it plays, export it as WAV or MP3.',
  'error.media.unsupported':
    '{file} is of a kind that is not accepted (playlist, music module, device or the like).',
  'error.media.unsupported.remedy': 'Give the recording itself, as audio or video.',
  'error.media.no-audio': '{file} has no audio track.',
  'error.media.no-audio.remedy': 'Choose a file with sound.',
  'error.media.no-samples': '{file} holds no sound that can be decoded.',
  'error.media.no-samples.remedy': 'It may be cut off or damaged. Try to play it, or export it as WAV.',
  'error.media.no-such-track':
    '{file} has {tracks, plural, one {# audio track} other {# audio tracks}}; there is no track {track}.',
  'error.media.no-such-track.remedy': 'Choose one with --track, from 1 to {tracks}.',
  'error.media.stalled': '{file} could not be decoded: for 30 seconds nothing came.',
  'error.media.stalled.remedy': 'It may be damaged, or lie on a disk that does not answer.',
  'error.media.moved': 'The recording is no longer at {file}.',
  'error.media.moved.remedy': 'Give it again from where it is now: its transcript is kept.',
  'error.media.changed': '{file} changed while it was read.',
  'error.media.changed.remedy': 'Wait until it is written to its end, then start again.',
  'error.ffmpeg.missing':
    '{platform, select, linux {ffmpeg was not found. Install it: sudo apt install ffmpeg (Debian, Ubuntu), sudo dnf install ffmpeg (Fedora), sudo pacman -S ffmpeg (Arch).} darwin {ffmpeg was not found. Install it: brew install ffmpeg (Homebrew) or port install ffmpeg (MacPorts).} win32 {ffmpeg was not found. Install it: winget install Gyan.FFmpeg, then open a new window.} other {ffmpeg was not found. Install it from your system’s packages.}}',
  'error.ffmpeg.missing.remedy': 'Or set FFMPEG_PATH to the program.',
  'error.ffmpeg.failed': '{file} could not be decoded to its end.',
  'error.ffmpeg.failed.remedy': 'Try to play it, or export it as WAV.',
  'error.disk.full':
    'The disk is full{neededMegabytes, select, none {.} other {: {neededMegabytes} MB are needed, {freeMegabytes} MB are free.}}',
  'error.disk.full.remedy': 'Free some space and start again: what is finished is kept.',
  'error.disk.read-only': 'Writing to {folder} is not allowed.',
  'error.disk.read-only.remedy':
    'Choose another folder (--out for results, --data for the library), or change its rights.',
  'error.disk.failed': 'Reading or writing in {folder} failed.',
  'error.disk.failed.remedy': 'Check the disk, then start again: what is finished is kept.',
  'error.output.exists': '{file} exists and is not overwritten.',
  'error.output.exists.remedy': 'Use --overwrite, or another folder with --out.',
  'error.model.unknown': 'There is no model “{id}”.',
  'error.model.unknown.remedy': 'Models here: {known}. See `parolo models list`.',
  'error.model.damaged': 'The model {id} is damaged ({file}).',
  'error.model.damaged.remedy': 'Install the program again, or remove the model and add it anew.',
  'error.model.missing': 'A file of the model {id} is missing ({file}).',
  'error.model.missing.remedy': 'Install the program again, or remove the model and add it anew.',
  'error.model.unreadable': 'The model {id} cannot be read ({file}).',
  'error.model.unreadable.remedy':
    'It may be damaged, or added by a newer Parolo: update this program, or remove the model and add it anew.',
  'error.model.bad-folder': '{folder} holds no model of a known kind.',
  'error.model.bad-folder.remedy':
    'Give a folder with the .onnx files and tokens.txt of a sherpa-onnx model, under its own name.',
  'error.model.embedded': 'The model {id} comes with the program and cannot be removed.',
  'error.model.embedded.remedy': 'Only added models can be removed.',
  'error.model.exists': 'A model named {id} is there already.',
  'error.model.exists.remedy': 'Remove it first: `parolo models remove {id}`.',
  'error.model.language': 'The model {id} does not speak “{language}”.',
  'error.model.language.remedy':
    'Languages of this model: {known}. Choose another with --language or --model.',
  'error.model.load-failed': 'The model could not be loaded.',
  'error.model.load-failed.remedy':
    'Check it with `parolo models verify`; if it is whole, its kind may not fit.',
  'error.engine.died': 'The recognition engine ended twice at the same place.',
  'error.engine.died.remedy':
    'Start again: what is finished is kept. If it happens again, report it with these details.',
  'error.engine.silent': 'The recognition engine stopped answering.',
  'error.engine.silent.remedy': 'Start again: what is finished is kept.',
  'error.engine.failed': 'The recognition engine reported a fault.',
  'error.engine.failed.remedy': 'Start again; if it happens again, report it with these details.',
  'error.library.newer-version': 'The library in {folder} was written by a newer Parolo.',
  'error.library.newer-version.remedy': 'Update this program. The library was not touched.',
  'error.library.network-drive': 'The library cannot lie on a network drive ({folder}).',
  'error.library.network-drive.remedy': 'Choose a folder on a local disk with --data.',
  'error.library.damaged': 'The library in {folder} is damaged and could not be mended.',
  'error.library.damaged.remedy': 'A copy of the damaged files is kept in its backups folder.',
  'error.library.busy': 'Another program holds the library.',
  'error.library.busy.remedy': 'Try again in a moment.',
  'error.library.unusable': 'The library in {folder} cannot be opened.',
  'error.library.unusable.remedy': 'Choose another folder with --data, or see `parolo doctor`.',
  'error.recording.unknown': 'No recording “{reference}” is in the library.',
  'error.recording.unknown.remedy': 'See `parolo list`.',
  'error.recording.ambiguous': '“{reference}” may mean several recordings: {ids}.',
  'error.recording.ambiguous.remedy': 'Name one by its id.',
  'error.recording.no-transcript': '“{reference}” has no finished transcript.',
  'error.recording.no-transcript.remedy': 'Make one with `parolo transcribe`.',
  'error.job.cancelled': 'Stopped.',
  'error.job.cancelled.remedy': 'The same command goes on from what is finished.',
  'error.job.lease-lost': 'Another program took this work over.',
  'error.job.lease-lost.remedy': 'Start again if it did not finish it.',
  'error.format.unknown': 'There is no format “{format}”.',
  'error.format.unknown.remedy': 'Formats: {known}.',
  'error.format.unreadable': '{file} cannot be read as {format}.',
  'error.format.unreadable.remedy': 'The place of the fault is in the details.',
  'error.internal': 'Something went wrong inside Parolo.',
  'error.internal.remedy': 'Please report it with these details.',

  'progress.import': 'reading',
  'progress.sound': 'decoding',
  'progress.regions': 'listening for speech',
  'progress.speakers': 'telling voices apart',
  'progress.words': 'recognising words',
  'progress.second-look': 'second look',
  'progress.paragraphs': 'putting together',
  'progress.waiting': 'waiting for another program (process {pid})',
  'progress.left': '{time} left',
  'result.written': '{file}: written',
  'result.done-before': '{file}: done before',
  'result.failed-chunks':
    '{file}: {count, plural, one {# passage} other {# passages}} could not be recognised and {count, plural, one {is} other {are}} missing',
  'result.model-replaced': 'The model {id} was replaced: {by} is used.',
  'result.summary': '{done, number} done, {failed, number} failed',
  'result.deleted':
    '{title}: deleted ({files, plural, one {# file} other {# files}}, transcripts and search entries)',
  'result.interrupted': 'Stopped. The same command goes on from what is finished.',
  'warning.library-salvaged':
    'The library was damaged. {rows, plural, one {# row} other {# rows}} could be saved; the damaged files are kept in {folder}.',

  'list.empty': 'The library is empty. Try `parolo transcribe FILE`.',
  'list.none': 'none',
  'state.done': 'done',
  'state.running': 'running',
  'state.unfinished': 'unfinished',
  'state.failed': 'failed',
  'search.none': 'Nothing found.',
  'show.speakers': '{count, plural, =0 {no speakers} one {# speaker} other {# speakers}}',
  'show.words': '{count, plural, one {# word} other {# words}}',

  'models.whole': 'whole',
  'models.damaged': 'damaged: {file}',
  'models.unreadable': 'cannot be read',
  'models.embedded': 'embedded',
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
  'doctor.well': 'Everything is in order.',
  'doctor.wrong': '{count, plural, one {# thing is} other {# things are}} wrong:',
} as const

export type MessageKey = keyof typeof en
