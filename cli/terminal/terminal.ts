import { type Locale, localeFor } from '#core/notation/locale'
import { formatPercent } from '#core/notation/numbers'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describeFault } from '#contracts/describe-fault'
import type { EpisodeStep } from '#contracts/episode-downloads'
import type { DownloadStep } from '#contracts/model-downloads'
import type { JobCounts, JobProgress, Step } from '#contracts/progress'
import { errorText } from '#core/messages/errors/all-errors'
import {
  type MessageKey,
  type MessageValues,
  programLanguage,
  type ProgramLanguage,
  say,
} from '#core/messages/messages'
import { wholeFraction } from '#studio/recognition/step-shares'
import { shortTime } from '#core/notation/clock'
import { printable } from './printable.ts'

/** A bar for a person, JSON for a program, or nothing. */
export type ProgressMode = 'bar' | 'json' | 'none'

const BAR_WIDTH = 24
const PRINT_EVERY_MS = 100
/** Where the program prints: `process`, except in tests that run it within their own process. */
export interface Output {
  readonly stdout: {
    readonly write: (content: string | Uint8Array) => unknown
    readonly columns?: number
    readonly isTTY?: boolean
  }
  readonly stderr: {
    readonly write: (content: string) => unknown
    readonly columns?: number
    readonly isTTY?: boolean
  }
  /** If omitted, nobody can be asked. */
  readonly stdin?: NodeJS.ReadableStream & { readonly isTTY?: boolean }
}

/**
 * Output of the command line: progress and errors on stderr, only results on stdout. Titles, names and texts
 * are untrusted: everything printed passes through `printable`, except a file for another program to read.
 */
export class Terminal {
  readonly language: ProgramLanguage
  /** How numbers and dates are written. */
  readonly locale: Locale
  readonly #mode: ProgressMode
  readonly #output: Output
  #barShown = false
  #startedAt = 0
  #firstFraction = 0
  #uncounted: ReadonlySet<Step> = new Set()
  #drawnAt = 0
  #reportedStep = ''

  constructor(locale: ProgramLanguage | Locale, mode: ProgressMode, output: Output = process) {
    this.language = programLanguage(locale)
    this.locale = localeFor(this.language, locale)
    this.#mode = mode
    this.#output = output
  }

  /** Whether progress is printed, for a person or, as JSON, for a program. */
  get showsProgress(): boolean {
    return this.#mode !== 'none'
  }

  /** Columns of the terminal on which results are printed; undefined if it is a file or another program. */
  get columns(): number | undefined {
    return this.#output.stdout.columns
  }

  /** Whether a person can be asked. */
  get canAsk(): boolean {
    const { stdin, stderr } = this.#output
    return this.#mode !== 'json' && stdin?.isTTY === true && stderr.isTTY === true
  }

  /** The person's typed answer to the question; null if the input ends. Only if `canAsk`. */
  ask(question: string): Promise<string | null> {
    const { stdin, stderr } = this.#output
    if (stdin === undefined) return Promise.resolve(null)
    this.#clearBar()
    stderr.write(`${printable(question)} `)
    // The terminal's own line editing: Ctrl-C ends the program as usual.
    const lines = createInterface({ input: stdin, terminal: false })
    return new Promise((resolve) => {
      lines.once('line', (line) => {
        resolve(line)
        lines.close()
      })
      lines.once('close', () => resolve(null))
    })
  }

  words(key: MessageKey, values: MessageValues = {}): string {
    return say(this.language, key, onOneLine(values))
  }

  /**
   * Prints a result on stdout: text lines, or a file's bytes, which are unchanged for a program that reads
   * them.
   */
  result(content: string | Uint8Array): void {
    this.#clearBar()
    const { stdout } = this.#output
    if (typeof content === 'string') stdout.write(printable(content, '\n\t'))
    else if (stdout.isTTY === true) stdout.write(printable(Buffer.from(content).toString('utf8'), '\n\t'))
    else stdout.write(content)
  }

  /** Prints lines on stdout, columns separated by tabs: text in them cannot start another line or column. */
  lines(lines: readonly (string | readonly (string | number)[])[]): void {
    if (lines.length === 0) return
    const printed = lines.map((line) =>
      typeof line === 'string' ? printable(line) : line.map((column) => printable(String(column))).join('\t'),
    )
    this.result(`${printed.join('\n')}\n`)
  }

  /** Prints on stderr without a line break. */
  prompt(question: string): void {
    this.#clearBar()
    this.#output.stderr.write(printable(question, '\n'))
  }

  /** Prints a line for the user on stderr; in JSON mode prints `fields` instead. */
  note(type: string, fields: Readonly<Record<string, unknown>>, line: string): void {
    if (this.#mode === 'json') this.#json({ type, ...fields })
    else {
      this.#clearBar()
      this.#output.stderr.write(`${printable(line, '\n\t')}\n`)
    }
  }

  error(error: unknown, file?: string): void {
    const { code, message, remedy, detail } = describeFault(error, this.language, 'terminal')
    if (this.#mode === 'json') {
      this.#json({ type: 'error', ...(file === undefined ? {} : { file }), code, message, remedy, detail })
      return
    }
    this.#clearBar()
    const named = file === undefined || message.includes(path.basename(file))
    const subject = named ? '' : `${file}: `
    const said = `parolo: ${subject}${message}${remedy === undefined ? '' : ` ${remedy}`}`
    this.#output.stderr.write(`${printable(said)}\n`)
    if (detail !== undefined && errorText(code).showsDetail === true) {
      this.#output.stderr.write(
        `${printable(detail.replaceAll('\r\n', '\n'), '\n\t').replace(/^/gmu, '  | ')}\n`,
      )
    }
  }

  /** `uncounted`: steps that are not part of the progress bar. */
  startFile(uncounted: ReadonlySet<Step> = new Set()): void {
    this.#uncounted = uncounted
    this.#startedAt = performance.now()
    this.#firstFraction = -1
    this.#reportedStep = ''
  }

  progress(file: string, progress: JobProgress): void {
    if (this.#mode === 'json') this.#printProgress(file, progress)
    else if (this.#mode === 'bar') this.#draw(file, progress)
  }

  /**
   * Prints every change of step and its end, and otherwise a few lines per second: a long recording has tens
   * of thousands of updates.
   */
  #printProgress(file: string, progress: JobProgress): void {
    const step = progress.kind === 'step' ? progress.step : 'waiting'
    const now = performance.now()
    const ends = progress.kind === 'step' && progress.fraction === 1
    if (step === this.#reportedStep && !ends && now - this.#drawnAt < PRINT_EVERY_MS) return
    this.#reportedStep = step
    this.#drawnAt = now
    this.#json({ type: 'progress', file, ...progress })
  }

  finished(file: string, counts: JobCounts, doneBefore: boolean): void {
    if (this.#mode === 'json') this.#json({ type: 'transcribed', file, doneBefore, ...counts })
    else this.#clearBar()
  }

  /** Progress of writing a video, 0–1; not a step of a recording. */
  videoProgress(file: string, fraction: number): void {
    this.#outputProgress('video', file, fraction)
  }

  /** Progress of encoding a recording's sound for a page, 0–1. */
  soundProgress(file: string, fraction: number): void {
    this.#outputProgress('page-sound', file, fraction)
  }

  /** Progress of writing a file of a recording's sound, 0–1. */
  soundFileProgress(file: string, fraction: number): void {
    this.#outputProgress('sound', file, fraction)
  }

  #outputProgress(step: 'video' | 'page-sound' | 'sound', file: string, fraction: number): void {
    const stage = this.words(`progress.${step}`)
    this.#workProgress({ file, step, fraction }, path.basename(file), stage, fraction)
  }

  /** Progress of downloading and adding a model; fractions of the step and of the whole, 0–1. */
  modelProgress(model: string, step: DownloadStep, fraction: number, ofAll: number): void {
    const stage = this.words(`models.download.${step}`)
    this.#workProgress({ model, step, fraction }, model, stage, ofAll)
  }

  /** Progress of downloading and adding an episode; fractions of the step and of the whole, 0–1. */
  episodeProgress(episode: string, step: EpisodeStep, fraction: number, ofAll: number): void {
    const stage = this.words(`podcast.step.${step}`)
    this.#workProgress({ episode, step, fraction }, episode, stage, ofAll)
  }

  #workProgress(
    fields: { readonly step: string; readonly fraction: number } & Readonly<Record<string, unknown>>,
    name: string,
    stage: string,
    ofAll: number,
  ): void {
    if (this.#mode === 'none') return
    const now = performance.now()
    const isSame = fields.fraction < 1 && fields.step === this.#reportedStep
    if (isSame && now - this.#drawnAt < PRINT_EVERY_MS) return
    this.#reportedStep = fields.step
    this.#drawnAt = now
    if (this.#mode === 'json') this.#json({ type: 'progress', kind: 'step', ...fields })
    else this.#print(this.#barLine(name, ofAll, stage, now))
  }

  /** Prints the current state on one line, replaced by the next one. */
  status(type: string, fields: Readonly<Record<string, unknown>>, line: string): void {
    if (this.#mode === 'json') this.#json({ type, ...fields })
    else if (this.#mode === 'bar') this.#print(line)
  }

  #draw(whole: string, progress: JobProgress): void {
    const file = path.basename(whole)
    const now = performance.now()
    if (now - this.#drawnAt < PRINT_EVERY_MS) return
    this.#drawnAt = now
    if (progress.kind === 'waiting') {
      this.#print(`${file}  ${this.words('progress.waiting', { pid: progress.pid })}`)
      return
    }
    const fraction = wholeFraction(progress.step, progress.fraction, this.#uncounted)
    this.#print(this.#barLine(file, fraction, this.words(`progress.${progress.step}`), now))
  }

  #barLine(file: string, fraction: number, stage: string, now: number): string {
    if (this.#firstFraction < 0) this.#firstFraction = fraction
    const filled = Math.round(fraction * BAR_WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
    return `${bar} ${formatPercent(fraction, this.locale).padStart(5)}  ${file}  ${stage}${this.#timeLeft(fraction, now)}`
  }

  #print(line: string): void {
    const width = this.#output.stderr.columns ?? 80
    this.#output.stderr.write(
      `\r\u001B[2K${Array.from(printable(line))
        .slice(0, width - 1)
        .join('')}`,
    )
    this.#barShown = true
  }

  /** Estimated from the pace of this run, excluding work finished before it. */
  #timeLeft(fraction: number, now: number): string {
    const made = fraction - this.#firstFraction
    const seconds = (now - this.#startedAt) / 1000
    if (made < 0.03 || seconds < 2) return ''
    const left = (seconds * (1 - fraction)) / made
    return `  ${this.words('progress.left', { time: shortTime(left * 1000) })}`
  }

  #clearBar(): void {
    if (this.#barShown) this.#output.stderr.write('\r\u001B[2K')
    this.#barShown = false
  }

  #json(line: Readonly<Record<string, unknown>>): void {
    this.#output.stderr.write(`${printable(JSON.stringify(line))}\n`)
  }
}

/** Values inserted into a message must not start a new line. */
function onOneLine(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? printable(value) : value,
    ]),
  )
}
