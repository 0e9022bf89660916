import path from 'node:path'
import { parseArgs } from 'node:util'
import { Fault } from '#contracts/errors'
import { type ProgramLanguage, programLanguage } from '#core/messages/messages'
import type { ProgressMode } from '../terminal/terminal.ts'
import { outputOptions } from './output-option-names.ts'

export const verbs = [
  'transcribe',
  'record',
  'align',
  'opinion',
  'list',
  'show',
  'export',
  'convert',
  'check',
  'search',
  'libraries',
  'delete',
  'backup',
  'restore',
  'move',
  'stats',
  'sheet',
  'network',
  'voices',
  'models',
  'podcast',
  'publish',
  'watch',
  'doctor',
  'add',
  'archive',
  'serve',
] as const
export type Verb = (typeof verbs)[number]

type OptionKind = 'value' | 'values' | 'switch'

/** Options by verb; `value` options take an argument, `values` may be repeated, all others are switches. */
const common = { data: 'value', lang: 'value', help: 'switch', version: 'switch', progress: 'value' } as const
const output = {
  format: 'value',
  out: 'value',
  stdout: 'switch',
  overwrite: 'switch',
  names: 'value',
  fillers: 'value',
  numbers: 'value',
  preset: 'value',
  'first-page': 'switch',
  'whole-text': 'switch',
  sheet: 'switch',
  ...outputOptions,
} as const
const recognition = {
  language: 'value',
  model: 'value',
  'voice-model': 'value',
  speakers: 'value',
  quick: 'switch',
  track: 'value',
  tracks: 'value',
  from: 'value',
  to: 'value',
} as const
const optionsByVerb: Readonly<Record<Verb, Readonly<Record<string, OptionKind>>>> = {
  transcribe: { ...common, ...output, ...recognition, glossary: 'value' },
  record: {
    ...common,
    out: 'value',
    device: 'values',
    seconds: 'value',
    language: 'value',
    transcribe: 'switch',
    'live-text': 'switch',
    list: 'switch',
  },
  align: { ...common, ...output, ...recognition, current: 'switch' },
  opinion: {
    ...common,
    language: 'value',
    model: 'value',
    from: 'value',
    to: 'value',
    careful: 'switch',
    writing: 'switch',
    accept: 'switch',
  },
  list: { ...common, limit: 'value', after: 'value' },
  show: common,
  export: {
    ...common,
    ...output,
    translation: 'value',
    'all-languages': 'switch',
    to: 'value',
    all: 'switch',
    'with-recordings': 'switch',
  },
  convert: {
    ...common,
    format: 'value',
    preset: 'value',
    language: 'value',
    names: 'value',
    fillers: 'value',
    numbers: 'value',
    out: 'value',
    overwrite: 'switch',
    media: 'value',
    ...outputOptions,
    translation: 'value',
    'all-languages': 'switch',
  },
  check: {
    ...common,
    preset: 'value',
    language: 'value',
    translation: 'value',
    json: 'switch',
    fix: 'switch',
    out: 'value',
    overwrite: 'switch',
  },
  search: { ...common, data: 'values' },
  libraries: common,
  delete: {
    ...common,
    'damaged-copies': 'switch',
    'keep-backups': 'switch',
    'sound-only': 'switch',
    yes: 'switch',
  },
  backup: { ...common, passphrase: 'switch', 'with-originals': 'switch' },
  move: common,
  restore: { ...common, passphrase: 'switch', replace: 'switch' },
  stats: { ...common, format: 'value' },
  sheet: { ...common, format: 'value' },
  network: { ...common, json: 'switch' },
  voices: { ...common, json: 'switch', all: 'switch', yes: 'switch' },
  models: { ...common, sha256: 'value' },
  publish: {
    ...common,
    out: 'value',
    url: 'value',
    name: 'value',
    'with-sound': 'switch',
    overwrite: 'switch',
  },
  podcast: { ...common, transcript: 'switch', format: 'value' },
  watch: {
    ...common,
    add: 'switch',
    remove: 'switch',
    list: 'switch',
    once: 'switch',
    existing: 'switch',
    subfolders: 'switch',
    language: 'value',
    speakers: 'value',
    format: 'value',
  },
  doctor: common,
  add: {
    ...common,
    together: 'switch',
    'in-order': 'switch',
    name: 'values',
    offset: 'values',
    title: 'value',
    transcribe: 'switch',
  },
  // verbs/archive.ts maps each action to its options.
  archive: {
    ...common,
    ...recognition,
    glossary: 'value',
    out: 'value',
    hours: 'value',
    cpus: 'value',
    mem: 'value',
    shard: 'value',
    scratch: 'value',
    watch: 'switch',
    json: 'switch',
    price: 'value',
    by: 'value',
  },
  serve: { ...common, port: 'value', open: 'switch' },
}

export interface Invocation {
  readonly verb: Verb
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[]>>
}

export function isVerb(word: string): word is Verb {
  return (verbs as readonly string[]).includes(word)
}

/** Parses the arguments after the verb. Throws `usage.bad-option`. */
export function readInvocation(verb: Verb, words: readonly string[]): Invocation {
  const options = Object.fromEntries(
    Object.entries(optionsByVerb[verb]).map(([name, kind]) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const), multiple: kind === 'values' },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
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

export function text(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name]
  return typeof value === 'string' ? value : undefined
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

export function progressMode(words: readonly string[]): ProgressMode {
  const given = findOption(words, 'progress')
  if (given === 'json' || given === 'none' || given === 'bar') return given
  return process.stderr.isTTY ? 'bar' : 'none'
}
