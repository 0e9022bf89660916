import path from 'node:path'
import { Fault } from '#contracts/errors'
import { exportedName } from '#studio/export/exported-name'
import { refuseNewRedactions } from '#studio/export/newest-redactions'
import { transcriptDocument } from '#studio/export/transcript-document'
import type { JobModels } from '#studio/recognition/job-models'
import type { JobEngines } from '#studio/recognition/job-engines'
import { jobEngines, transcribe } from '#studio/job-kinds/transcribe'
import { modelsToFindLanguage } from '#studio/recognition/model-of-language'
import { modelsFor } from '#studio/recognition/models-for'
import { recordingSettings } from '#studio/recognition/settings/recording-settings'
import { settingsKey } from '#studio/recognition/settings/settings-key'
import { startRecognizer } from '#studio/recognition/start-recognizer'
import { uncountedSteps } from '#studio/recognition/step-shares'
import { findKnownFile } from '#studio/originals/import-recording'
import { withTerms } from '#studio/recognition/settings/with-terms'
import { findFfmpeg } from '#studio/sound/ffmpeg'
import type { Studio } from '#studio/studio'
import { findMedia } from '../../library/find-media.ts'
import { type Invocation, isOn, resolveFromCallerDir, text } from '../../options/arguments.ts'
import { chosenSettings, reportModelOfLanguage } from '../../options/chosen-models.ts'
import { readGlossary, reportBadLines, reportOffers } from '../../options/glossary.ts'
import { askedPart, readSettings } from '../../options/transcribe-settings.ts'
import { ensureResultsWritable, giveResults, readResultOptions } from '../../results/result-options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { reportLostCorrections } from './lost-corrections.ts'

/** Reads the options before opening anything, so that a mistake costs no time. */
export async function planTranscribe(invocation: Invocation) {
  const files = invocation.words
  if (files.length === 0) throw new Fault('usage.missing-file', { verb: 'transcribe' })
  const toStdout = isOn(invocation, 'stdout')
  if (toStdout && files.length > 1) throw new Fault('usage.stdout-one-file', { count: files.length })
  const settings = readSettings(invocation)
  const asked = askedPart(invocation, settings)
  const glossary = await readGlossary(invocation)
  const isModelGiven = text(invocation, 'model') !== undefined
  return { files, settings, isModelGiven, asked, glossary, ...(await readResultOptions(invocation)) }
}

export type TranscribePlan = Awaited<ReturnType<typeof planTranscribe>>

/** Two inputs with the same name do not conflict: the second becomes NAME-2. */
export function outputNames(files: readonly string[]): string[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const stem = path.parse(file).name
    let name = stem
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}-${number}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Transcribes one batch: an error in one file is reported and the others continue. Returns the exit code. */
export async function runTranscribe(
  studio: Studio,
  terminal: Terminal,
  given: TranscribePlan,
  signal: AbortSignal,
): Promise<number> {
  const asked = given.settings
  const settings = given.isModelGiven ? asked : await chosenSettings(studio, terminal, asked)
  const plan = { ...given, settings }
  const models = await modelsFor(studio.models, settings)
  // Models stay loaded between files.
  const engines = jobEngines(studio.startEngine)
  const { language } = settings
  // Loads while ffmpeg and the first file are being located; a fault is thrown when the recognizer is used.
  const starting = (await isNewFile(studio.library, plan.files[0] as string))
    ? startRecognizer(
        studio.models,
        engines,
        modelsToFindLanguage(models),
        language === 'auto' ? null : language,
      ).catch(() => undefined)
    : undefined
  let failed = 0
  try {
    await findFfmpeg()
    reportReplacedModel(terminal, settings.model, models.recognizer.entry.id)
    reportBadLines(terminal, plan.glossary)
    const names = outputNames(plan.files)
    for (const [index, file] of plan.files.entries()) {
      try {
        const whole = await transcribeOne(
          { ...studio, engines, isLastFile: index === plan.files.length - 1 },
          terminal,
          plan,
          models,
          file,
          names[index] as string,
          signal,
        )
        if (!whole) failed++
      } catch (error) {
        if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
        failed++
        terminal.error(error, file)
      }
    }
  } finally {
    await starting
    await engines.close()
  }
  if (plan.files.length > 1) {
    const done = plan.files.length - failed
    terminal.note('summary', { done, failed }, terminal.words('result.summary', { done, failed }))
  }
  return failed > 0 ? 1 : 0
}

/** False if there may be nothing left to recognize, so that loading the recognizer would be wasted. */
async function isNewFile(library: Studio['library'], file: string): Promise<boolean> {
  try {
    return (await findKnownFile(library, resolveFromCallerDir(file))) === undefined
  } catch {
    // An unreadable file is reported when its turn comes.
    return false
  }
}

/** False if chunks of the recording failed. */
async function transcribeOne(
  studio: Studio & { readonly engines: JobEngines; readonly isLastFile: boolean },
  terminal: Terminal,
  plan: TranscribePlan,
  models: JobModels,
  file: string,
  nameOfFile: string,
  signal: AbortSignal,
): Promise<boolean> {
  terminal.startFile(uncountedSteps(plan.settings))
  const { recording, isFile } = await findMedia(studio, terminal, file, signal)
  if (plan.glossary !== null && plan.glossary.terms.length > 0) {
    await studio.library.addTerms(recording.id, plan.glossary.terms)
  }
  const asked = await recordingSettings(studio.library, recording.id, plan.asked, plan.settings)
  const settings = await withTerms(studio.library, recording.id, asked, models)
  const name = isFile ? nameOfFile : await exportedName(studio.library, recording)
  const source = { recording, name, key: settingsKey(settings, models), signal }
  await ensureResultsWritable(studio, plan, source)
  const made = await transcribe(studio, recording, settings, {
    signal,
    onProgress: (progress) => terminal.progress(file, progress),
  })
  // The recognizer's memory is needed to write the result of hours.
  if (studio.isLastFile) await studio.engines.close()
  terminal.finished(file, made.counts, made.doneBefore)
  const taker = { recordingId: recording.id, transcriptId: made.transcriptId }
  await reportModelOfLanguage(studio, terminal, file, settings, made.transcriptId)
  if (!made.doneBefore) await reportLostCorrections(studio.library, terminal, file, taker)
  const named = isFile ? { title: path.parse(file).name, fileName: path.basename(file) } : {}
  const beforeMoved = await refuseNewRedactions(studio.library, taker, path.basename(file))
  const document = await transcriptDocument(studio.library, made.transcriptId, named)
  await giveResults(studio, terminal, document, plan, { ...source, beforeMoved })
  if (plan.glossary !== null) await reportOffers(studio, terminal, file, made.transcriptId)
  return reportFailedChunks(terminal, file, made.counts.failedChunks)
}

/** False if chunks of the recording failed. */
export function reportFailedChunks(terminal: Terminal, file: string, count: number): boolean {
  if (count > 0) {
    terminal.note('lost-passages', { file, count }, terminal.words('result.failed-chunks', { file, count }))
  }
  return count === 0
}

/** Reports that a model replaces the requested one. */
export function reportReplacedModel(terminal: Terminal, asked: string, used: string): void {
  if (asked === used) return
  const replaced = { id: asked, by: used }
  terminal.note('model-replaced', replaced, terminal.words('result.model-replaced', replaced))
}
