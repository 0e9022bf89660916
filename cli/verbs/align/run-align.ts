import { createHash } from 'node:crypto'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { alignRecording, type RecordingAlignment } from '#studio/align/align-recording'
import { refuseNewRedactions } from '#studio/export/newest-redactions'
import { transcriptDocument } from '#studio/export/transcript-document'
import { readCaptionFile } from '#studio/imports/reading/read-caption-file'
import { transcribe } from '#studio/job-kinds/transcribe'
import { modelsFor } from '#studio/recognition/models-for'
import { recordingSettings } from '#studio/recognition/settings/recording-settings'
import { settingsKey } from '#studio/recognition/settings/settings-key'
import { uncountedSteps } from '#studio/recognition/step-shares'
import { findFfmpeg } from '#studio/sound/ffmpeg'
import type { Studio } from '#studio/studio'
import { importFile } from '../../library/find-media.ts'
import { type Invocation, isOn, resolveFromCallerDir, text as valueOf } from '../../options/arguments.ts'
import { chosenSettings, reportModelOfLanguage } from '../../options/chosen-models.ts'
import { askedPart, readSettings } from '../../options/transcribe-settings.ts'
import { realFile } from '../../results/real-file.ts'
import { ensureResultsWritable, giveResults, readResultOptions } from '../../results/result-options.ts'
import { outputPath } from '../../results/results.ts'
import { shortTime } from '#core/notation/clock'
import { reportCorrections } from '../../terminal/corrections.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { reportFailedChunks, reportReplacedModel } from '../transcribe/run-transcribe.ts'

/** Longer passages are shortened on a line; the JSON has them in full. */
const SHOWN_LENGTH = 200

/** Reads options and the text before opening anything, so that a mistake costs no time. */
export async function planAlign(invocation: Invocation) {
  const [media, textFile, ...others] = invocation.words
  if (media === undefined || textFile === undefined) throw new Fault('usage.missing-file', { verb: 'align' })
  const [unexpected] = others
  if (unexpected !== undefined) throw new Fault('usage.bad-option', { option: unexpected, verb: 'align' })
  const settings = readSettings(invocation)
  const results = await readResultOptions(invocation)
  const text = await readCaptionFile(resolveFromCallerDir(textFile), textFile)
  const name = path.parse(media).name
  const inputs = await Promise.all([media, textFile].map((file) => realFile(resolveFromCallerDir(file))))
  for (const format of results.toStdout ? [] : results.formats) {
    const file = outputPath(results.folder, name, format)
    if (inputs.includes(await realFile(file))) throw new Fault('output.is-input', { file })
  }
  const isModelGiven = valueOf(invocation, 'model') !== undefined
  const asked = askedPart(invocation, settings)
  const becomesCurrent = isOn(invocation, 'current')
  return { media, textFile, text, name, settings, isModelGiven, asked, results, becomesCurrent }
}

export type AlignPlan = Awaited<ReturnType<typeof planAlign>>

/** Aligns a text with the speech of a recording. Returns the exit code. */
export async function runAlign(
  studio: Studio,
  terminal: Terminal,
  { media, textFile, text, name, settings: typed, isModelGiven, asked, results, becomesCurrent }: AlignPlan,
  signal: AbortSignal,
): Promise<number> {
  reportCorrections(terminal, textFile, text.corrections)
  const given = isModelGiven ? typed : await chosenSettings(studio, terminal, typed)
  const models = await modelsFor(studio.models, given)
  await findFfmpeg()
  reportReplacedModel(terminal, given.model, models.recognizer.entry.id)
  terminal.startFile(uncountedSteps(given))
  const recording = await importFile(studio, terminal, media, signal)
  const settings = await recordingSettings(studio.library, recording.id, asked, given)
  const content = JSON.stringify([settingsKey(settings, models), text.document])
  const key = `align:${createHash('sha256').update(content).digest('hex').slice(0, 32)}`
  const source = { recording, name, key, signal }
  await ensureResultsWritable(studio, results, source)
  const made = await transcribe(studio, recording, settings, {
    signal,
    onProgress: (progress) => terminal.progress(media, progress),
  })
  terminal.finished(media, made.counts, made.doneBefore)
  await reportModelOfLanguage(studio, terminal, media, settings, made.transcriptId)
  const aligned = await alignRecording(studio.library, recording, made.transcriptId, {
    fileName: path.basename(textFile),
    document: text.document,
  })
  if (becomesCurrent) await studio.library.chooseTranscript(aligned.transcriptId)
  reportAlignment(terminal, textFile, aligned)
  const of = { transcriptId: aligned.transcriptId }
  const beforeMoved = await refuseNewRedactions(studio.library, of, path.basename(media))
  const document = await transcriptDocument(studio.library, aligned.transcriptId, {
    title: name,
    fileName: path.basename(media),
  })
  await giveResults(studio, terminal, document, results, { ...source, beforeMoved })
  return reportFailedChunks(terminal, media, made.counts.failedChunks) ? 0 : 1
}

/** Prints text that was not spoken and speech that the text lacks, in the order of the recording. */
function reportAlignment(terminal: Terminal, file: string, aligned: RecordingAlignment): void {
  const passages = [
    ...aligned.unspoken.map((passage) => ({ ...passage, kind: 'unspoken' as const })),
    ...aligned.unwritten.map((passage) => ({ ...passage, kind: 'unwritten' as const })),
  ]
  for (const { kind, startMs, endMs, text } of passages.toSorted((a, b) => a.startMs - b.startMs)) {
    const letters = Array.from(text)
    const shown = letters.length > SHOWN_LENGTH ? `${letters.slice(0, SHOWN_LENGTH).join('')}…` : text
    const line = terminal.words(`align.${kind}`, { time: shortTime(startMs), text: shown })
    terminal.note(kind, { file, startMs, endMs, text }, line)
  }
  const { matchedWords: matched, words: count } = aligned
  terminal.note(
    'aligned',
    { file, matched, count },
    terminal.words('align.aligned', { file, matched, count }),
  )
}
