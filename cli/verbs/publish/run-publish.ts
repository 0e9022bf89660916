import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { chaptersAmong } from '#core/chapters/chapter'
import { legalFileName } from '#core/formats/legal-file-name'
import { mediaTypeOf } from '#core/formats/media-files'
import { soundFileIds, soundFiles } from '#core/formats/sounds/sound-files'
import { feedGaps, feedLines, type FeedSound, soundLines } from '#core/podcasts/feed-lines'
import { misfitWords } from '#core/podcasts/misfit-words'
import type { DocumentWithExtras } from '#core/formats/format'
import { publishedName } from '#core/podcasts/published-name'
import { refuseNewRedactions } from '#studio/export/newest-redactions'
import { exportedName } from '#studio/export/exported-name'
import { writeOutput } from '#studio/export/output-files'
import { makeFolder } from '#studio/files/make-folder'
import { notesOf } from '#studio/publish/notes-of'
import {
  addressOfSound,
  descriptionOf,
  inTimeOfSound,
  leftInSound,
  refusePart,
} from '#studio/publish/publish-recording'
import { publishedFiles, type PublishedSound } from '#studio/publish/published-files'
import { canHoldChapters, writeSoundWithChapters } from '#studio/sound/sound-with-chapters'
import type { Studio } from '#studio/studio'
import { withoutUndefined } from '#studio/without-undefined'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import { badOption, choice, isOn, type Invocation, text } from '../../options/arguments.ts'
import { outFolder } from '../../options/out-folder.ts'
import { readSoundChoices } from '../../options/sound-options.ts'
import { documentOfCut } from '../../results/document-of-cut.ts'
import { newOutput } from '../../results/new-output.ts'
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
  if (isCut && sound === undefined)
    throw new Fault('usage.needs-option', { option: '--cut', other: '--sound', verb: 'publish' })
  const soundChoices = readSoundChoices(invocation, sound === undefined ? [] : [sound], [])
  const recording = await namedRecording(studio, invocation)
  const of = { currentOf: recording.id }
  const beforeMoved = await refuseNewRedactions(studio.library, of, recording.fileName)
  const { document: stored, facts } = await openDocument(studio, recording, { isTitled: true })
  refusePart(recording.title, facts)
  const { title } = recording
  const ofCut = isCut ? await documentOfCut(studio, terminal, facts.id, title) : null
  if (ofCut?.cut.kept.spans.length === 0) throw new Fault('cut.nothing', { title })
  const document = ofCut?.document ?? inTimeOfSound(stored, sound !== undefined)
  const name = text(invocation, 'name') ?? (await exportedName(studio.library, recording))
  if (name !== legalFileName(name, '', '')) {
    throw new Fault('usage.bad-option', { option: `--name ${name}`, verb: 'publish' })
  }
  const folder = outFolder(invocation)
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
    ? [await notesOf(studio.library, recording, document, terminal.locale)]
    : []
  const notesFiles = notes.map((kept) => ({
    ...publishedName(name, 'notes'),
    bytes: new TextEncoder().encode(kept.text),
  }))
  const overwrite = isOn(invocation, 'overwrite')
  const inputs = new Set(made === null ? [] : [await realFile(recording.path)])
  const outputs = { folder, overwrite, inputs, written: new Set<string>() }
  // Asked first, as new texts beside the sound of an earlier run may have other times.
  if (made !== null) await newOutput(outputs, media)
  await makeFolder(folder)
  for (const file of [...files, ...notesFiles]) {
    const target = path.join(folder, file.name)
    const identity = {
      path: target,
      format: `publish-${file.kind}`,
      recordingId: recording.id,
      settingsKey: facts.settingsKey,
      transcriptVersion: facts.version,
    }
    const outcome = await writeOutput(studio.library, identity, file.bytes, overwrite, beforeMoved)
    report(terminal, outcome, target)
  }
  let bytes = recording.bytes
  if (sound !== undefined) {
    const plan = {
      ...outputs,
      name,
      transcriptVersion: facts.version,
      signal,
      beforeMoved,
    }
    const cut = ofCut === null ? {} : { cut: { kept: ofCut.cut.kept, document: ofCut.document } }
    bytes = await writeSound(studio, terminal, stored, sound, soundChoices, { ...plan, ...cut })
  }
  if (isCopied) {
    const target = path.join(folder, media)
    const chapters = chaptersAmong(document.recording.moments ?? [])
    const { durationMs } = document.recording
    const choices = { chapters, durationMs, title, overwrite, signal, beforeMoved }
    await writeSoundWithChapters(recording.path, target, choices)
    report(terminal, 'written', target)
    bytes = (await stat(target)).size
  }
  const left = leftInSound(document)
  if (hasSound && made === null && left !== null) {
    const what = terminal.words(`publish.left.${left}`, { media })
    const remedy = terminal.words('publish.left.use-sound')
    terminal.note('left-in-sound', { file: media, left }, `${what} ${remedy}`)
  }
  // Redactions of the document are not made in text that a person wrote.
  if (document.silences !== undefined && notes.some(({ isEdited }) => isEdited))
    terminal.note('own-notes', {}, terminal.words('publish.notes.yours'))
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
  if (leftInSound(document) !== null) throw new Fault('publish.sound-cut', { title })
  if (!canHoldChapters(media)) throw new Fault('publish.no-chapters-in', { file: media })
}

function report(terminal: Terminal, outcome: 'written' | 'unchanged', file: string): void {
  const key = outcome === 'written' ? 'result.written' : 'result.done-before'
  terminal.note(outcome, { file }, terminal.words(key, { file: shownPath(file) }))
}
