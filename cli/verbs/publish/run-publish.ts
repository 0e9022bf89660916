import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { chaptersAmong } from '#core/chapters/chapter'
import { legalFileName } from '#core/formats/legal-file-name'
import { mediaTypeOf } from '#core/formats/media-files'
import { soundFileIds, soundFiles } from '#core/formats/sounds/sound-files'
import { feedGaps, feedLines, type FeedSound, soundLines } from '#core/podcasts/feed-lines'
import { misfitWords } from '#core/podcasts/misfit-words'
import { draftShowNotes } from '#core/podcasts/show-notes'
import { showNotesMarkdown } from '#core/podcasts/show-notes-text'
import { programLanguage } from '#core/messages/messages'
import { localeFor } from '#core/notation/locale'
import type { DocumentWithExtras } from '#core/formats/format'
import { publishedName } from '#core/podcasts/published-name'
import { exportedName } from '#studio/export/exported-name'
import { dateOfRecording } from '#studio/export/recording-date'
import { writeOutput } from '#studio/export/output-files'
import { makeFolder } from '#studio/files/make-folder'
import { addressOfSound, descriptionOf, inTimeOfSound, refusePart } from '#studio/publish/publish-recording'
import { publishedFiles, type PublishedSound } from '#studio/publish/published-files'
import { canHoldChapters, writeSoundWithChapters } from '#studio/sound/sound-with-chapters'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import type { Studio } from '#studio/studio'
import { withoutUndefined } from '#studio/without-undefined'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import {
  badOption,
  choice,
  isOn,
  resolveFromCallerDir,
  type Invocation,
  text,
} from '../../options/arguments.ts'
import { readSoundChoices } from '../../options/sound-options.ts'
import { documentOfCut } from '../../results/document-of-cut.ts'
import { realFile } from '../../results/real-file.ts'
import { writeSound } from '../../results/write-sound.ts'
import { shownPath } from '../../results/results.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/**
 * Writes the files to publish with an episode into one folder: the transcript in SRT, WebVTT, JSON and HTML,
 * the chapters, and with `--with-sound` a copy of the sound with its chapters or with `--sound` a new file of it; prints
 * the lines for the feed.
 */
export async function runPublish(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const sound = choice(invocation, 'sound', soundFileIds)
  const isCopied = isOn(invocation, 'with-sound')
  if (sound !== undefined && isCopied) throw badOption(invocation, 'sound', sound)
  const isCut = isOn(invocation, 'cut')
  if (isCut && sound === undefined) throw new Fault('usage.bad-option', { option: '--cut', verb: 'publish' })
  const soundChoices = readSoundChoices(invocation, sound === undefined ? [] : [sound], [])
  const recording = await namedRecording(studio, invocation)
  const { document: stored, facts } = await openDocument(studio, recording, { isTitled: true })
  refusePart(recording.title, facts)
  const { title } = recording
  const ofCut = isCut ? await documentOfCut(studio, terminal, facts.id, title) : null
  if (ofCut?.cut.kept.spans.length === 0) throw new Fault('cut.nothing', { title })
  const document = ofCut?.document ?? inTimeOfSound(stored, sound !== undefined)
  const name = text(invocation, 'name') ?? exportedName(recording)
  if (name !== legalFileName(name, '', '')) {
    throw new Fault('usage.bad-option', { option: `--name ${name}`, verb: 'publish' })
  }
  const folder = resolveFromCallerDir(text(invocation, 'out') ?? '.')
  const made = isCopied
    ? path.extname(recording.fileName)
    : sound === undefined
      ? null
      : soundFiles[sound].ending
  const media = made === null ? recording.fileName : name + made
  if (isCopied) checkSoundMayGo(document, media)
  const hasSound = recording.bytes > 0
  const soundAddress = await soundAddressOf(studio, recording.id, invocation, made !== null)
  const played = withoutUndefined<PublishedSound>({ media: hasSound ? media : undefined, soundAddress })
  const files = (await publishedFiles(document, played)).map((file) => ({
    ...file,
    ...publishedName(name, file.kind),
  }))
  const notes = isOn(invocation, 'notes')
    ? [await notesFile(studio, terminal, recording, document, name)]
    : []
  await makeFolder(folder)
  for (const file of [...files, ...notes]) {
    const target = path.join(folder, file.name)
    const identity = {
      path: target,
      format: `publish-${file.kind}`,
      recordingId: recording.id,
      settingsKey: facts.settingsKey,
      transcriptVersion: facts.version,
    }
    const outcome = await writeOutput(studio.library, identity, file.bytes, isOn(invocation, 'overwrite'))
    report(terminal, outcome, target)
  }
  let bytes = recording.bytes
  if (sound !== undefined) {
    const plan = {
      folder,
      name,
      overwrite: isOn(invocation, 'overwrite'),
      inputs: new Set([await realFile(recording.path)]),
      written: new Set<string>(),
      transcriptVersion: facts.version,
      signal,
    }
    const cut = ofCut === null ? {} : { cut: { kept: ofCut.cut.kept, document: ofCut.document } }
    bytes = await writeSound(studio, terminal, stored, sound, soundChoices, { ...plan, ...cut })
  }
  if (isCopied) {
    const target = path.join(folder, media)
    const chapters = chaptersAmong(document.recording.moments ?? [])
    const { durationMs } = document.recording
    await writeSoundWithChapters(recording.path, target, { chapters, durationMs, title, signal })
    report(terminal, 'written', target)
    bytes = (await stat(target)).size
  }
  if (hasSound && document.transcript.captionTiming !== undefined)
    terminal.note('captions-moved', { file: media }, terminal.words('publish.captions-moved', { media }))
  const base = text(invocation, 'url') ?? ''
  const address = soundAddress ?? null
  // What the feed gave is in it.
  const isNew = made !== null || address === null || text(invocation, 'sound-url') !== undefined
  const { durationMs } = document.recording
  const enclosure: FeedSound | null =
    hasSound && isNew ? { address, name: media, bytes, type: mediaTypeOf(media), durationMs } : null
  const lines = feedLines(files, base, document.transcript.language)
  terminal.result(`${enclosure === null ? '' : `${soundLines(enclosure, base)}\n`}${lines}\n`)
  for (const gap of feedGaps(files, enclosure, base))
    terminal.note('feed-gap', { gap }, terminal.words(`publish.gap.${gap}`))
  if (isOn(invocation, 'description')) {
    const { text: description, misfits } = descriptionOf(document)
    for (const misfit of misfits)
      terminal.note('description-misfit', { ...misfit }, misfitWords(misfit, terminal.language))
    if (description !== '') terminal.result(`\n${description}\n`)
  }
  return 0
}

/** A draft of the episode's notes, to be edited. */
async function notesFile(
  { library }: Pick<Studio, 'library'>,
  { locale }: Pick<Terminal, 'locale'>,
  recording: StoredRecording,
  document: DocumentWithExtras,
  name: string,
) {
  const date = await dateOfRecording(library, recording)
  const atMs = date.kind === 'added' ? null : date.atMs
  const draft = draftShowNotes(document, await library.recordingSource(recording.id), atMs)
  const language = programLanguage(document.transcript.language)
  const written = showNotesMarkdown(draft, { language, locale: localeFor(language, locale) })
  return { kind: 'notes', name: `${name}.txt`, bytes: new TextEncoder().encode(written) }
}

/** The published sound's address, as typed or in the feed. Fault `usage.bad-option`. */
async function soundAddressOf(
  studio: Studio,
  recordingId: string,
  invocation: Invocation,
  isMade: boolean,
): Promise<string | undefined> {
  const typed = text(invocation, 'sound-url')
  // The feed's address is that of another file than a new one.
  const address = await addressOfSound(studio.library, recordingId, typed ?? (isMade ? '' : undefined))
  if (typed !== undefined && typed !== '' && address === undefined)
    throw new Fault('usage.bad-option', { option: `--sound-url ${typed}`, verb: 'publish' })
  return address
}

/** A copy of the sound would contain what was left out of the text. */
function checkSoundMayGo(document: DocumentWithExtras, media: string): void {
  const { title } = document.recording
  if (document.part !== undefined || (document.silences?.length ?? 0) > 0) {
    throw new Fault('publish.sound-cut', { title })
  }
  if (!canHoldChapters(media)) throw new Fault('publish.no-chapters-in', { file: media })
}

function report(terminal: Terminal, outcome: 'written' | 'unchanged', file: string): void {
  const key = outcome === 'written' ? 'result.written' : 'result.done-before'
  terminal.note(outcome, { file }, terminal.words(key, { file: shownPath(file) }))
}
