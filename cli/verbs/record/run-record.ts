import { existsSync } from 'node:fs'
import path from 'node:path'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { FRAMES_PER_MS } from '#core/recording/block'
import type { StopReason } from '#core/recording/journal-entry'
import { isOfSleep, type MissingSound } from '#core/recording/missing-sound'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import type { LiveTexts } from '#studio/live-text/live-texts'
import { inputClock } from '#studio/recording/inputs/input-clock'
import { chosenInputs, listInputs } from '#studio/recording/inputs/list-inputs'
import type { Recorder } from '#studio/recording/recorder'
import type { RunningRecording } from '#studio/recording/running-recording'
import { writeChannels } from '#studio/sound/write-channels'
import type { Studio } from '#studio/studio'
import {
  badOption,
  type Invocation,
  isOn,
  resolveFromCallerDir,
  text,
  texts,
} from '../../options/arguments.ts'
import { readLanguage } from '../../options/transcribe-settings.ts'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'
import { Captures } from './captures.ts'
import { LiveLines } from './live-lines.ts'
import { recordedTitle } from './recorded-title.ts'
import { stopSignal } from './stop-signal.ts'
import { transcribeRecorded } from './transcribe-recorded.ts'

/**
 * Reads the options before opening anything. Faults: `usage.bad-option`, `usage.no-terminal`,
 * `output.exists`, those of the inputs.
 */
export async function planRecord(invocation: Invocation, showsProgress: boolean) {
  const [word] = invocation.words
  if (word !== undefined) throw new Fault('usage.bad-option', { option: word, verb: 'record' })
  const seconds = text(invocation, 'seconds')
  if (seconds !== undefined && !(Number(seconds) > 0 && Number(seconds) < 1e6))
    throw badOption(invocation, 'seconds', seconds)
  const language = readLanguage(invocation)
  const liveText = isOn(invocation, 'live-text')
  if (liveText && !showsProgress) throw new Fault('usage.no-terminal', { option: '--live-text' })
  const out = text(invocation, 'out')
  const file = out === undefined ? null : resolveFromCallerDir(out)
  if (file !== null && existsSync(file)) throw new Fault('output.exists', { file })
  if (file !== null && !existsSync(path.dirname(file)))
    throw new Fault('media.not-found', { file: path.dirname(file) })
  return {
    inputs: chosenInputs(await listInputs(), texts(invocation, 'device')),
    seconds: seconds === undefined ? null : Number(seconds),
    out: file,
    transcribes: isOn(invocation, 'transcribe'),
    liveText,
    language,
  }
}

export type RecordPlan = Awaited<ReturnType<typeof planRecord>>

/** `parolo record --list`: one line per input, the default first and marked. */
export async function runRecordList(terminal: Terminal): Promise<number> {
  const lines = (await listInputs()).map(({ id, name, isDefault }) => [
    `${isDefault ? '*' : ' '} ${id}`,
    name,
  ])
  terminal.lines(lines)
  return 0
}

export interface RecordParts {
  readonly studio: Studio
  readonly recorder: Recorder
  /** Follows the recorder's recordings that have live text. */
  readonly liveTexts: Pick<LiveTexts, 'close'>
}

/**
 * Records until `--seconds`, Ctrl-C, TERM or a full disk. Returns the exit code: 1 if the recording ended on
 * its own.
 */
export async function runRecord(
  { studio, recorder, liveTexts }: RecordParts,
  terminal: Terminal,
  plan: RecordPlan,
): Promise<number> {
  const signal = stopSignal()
  try {
    const captures = new Captures(plan.inputs, recorder, terminal)
    // Devices are opened first: without them there is nothing to record.
    await captures.open()
    const running = await startRecording(recorder, terminal, plan).catch(async (error: unknown) => {
      await captures.close()
      throw error
    })
    captures.feed(running)
    const reason = await recordUntilEnd(running, captures, terminal, plan, signal.first)
    await liveTexts.close()
    const time = shortTime(running.writer.frames / FRAMES_PER_MS)
    if (reason === 'disk-full')
      terminal.note('disk-full', { time }, terminal.words('record.disk-full', { time }))
    terminal.status('checking', {}, terminal.words('record.checking'))
    const recording = await resultOf(running, terminal)
    if (recording === null) return 1
    const length = shortTime(recording.durationMs ?? 0)
    const { id, title } = recording
    const fields = { id, title, durationMs: recording.durationMs, reason }
    terminal.note('recorded', fields, terminal.words('record.added', { length, title, id }))
    if (plan.out !== null) await writeOut(terminal, recording, plan.inputs.length, plan.out)
    if (plan.transcribes && !(await isTranscribed(studio, terminal, recording, plan, signal.second)))
      return 130
    return reason === 'disk-full' ? 1 : 0
  } finally {
    signal.stop()
  }
}

async function startRecording(
  recorder: Recorder,
  terminal: Terminal,
  { inputs, liveText, language }: RecordPlan,
): Promise<RunningRecording> {
  const atMs = inputClock.now()
  return recorder.start({
    title: recordedTitle(terminal, new Date()),
    language,
    people: null,
    type: 'meeting',
    sources: inputs.map(({ id, name, role }) => ({ name, role, device: id })),
    consent: null,
    liveText,
    atMs,
  })
}

async function recordUntilEnd(
  running: RunningRecording,
  captures: Captures,
  terminal: Terminal,
  { inputs, seconds, liveText }: RecordPlan,
  stop: AbortSignal,
): Promise<StopReason> {
  const { writer, listeners, id } = running
  const devices = inputs.map(({ name }) => name).join(', ')
  const fields = { id, devices: inputs.map((input) => input.id) }
  terminal.note('recording', fields, terminal.words('record.started', { devices }))
  const sleeps = reportSleep(running, terminal)
  const lines = liveText ? new LiveLines(running, terminal) : null
  const safeLine = (): string => {
    const frames = Math.min(...writer.safe.map((one) => one.frames))
    const time = shortTime(frames / FRAMES_PER_MS)
    return [terminal.words('record.safe', { time }), lines?.status ?? ''].join('  ').trim()
  }
  let timer: NodeJS.Timeout | undefined
  const reason = await new Promise<StopReason>((resolve) => {
    if (seconds !== null) timer = setTimeout(() => resolve('time'), seconds * 1000)
    if (stop.aborted) resolve('asked')
    stop.addEventListener('abort', () => resolve('asked'), { once: true })
    listeners.add((news) => {
      if (news.kind === 'stopped') resolve(news.reason)
      else if (news.kind === 'safe') {
        const frames = Math.min(...news.sources.map((one) => one.frames))
        terminal.status('safe', { frames }, safeLine())
      } else if (news.kind === 'live') {
        lines?.show()
        const { state, lagMs, draft } = running.live
        terminal.status('live', { state, lagMs, draft: draft?.text ?? null }, safeLine())
      } else if (news.kind === 'missing') {
        if (!sleeps.explain(news)) reportMissing(terminal, news, inputs[news.source]?.name ?? '')
      } else if (news.kind === 'failing') reportFailing(terminal, news.error)
      else if (news.kind === 'disk-low') {
        const { minutes } = news
        terminal.note('disk-low', { minutes }, terminal.words('record.disk-low', { minutes }))
      }
    })
  })
  clearTimeout(timer)
  sleeps.stop()
  await captures.close()
  await writer.stop(inputClock.now(), reason)
  return reason
}

function reportMissing(terminal: Terminal, { atMs, lengthMs }: MissingSound, device: string): void {
  const seconds = Math.max(0.1, Math.round(lengthMs / 100) / 10)
  const time = shortTime(atMs)
  terminal.note(
    'missing',
    { device, atMs, lengthMs },
    terminal.words('record.missing', { seconds, device, time }),
  )
}

function reportFailing(terminal: Terminal, error: Error | null): void {
  if (error === null) {
    terminal.note('writing-again', {}, terminal.words('record.writing-again'))
    return
  }
  const { code, message } = describeFault(error, terminal.language, 'terminal')
  terminal.note('failing', { code }, terminal.words('record.failing', { reason: message }))
}

/** Reports that the computer slept, and stores with the recording why it has a gap. */
function reportSleep(
  { writer, options }: RunningRecording,
  terminal: Terminal,
): { readonly explain: (missing: MissingSound) => boolean; readonly stop: () => void } {
  const slept: { readonly atMs: number; readonly lengthMs: number }[] = []
  const stop = inputClock.onSleep((sleep) => {
    const [atMs, lengthMs] = [sleep.fromMs - options.atMs, sleep.toMs - sleep.fromMs]
    slept.push({ atMs, lengthMs })
    const [length, time] = [shortTime(lengthMs), shortTime(atMs)]
    terminal.note('slept', { ...sleep }, terminal.words('record.slept', { length, time }))
    writer.note({ kind: 'sleep', ...sleep }).catch((error: unknown) => terminal.error(error))
  })
  return { explain: (missing) => slept.some((sleep) => isOfSleep(missing, sleep)), stop }
}

async function resultOf(running: RunningRecording, terminal: Terminal): Promise<StoredRecording | null> {
  try {
    const recording = await running.result
    if (recording === null) terminal.note('nothing-recorded', {}, terminal.words('record.nothing'))
    return recording
  } catch (error) {
    const { message } = describeFault(error, terminal.language, 'terminal')
    const { title } = running
    terminal.note('not-added', { title }, terminal.words('record.not-added', { title, reason: message }))
    return null
  }
}

async function writeOut(
  terminal: Terminal,
  recording: StoredRecording,
  tracks: number,
  file: string,
): Promise<void> {
  await writeChannels(recording.path, tracks, file)
  terminal.note('written', { file }, terminal.words('record.out', { file }))
}

/** False if a second Ctrl-C stopped it. */
async function isTranscribed(
  studio: Studio,
  terminal: Terminal,
  recording: StoredRecording,
  { inputs, language }: RecordPlan,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await transcribeRecorded(studio, terminal, recording, { tracks: inputs.length, language, signal })
    return true
  } catch (error) {
    if (!signal.aborted) throw error
    terminal.note('not-transcribed', { id: recording.id }, terminal.words('record.not-transcribed'))
    return false
  }
}
