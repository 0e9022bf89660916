import { Fault } from '#contracts/errors'
import {
  type Invocation,
  progressMode,
  readInvocation,
  resolveFromCallerDir,
  terminalLocale,
  text,
} from './options/arguments.ts'
import { EXIT_INTERRUPTED } from './terminal/interruptible.ts'
import { type Output, Terminal } from './terminal/terminal.ts'
import { verbs } from './verbs/verbs.ts'

export const EXIT_FAILED = 1
const EXIT_USAGE = 2

async function version(): Promise<string> {
  const { programVersion } = await import('#studio/studio')
  return await programVersion()
}

/** Takes the arguments, returns the exit code. */
export async function main(words: readonly string[], output: Output = process): Promise<number> {
  const terminal = new Terminal(terminalLocale(words, process.env), progressMode(words), output)
  const at = words.findIndex(
    (word, index) => !word.startsWith('-') && !/^--(data|lang|progress)$/u.test(words[index - 1] ?? ''),
  )
  const name = at < 0 ? undefined : words[at]
  try {
    if (name === undefined) {
      if (words.includes('--version')) {
        terminal.result(`${await version()}\n`)
        return 0
      }
      const { overview } = await import('./help/overview.ts')
      terminal.result(overview(verbs, terminal.language, terminal.columns))
      return words.includes('--help') ? 0 : EXIT_USAGE
    }
    const verb = verbs.find((known) => known.name === name)
    if (verb === undefined) throw await unknownVerb(name)
    const invocation = readInvocation(verb, words.toSpliced(at, 1))
    checkCommon(invocation)
    if (invocation.options.help) {
      const { helpText } = await import('./help/help-text.ts')
      terminal.result(helpText(verb, terminal.language, terminal.columns))
      return 0
    }
    if (invocation.options.version) {
      terminal.result(`${await version()}\n`)
      return 0
    }
    // Loaded on demand: help and usage errors do not need it.
    const { runVerb } = await import('./run-verb.ts')
    return await runVerb(verb, invocation, terminal)
  } catch (error) {
    if (error instanceof Fault && error.code === 'job.cancelled') {
      terminal.note('interrupted', {}, terminal.words('result.interrupted'))
      return EXIT_INTERRUPTED
    }
    terminal.error(error)
    return error instanceof Fault && isUsage(error) ? EXIT_USAGE : EXIT_FAILED
  }
}

/** A file name in place of a command is reported as a file. */
async function unknownVerb(name: string): Promise<Fault> {
  if (!/[/\\]|\.\w{1,10}$/u.test(name)) return new Fault('usage.unknown-verb', { verb: name })
  const { existsSync } = await import('node:fs')
  const isThere = existsSync(resolveFromCallerDir(name))
  return new Fault(isThere ? 'usage.file-alone' : 'media.not-found', { file: name })
}

function isUsage(fault: Fault): boolean {
  return (
    fault.code.startsWith('usage.') ||
    fault.code === 'format.unknown' ||
    fault.code === 'format.no-option' ||
    fault.code === 'format.needs-cut' ||
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
