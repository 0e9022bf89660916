import path from 'node:path'
import { Fault } from '#contracts/errors'
import { chaptersAmong } from '#core/chapters/chapter'
import { legalFileName } from '#core/formats/legal-file-name'
import { feedLines } from '#core/podcasts/feed-lines'
import { misfitWords } from '#core/podcasts/misfit-words'
import { publishedName } from '#core/podcasts/published-name'
import { exportedName } from '#studio/export/exported-name'
import { writeOutput } from '#studio/export/output-files'
import { makeFolder } from '#studio/files/make-folder'
import { addressOfSound, descriptionOf, refusePart } from '#studio/publish/publish-recording'
import { publishedFiles } from '#studio/publish/published-files'
import { canHoldChapters, writeSoundWithChapters } from '#studio/sound/sound-with-chapters'
import type { Studio } from '#studio/studio'
import { withoutUndefined } from '#studio/without-undefined'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import { isOn, resolveFromCallerDir, type Invocation, text } from '../../options/arguments.ts'
import { shownPath } from '../../results/results.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/**
 * Writes the files to publish with an episode into one folder: the transcript in SRT, WebVTT, JSON and HTML,
 * the chapters, and with `--with-sound` a copy of the sound with its chapters; prints the lines for the feed.
 */
export async function runPublish(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const recording = await namedRecording(studio, invocation)
  const { document, facts } = await openDocument(studio, recording, { isTitled: true })
  refusePart(recording.title, facts)
  const { title } = recording
  const name = text(invocation, 'name') ?? exportedName(recording)
  if (name !== legalFileName(name, '', '')) {
    throw new Fault('usage.bad-option', { option: `--name ${name}`, verb: 'publish' })
  }
  const folder = resolveFromCallerDir(text(invocation, 'out') ?? '.')
  const withSound = isOn(invocation, 'with-sound')
  const media = withSound ? name + path.extname(recording.fileName) : recording.fileName
  if (withSound) checkSoundMayGo(document, media)
  const hasSound = recording.bytes > 0
  const soundAddress = await soundAddressOf(studio, recording.id, invocation)
  const sound = withoutUndefined({ media: hasSound ? media : undefined, soundAddress })
  const files = (await publishedFiles(document, sound)).map((file) => ({
    ...file,
    ...publishedName(name, file.kind),
  }))
  await makeFolder(folder)
  for (const file of files) {
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
  if (withSound) {
    const target = path.join(folder, media)
    const chapters = chaptersAmong(document.recording.moments ?? [])
    const { durationMs } = document.recording
    await writeSoundWithChapters(recording.path, target, { chapters, durationMs, title, signal })
    report(terminal, 'written', target)
  }
  if (hasSound && document.transcript.captionTiming !== undefined)
    terminal.note('captions-moved', { file: media }, terminal.words('publish.captions-moved', { media }))
  const lines = feedLines(files, text(invocation, 'url') ?? '', document.transcript.language)
  terminal.result(`${lines}\n`)
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
): Promise<string | undefined> {
  const typed = text(invocation, 'sound-url')
  const address = await addressOfSound(studio.library, recordingId, typed)
  if (typed !== undefined && typed !== '' && address === undefined)
    throw new Fault('usage.bad-option', { option: `--sound-url ${typed}`, verb: 'publish' })
  return address
}

/** A copy of the sound would contain what was left out of the text. */
function checkSoundMayGo(
  document: Awaited<ReturnType<typeof openDocument>>['document'],
  media: string,
): void {
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
