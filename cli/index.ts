import { Fault } from '#contracts/errors'
import type { ProgramLanguage } from '#core/messages/messages'
import { type Invocation, isVerb, languageOf, progressMode, readInvocation, text } from './arguments.ts'
import { help as english, type HelpTopic } from './help/en.ts'
import { help as french } from './help/fr.ts'
import { Terminal } from './terminal.ts'
import { EXIT_INTERRUPTED } from './interruptible.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

async function helpText(language: ProgramLanguage, topic: HelpTopic): Promise<string> {
  const [{ presetIds }, { formatIds }] = await Promise.all([
    import('#core/captions/presets/presets'),
    import('#core/formats/formats'),
  ])
  const written: string = (language === 'fr' ? french : english)[topic]
  return written.replaceAll('{formats}', formatIds.join(', ')).replaceAll('{presets}', presetIds.join(', '))
}

async function version(): Promise<string> {
  const { programVersion } = await import('#studio/studio')
  return await programVersion()
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
        terminal.result(`${await version()}\n`)
        return 0
      }
      terminal.result(await helpText(terminal.language, 'overview'))
      return words.includes('--help') ? 0 : EXIT_USAGE
    }
    if (!isVerb(verb)) throw new Fault('usage.unknown-verb', { verb })
    const invocation = readInvocation(verb, words.toSpliced(at, 1))
    checkCommon(invocation)
    if (invocation.options.help) {
      terminal.result(await helpText(terminal.language, verb))
      return 0
    }
    if (invocation.options.version) {
      terminal.result(`${await version()}\n`)
      return 0
    }
    // Loaded on demand: help and errors of usage need none of it.
    const { runVerb } = await import('./run-verb.ts')
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
    fault.code === 'model.unknown' ||
    fault.code === 'model.not-in-catalog' ||
    fault.code === 'model.bad-hash' ||
    fault.code === 'network.address'
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
