import { Fault } from '#contracts/errors'
import type { ProgramLanguage } from '#core/messages/messages'
import { help as english, type HelpTopic } from './help/en.ts'
import { help as french } from './help/fr.ts'
import {
  type Invocation,
  isVerb,
  languageOf,
  progressMode,
  readInvocation,
  text,
} from './options/arguments.ts'
import { EXIT_INTERRUPTED } from './terminal/interruptible.ts'
import { type Output, Terminal } from './terminal/terminal.ts'

export const EXIT_FAILED = 1
const EXIT_USAGE = 2

async function helpText(language: ProgramLanguage, topic: HelpTopic): Promise<string> {
  const [{ presetIds }, { withFormats }] = await Promise.all([
    import('#core/captions/presets/presets'),
    import('./help/format-lists.ts'),
  ])
  const written: string = (language === 'fr' ? french : english)[topic]
  return withFormats(written, language).replaceAll('{presets}', presetIds.join(', '))
}

async function version(): Promise<string> {
  const { programVersion } = await import('#studio/studio')
  return await programVersion()
}

/** Takes the arguments, returns the exit code. */
export async function main(words: readonly string[], output: Output = process): Promise<number> {
  const terminal = new Terminal(languageOf(words, process.env), progressMode(words), output)
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
    // Loaded on demand: help and usage errors do not need it.
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
