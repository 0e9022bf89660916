import { Fault } from '#contracts/errors'
import { parseTime } from '#core/sound/parse-time'
import { joinFiles } from '#studio/imports/join-files'
import type { JoiningOrder } from '#studio/imports/join-words'
import type { Studio } from '#studio/studio'
import {
  badOption,
  isOn,
  type Invocation,
  resolveFromCallerDir,
  text,
  texts,
} from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { transcribeRecorded } from '../record/transcribe-recorded.ts'

/** How to join the files of `parolo add`; null if each becomes a recording. Fault `usage.bad-option`. */
export function joiningOrder(invocation: Invocation): JoiningOrder | null {
  const [together, inOrder] = [isOn(invocation, 'together'), isOn(invocation, 'in-order')]
  if (together && inOrder) throw new Fault('usage.bad-option', { option: '--in-order', verb: 'add' })
  const order = together ? 'together' : inOrder ? 'in-order' : null
  for (const name of ['name', 'offset'])
    if (order !== 'together' && texts(invocation, name).length > 0)
      throw badOption(invocation, name, texts(invocation, name)[0] ?? '')
  if (order === null && isOn(invocation, 'transcribe'))
    throw new Fault('usage.bad-option', { option: '--transcribe', verb: 'add' })
  if (order === null && text(invocation, 'title') !== undefined)
    throw badOption(invocation, 'title', text(invocation, 'title') ?? '')
  return order
}

/** Imports several files of one conversation as one recording. Returns the exit code. */
export async function runAddJoined(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  order: JoiningOrder,
  signal: AbortSignal,
): Promise<number> {
  const { words } = invocation
  if (words.length < 2) throw new Fault('usage.missing-file', { verb: 'add' })
  const names = onePerFile(invocation, 'name')
  const offsetsMs = onePerFile(invocation, 'offset')?.map((value) => {
    const ms = parseTime(value)
    if (ms === null) throw badOption(invocation, 'offset', value)
    return ms
  })
  const files = words.map(resolveFromCallerDir)
  terminal.startFile(new Set())
  const recording = await joinFiles(studio, files, {
    order,
    title: text(invocation, 'title'),
    names,
    offsetsMs,
    signal,
    onProgress: (fraction) => terminal.progress(words[0] ?? '', { kind: 'step', step: 'import', fraction }),
  })
  const { id, title } = recording
  const fields = { id, title, files: words.length, order }
  terminal.note('joined', fields, terminal.words('add.joined', { id, title, count: words.length }))
  if (isOn(invocation, 'transcribe')) {
    const { media } = await studio.library.card(id)
    await transcribeRecorded(studio, terminal, recording, {
      tracks: media?.tracks.length ?? 1,
      language: 'auto',
      signal,
    })
  }
  return 0
}

/** The values of an option given once for each file, in order; undefined if it is not given. */
function onePerFile(invocation: Invocation, name: string): readonly string[] | undefined {
  const values = texts(invocation, name)
  if (values.length === 0) return undefined
  if (values.length !== invocation.words.length) throw badOption(invocation, name, values.at(-1) ?? '')
  return values
}
