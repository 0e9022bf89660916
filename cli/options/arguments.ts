import { systemLocale } from '#studio/program/system-locale'
import { type Locale, localeFor } from '#core/notation/locale'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Fault } from '#contracts/errors'
import { type ProgramLanguage, programLanguage } from '#core/messages/messages'
import type { ProgressMode } from '../terminal/terminal.ts'
import { commonOptions, type OptionKind, type Options } from './option-groups.ts'

export interface Invocation {
  readonly verb: string
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[]>>
}

/** Parses the arguments after the verb. Throws `usage.bad-option`. */
export function readInvocation(
  { name: verb, options: own }: { readonly name: string; readonly options: Options },
  words: readonly string[],
): Invocation {
  const options = Object.fromEntries(
    Object.entries<OptionKind>({ ...commonOptions, ...own }).map(([name, kind]) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const), multiple: kind === 'values' },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: withNegativeValues(words, options),
      options,
      allowPositionals: true,
      strict: true,
    })
    return { verb, words: positionals, options: values as Invocation['options'] }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const option = /'(-[^' ]*)/u.exec(message)?.[1] ?? words.find((word) => word.startsWith('-')) ?? ''
    throw new Fault('usage.bad-option', { option, verb }, message, error)
  }
}

/** `--loudness -16`: a number after an option that takes a value is not an option itself. */
function withNegativeValues(
  words: readonly string[],
  options: Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>,
): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    const takes = before?.startsWith('--') === true && options[before.slice(2)]?.type === 'string'
    if (takes && /^-\d/u.test(word)) joined.splice(-1, 1, `${before}=${word}`)
    else joined.push(word)
  }
  return joined
}

export function text(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Throws `usage.needs-option` without a value. */
export function neededText(invocation: Invocation, name: string): string {
  const value = text(invocation, name)
  if (value !== undefined) return value
  const { verb } = invocation
  throw new Fault('usage.needs-option', { option: `parolo ${verb}`, other: `--${name}`, verb })
}

/** All values of a repeatable option. */
export function texts(invocation: Invocation, name: string): readonly string[] {
  const values = invocation.options[name]
  return typeof values === 'object' ? values : []
}

export function isOn(invocation: Invocation, name: string): boolean {
  return invocation.options[name] === true
}

/** Throws `usage.bad-option` for a value that is not in `choices`. */
export function choice<Choice extends string>(
  invocation: Invocation,
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice
export function choice<Choice extends string>(
  invocation: Invocation,
  name: string,
  choices: readonly Choice[],
): Choice | undefined
export function choice<Choice extends string>(
  invocation: Invocation,
  name: string,
  choices: readonly Choice[],
  otherwise?: Choice,
): Choice | undefined {
  const value = text(invocation, name)
  if (value === undefined) return otherwise
  if ((choices as readonly string[]).includes(value)) return value as Choice
  throw badOption(invocation, name, value)
}

export function badOption(invocation: Invocation, name: string, value: string): Fault {
  return new Fault('usage.bad-option', { option: `--${name} ${value}`, verb: invocation.verb })
}

/** `npm run` changes the working directory; paths are relative to the directory in which the user ran it. */
export function resolveFromCallerDir(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file)
}

/**
 * Reads one option even if the arguments do not parse, so that errors are also printed in the requested form.
 */
export function findOption(words: readonly string[], name: string): string | undefined {
  for (const [index, word] of words.entries()) {
    if (word === '--') return undefined
    if (word === `--${name}`) return words[index + 1]
    if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3)
  }
  return undefined
}

export function languageOf(words: readonly string[], environment: NodeJS.ProcessEnv): ProgramLanguage {
  const given = findOption(words, 'lang')
  if (given === 'en' || given === 'fr') return given
  const system =
    environment.LC_ALL ||
    environment.LC_MESSAGES ||
    environment.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale
  return programLanguage(system)
}

/** How numbers and dates are written: by LC_ALL or LANG, if it is of the language that is printed. */
export function terminalLocale(words: readonly string[], environment: NodeJS.ProcessEnv): Locale {
  return localeFor(languageOf(words, environment), systemLocale(environment))
}

export function progressMode(words: readonly string[]): ProgressMode {
  const given = findOption(words, 'progress')
  if (given === 'json' || given === 'none' || given === 'bar') return given
  return process.stderr.isTTY ? 'bar' : 'none'
}
