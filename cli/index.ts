import { Fault } from '#contracts/errors'
import { presetIds } from '#core/captions/presets/presets'
import { formatIds } from '#core/formats/formats'
import type { ProgramLanguage } from '#core/messages/messages'
import { defaultDataFolder } from '#studio/data-folder'
import { modelStore, openStudio, programVersion, type Studio } from '#studio/studio'
import {
  resolveFromCallerDir,
  type Invocation,
  isVerb,
  languageOf,
  progressMode,
  readInvocation,
  text,
} from './arguments.ts'
import { help as english, type HelpTopic } from './help/en.ts'
import { help as french } from './help/fr.ts'
import { recoverAndReport } from './recovered.ts'
import { Terminal } from './terminal.ts'
import { runAdd } from './verbs/add.ts'
import { runDoctor } from './verbs/doctor.ts'
import { runExport } from './verbs/export.ts'
import { runDelete, runList, runSearch, runShow } from './verbs/library.ts'
import { runModels } from './verbs/models.ts'
import { runStats } from './verbs/stats.ts'
import { planTranscribe, runTranscribe } from './verbs/transcribe.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2
const EXIT_INTERRUPTED = 130

function helpText(language: ProgramLanguage, topic: HelpTopic): string {
  const written: string = (language === 'fr' ? french : english)[topic]
  return written.replaceAll('{formats}', formatIds.join(', ')).replaceAll('{presets}', presetIds.join(', '))
}

/** Takes the arguments, returns the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const terminal = new Terminal(languageOf(words, process.env), progressMode(words))
  const at = words.findIndex(
    (word, index) => !word.startsWith('-') && !/^--(data|lang|progress)$/u.test(words[index - 1] ?? ''),
  )
  const verb = at < 0 ? undefined : words[at]
  try {
    if (verb === undefined) {
      if (words.includes('--version')) {
        terminal.result(`${await programVersion()}\n`)
        return 0
      }
      terminal.result(helpText(terminal.language, 'overview'))
      return words.includes('--help') ? 0 : EXIT_USAGE
    }
    if (!isVerb(verb)) throw new Fault('usage.unknown-verb', { verb })
    const invocation = readInvocation(verb, words.toSpliced(at, 1))
    checkCommon(invocation)
    if (invocation.options.help) {
      terminal.result(helpText(terminal.language, verb))
      return 0
    }
    if (invocation.options.version) {
      terminal.result(`${await programVersion()}\n`)
      return 0
    }
    return await runVerb(invocation, terminal)
  } catch (error) {
    if (error instanceof Fault && error.code === 'job.cancelled') {
      terminal.note('interrupted', {}, terminal.words('result.interrupted'))
      return EXIT_INTERRUPTED
    }
    terminal.error(error)
    return error instanceof Fault && isUsage(error) ? EXIT_USAGE : EXIT_FAILED
  }
}

function isUsage(fault: Fault): boolean {
  return (
    fault.code.startsWith('usage.') ||
    fault.code === 'format.unknown' ||
    fault.code === 'format.no-option' ||
    fault.code === 'preset.unknown' ||
    fault.code === 'range.empty' ||
    fault.code === 'model.unknown'
  )
}

function checkCommon(invocation: Invocation): void {
  const allowed = { lang: ['en', 'fr'], progress: ['auto', 'bar', 'json', 'none'] }
  for (const [name, values] of Object.entries(allowed)) {
    const value = text(invocation, name)
    if (value !== undefined && !values.includes(value)) {
      throw new Fault('usage.bad-option', { option: `--${name} ${value}`, verb: invocation.verb })
    }
  }
}

async function runVerb(invocation: Invocation, terminal: Terminal): Promise<number> {
  const given = text(invocation, 'data') ?? (process.env.PAROLO_HOME || undefined)
  const dataFolder = given === undefined ? defaultDataFolder() : resolveFromCallerDir(given)
  if (invocation.verb === 'doctor') return runDoctor(dataFolder, terminal)
  if (invocation.verb === 'serve') {
    // Loaded on demand: the other verbs need neither page nor exports, and start faster without them.
    const { planServe, runServe } = await import('./verbs/serve.ts')
    const plan = planServe(invocation)
    return interruptible((signal) => runServe(dataFolder, terminal, plan, signal))
  }
  // Neither needs a library.
  if (invocation.verb === 'convert') {
    const { runConvert } = await import('./verbs/convert.ts')
    return interruptible((signal) => runConvert(terminal, invocation, signal))
  }
  if (invocation.verb === 'check') {
    const { runCheck } = await import('./verbs/check.ts')
    return runCheck(terminal, invocation)
  }
  if (invocation.verb === 'stats')
    return runStats(() => openAndReport(dataFolder, terminal), terminal, invocation)
  if (invocation.verb === 'models') {
    const open = () => openAndReport(dataFolder, terminal)
    return runModels(modelStore(dataFolder), open, terminal, invocation)
  }
  if (invocation.verb === 'align') {
    // Loaded on demand: its readers of texts are large.
    const { planAlign, runAlign } = await import('./verbs/align.ts')
    const plan = await planAlign(invocation)
    const studio = await openAndReport(dataFolder, terminal)
    try {
      return await interruptible((signal) => runAlign(studio, terminal, plan, signal))
    } finally {
      await studio.close()
    }
  }
  if (invocation.verb === 'record') {
    // Loaded on demand, like the others that few commands need.
    const { recordVerb } = await import('./verbs/record-verb.ts')
    return recordVerb(invocation, terminal, () => openAndReport(dataFolder, terminal))
  }
  const plan = invocation.verb === 'transcribe' ? await planTranscribe(invocation) : null
  const studio = await openAndReport(dataFolder, terminal)
  try {
    if (plan) return await interruptible((signal) => runTranscribe(studio, terminal, plan, signal))
    switch (invocation.verb) {
      case 'add':
        return await interruptible((signal) => runAdd(studio, terminal, invocation, signal))
      case 'list':
        return await runList(studio, terminal)
      case 'show':
        return await runShow(studio, terminal, invocation)
      case 'export':
        return await interruptible((signal) => runExport(studio, terminal, invocation, signal))
      case 'search':
        return await runSearch(studio, terminal, invocation)
      default:
        return await runDelete(studio, terminal, invocation)
    }
  } finally {
    await studio.close()
  }
}

async function openAndReport(dataFolder: string, terminal: Terminal): Promise<Studio> {
  const studio = await openStudio(dataFolder)
  reportSalvage(studio, terminal)
  await recoverAndReport(studio, terminal)
  return studio
}

function reportSalvage(studio: Studio, terminal: Terminal): void {
  const report = studio.library.openingReport
  if (!report) return
  const { damagedKeptAt: folder, salvagedRows: rows } = report
  terminal.note(
    'library-salvaged',
    { folder, rows },
    terminal.words('warning.library-salvaged', { folder, rows }),
  )
}

/** The first Ctrl-C stops the work and keeps what is finished; the second ends the program immediately. */
async function interruptible(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED)
    controller.abort(new Fault('job.cancelled'))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

// A reader that closed its end (`parolo show X | head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader is gone or the redirected file's disk is full: nothing can be printed there.
    process.exitCode = error.code === 'EPIPE' ? process.exitCode : EXIT_FAILED
  })
}
// An internal error is printed in the requested form, like every error.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => {
    new Terminal(languageOf(process.argv, process.env), progressMode(process.argv)).error(error)
    process.exit(EXIT_FAILED)
  })
}
process.exitCode = await main(process.argv.slice(2))
// Anything that hangs (an ffprobe on an unresponsive disk) must not keep the program running; output is flushed first.
process.stdout.write('', () => process.exit())
