import { formatDecimals } from '#core/notation/numbers'
import { formatDate } from '#core/notation/dates'
import { Fault } from '#contracts/errors'
import { isSameName } from '#core/transcript/same-name'
import type { StoredVoice } from '#studio/library/tables/remembered-voices'
import { forgetAllVoices, forgetVoice, type Forgetting } from '#studio/remembered-voices/forget-voices'
import { listVoices } from '#studio/remembered-voices/list-voices'
import type { Studio } from '#studio/studio'
import { isYes } from '../../answers/is-yes.ts'
import { type Invocation, isOn } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

const EXIT_NOT_WANTED = 1

/**
 * `parolo voices list [--json] | forget NAME | forget --all [--yes]`: the voices remembered at a person's
 * request.
 */
export async function runVoices(
  studio: Pick<Studio, 'library' | 'models'>,
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const [action = 'list', ...words] = invocation.words
  const name = words.join(' ').trim()
  if (action === 'list' && name === '' && !isOn(invocation, 'all')) return list(studio, terminal, invocation)
  if (action !== 'forget') throw new Fault('usage.bad-option', { option: action, verb: 'voices' })
  if (isOn(invocation, 'all') === (name !== ''))
    throw new Fault('usage.bad-option', {
      option: name === '' ? 'forget' : `forget ${name} --all`,
      verb: 'voices',
    })
  return isOn(invocation, 'all')
    ? forgetAll(studio, terminal, isOn(invocation, 'yes'))
    : forgetNamed(studio, terminal, name)
}

async function list(
  studio: Pick<Studio, 'library' | 'models'>,
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const voices = await listVoices(studio)
  if (isOn(invocation, 'json')) {
    const listed = voices.map(({ createdAtMs, ...voice }) => ({
      ...voice,
      createdAt: new Date(createdAtMs).toISOString(),
    }))
    terminal.result(`${JSON.stringify(listed, null, 2)}\n`)
    return 0
  }
  const lines = voices.flatMap(({ name, createdAtMs, parts }) =>
    parts.map(({ title, seconds, isComparable }) => [
      name,
      formatDate(createdAtMs, terminal.locale, { dateStyle: 'short' }),
      title,
      `${formatDecimals(seconds, terminal.locale, 0)}\u00A0s`,
      isComparable ? '-' : terminal.words('remembered-voices.line.other-model'),
    ]),
  )
  if (lines.length === 0) terminal.note('no-voices', {}, terminal.words('remembered-voices.line.none'))
  else terminal.lines(lines)
  return 0
}

async function forgetNamed(
  { library }: Pick<Studio, 'library'>,
  terminal: Terminal,
  name: string,
): Promise<number> {
  const voice = named(await library.rememberedVoices(), name)
  const outcome = await forgetVoice(library, { voiceId: voice.id })
  reportForgotten(
    terminal,
    { names: [voice.name] },
    terminal.words('remembered-voices.forgotten', { name: voice.name }),
    outcome,
  )
  return 0
}

async function forgetAll(
  { library }: Pick<Studio, 'library'>,
  terminal: Terminal,
  isSure: boolean,
): Promise<number> {
  const voices = await library.rememberedVoices()
  if (voices.length > 0 && !isSure && !(await isWanted(terminal, voices))) return EXIT_NOT_WANTED
  const outcome = await forgetAllVoices(library)
  const text = terminal.words('remembered-voices.forgotten.all', { count: outcome.count })
  reportForgotten(terminal, { names: voices.map(({ name }) => name) }, text, outcome)
  return 0
}

/** Fault `voice.named-unknown`. */
function named(voices: readonly StoredVoice[], name: string): StoredVoice {
  const found = voices.find((voice) => voice.id === name || isSameName(voice.name, name))
  if (found === undefined) throw new Fault('voice.named-unknown', { name })
  return found
}

/** True without asking if there is nobody to ask: a script's command is explicit. */
async function isWanted(terminal: Terminal, voices: readonly StoredVoice[]): Promise<boolean> {
  if (!terminal.canAsk) return true
  const lines = [
    terminal.words('remembered-voices.forget.all.title', { count: voices.length }),
    ...voices.map(({ name }) => `  - ${name}`),
    terminal.words('remembered-voices.forget.text'),
  ]
  terminal.note('asking', {}, lines.join('\n'))
  const button = terminal.words('remembered-voices.forget.all.do')
  if (isYes(await terminal.ask(terminal.words('delete.ask', { button })))) return true
  terminal.note('not-forgotten', {}, terminal.words('delete.nothing'))
  return false
}

function reportForgotten(
  terminal: Terminal,
  fields: Readonly<Record<string, unknown>>,
  text: string,
  { isErased, unreadableBackups }: Forgetting,
): void {
  const all = { ...fields, erased: isErased, unreadableBackups }
  const lines = [
    text,
    ...(isErased ? [] : [terminal.words('result.not-erased')]),
    ...(unreadableBackups === 0
      ? []
      : [terminal.words('remembered-voices.unreadable', { count: unreadableBackups })]),
  ]
  terminal.note('voices-forgotten', all, lines.join('\n'))
}
