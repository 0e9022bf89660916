import path from 'node:path'
import { Fault } from '#contracts/errors'
import { TranscribeSettings } from '#contracts/settings'
import { parseTime } from '#core/sound/parse-time'
import type { JobEngines } from '#studio/jobs/job-engines'
import { findFfmpeg } from '#studio/sound/ffmpeg'
import { importRecording } from '#studio/jobs/steps/import'
import { checkRange } from '#studio/jobs/check-range'
import { uncountedSteps } from '#studio/jobs/step-shares'
import { jobEngines, transcribe } from '#studio/jobs/kinds/transcribe'
import { modelsFor } from '#studio/jobs/models-for'
import { settingsKey } from '#studio/jobs/settings-key'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import { ensureWritable } from '#studio/export/output-files'
import { recordingDate } from '#studio/export/recording-date'
import { transcriptDocument } from '#studio/export/transcript-document'
import type { Studio } from '#studio/studio'
import { badOption, resolveFromCallerDir, type Invocation, isOn, text } from '../arguments.ts'
import { presetOption } from '../preset-option.ts'
import type { Terminal } from '../terminal.ts'
import { outputPath, readCaptionNames, readFormats, printResult, writeResults } from './results.ts'

/** Codes that a recognizer may be given; the model itself determines which it supports. */
const LANGUAGE = /^(auto|[a-z]{2,3})$/u

function readSettings(invocation: Invocation): TranscribeSettings {
  const language = text(invocation, 'language') ?? 'auto'
  if (!LANGUAGE.test(language)) throw badOption(invocation, 'language', language)
  const range = { fromMs: readTime(invocation, 'from'), toMs: readTime(invocation, 'to') }
  checkRange(range, null)
  return TranscribeSettings.parse({
    language,
    model: text(invocation, 'model') ?? DEFAULT_MODELS.recognizer,
    speakers: readCount(invocation, 'speakers', 64),
    quick: isOn(invocation, 'quick'),
    track: (readCount(invocation, 'track', 999) ?? 1) - 1,
    ...range,
  })
}

/** A time in ms; undefined for the start of the recording, which is the default. */
function readTime(invocation: Invocation, name: 'from' | 'to'): number | undefined {
  const value = text(invocation, name)
  if (value === undefined) return undefined
  const ms = parseTime(value)
  if (ms === null || (ms === 0 && name === 'to')) throw badOption(invocation, name, value)
  return ms === 0 ? undefined : ms
}

/** A number from 1, or null for `auto` or no value. */
function readCount(invocation: Invocation, name: 'speakers' | 'track', most: number): number | null {
  const value = text(invocation, name)
  if (value === undefined || (value === 'auto' && name === 'speakers')) return null
  const number = Number(value)
  if (!/^\d+$/u.test(value) || number < 1 || number > most) throw badOption(invocation, name, value)
  return number
}

/** Reads the options before anything is opened, so that a mistake costs no time. */
export async function planTranscribe(invocation: Invocation) {
  const files = invocation.words
  if (files.length === 0) throw new Fault('usage.missing-file', { verb: 'transcribe' })
  const toStdout = isOn(invocation, 'stdout')
  if (toStdout && files.length > 1) throw new Fault('usage.stdout-one-file', { count: files.length })
  const out = text(invocation, 'out')
  const preset = await presetOption(invocation)
  return {
    files,
    settings: readSettings(invocation),
    formats: readFormats(invocation, toStdout),
    names: readCaptionNames(invocation, preset),
    preset,
    firstPage: isOn(invocation, 'first-page'),
    toStdout,
    folder: resolveFromCallerDir(out ?? '.'),
    overwrite: isOn(invocation, 'overwrite'),
  }
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
  plan: TranscribePlan,
  signal: AbortSignal,
): Promise<number> {
  const models = await modelsFor(studio.models, plan.settings)
  await findFfmpeg()
  const { id } = models.recognizer.entry
  if (id !== plan.settings.model) {
    const replaced = { id: plan.settings.model, by: id }
    terminal.note('model-replaced', replaced, terminal.words('result.model-replaced', replaced))
  }
  const key = settingsKey(plan.settings, models)
  const names = outputNames(plan.files)
  // Models stay loaded between files.
  const engines = jobEngines(studio.startEngine)
  let failed = 0
  try {
    for (const [index, file] of plan.files.entries()) {
      try {
        const whole = await transcribeOne(
          { ...studio, engines },
          terminal,
          plan,
          key,
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
    await engines.close()
  }
  if (plan.files.length > 1) {
    const done = plan.files.length - failed
    terminal.note('summary', { done, failed }, terminal.words('result.summary', { done, failed }))
  }
  return failed > 0 ? 1 : 0
}

/** Returns false if chunks of the recording failed. */
async function transcribeOne(
  studio: Studio & { readonly engines: JobEngines },
  terminal: Terminal,
  plan: TranscribePlan,
  key: string,
  file: string,
  name: string,
  signal: AbortSignal,
): Promise<boolean> {
  terminal.startFile(uncountedSteps(plan.settings))
  const full = resolveFromCallerDir(file)
  const recording = await importRecording(studio.library, full, signal, (fraction) =>
    terminal.progress(file, { kind: 'step', step: 'import', fraction: Math.min(1, fraction) }),
  ).catch((error: unknown) => {
    // Messages name the file as the user did.
    if (error instanceof Fault && error.values.file === full) {
      throw new Fault(error.code, { ...error.values, file }, error.detail, error)
    }
    throw error
  })
  if (!plan.toStdout && !plan.overwrite) {
    for (const format of plan.formats) {
      const output = {
        path: outputPath(plan.folder, name, format),
        format,
        recordingId: recording.id,
        settingsKey: key,
      }
      await ensureWritable(studio.library, output)
    }
  }
  const made = await transcribe(studio, recording, plan.settings, {
    signal,
    onProgress: (progress) => terminal.progress(file, progress),
  })
  terminal.finished(file, made.counts, made.doneBefore)
  const named = { title: path.parse(file).name, fileName: path.basename(file) }
  const document = await transcriptDocument(studio.library, made.transcriptId, named)
  if (plan.toStdout) {
    const { names, preset } = plan
    await printResult(terminal, document, plan.formats[0] ?? 'srt', { name, preset, ...names })
  } else {
    await writeResults(studio, terminal, document, {
      formats: plan.formats,
      folder: plan.folder,
      name,
      ...plan.names,
      preset: plan.preset,
      firstPage: plan.firstPage ? recordingDate(recording) : null,
      overwrite: plan.overwrite,
      settingsKey: key,
      transcriptVersion: (await studio.library.transcriptFacts(made.transcriptId))?.version ?? 0,
    })
  }
  const { failedChunks } = made.counts
  if (failedChunks > 0) {
    terminal.note(
      'lost-passages',
      { file, count: failedChunks },
      terminal.words('result.failed-chunks', { file, count: failedChunks }),
    )
  }
  return failedChunks === 0
}
