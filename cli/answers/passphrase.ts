import { Fault } from '#contracts/errors'
import { isOn, type Invocation } from '../options/arguments.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** A terminal, or a pipe that supplies a passphrase. */
export type PassphraseInput = NodeJS.ReadableStream & {
  readonly isTTY?: boolean
  readonly setRawMode?: (isRaw: boolean) => unknown
}

/**
 * The passphrase for `--passphrase`: typed without echo, twice for a new one, else the first line of standard
 * input. Null without that option. Faults: `backup.no-passphrase`, `job.cancelled` for Ctrl-C.
 */
export async function askPassphrase(
  terminal: Terminal,
  invocation: Invocation,
  { isNew, input = process.stdin }: { readonly isNew: boolean; readonly input?: PassphraseInput },
): Promise<string | null> {
  if (!isOn(invocation, 'passphrase')) return null
  const isTyped = input.isTTY === true
  const first = isTyped ? await typed(terminal, 'backup.ask', input) : await firstLine(input)
  const again = isTyped && isNew ? await typed(terminal, 'backup.ask-again', input) : first
  if (first === '' || again !== first) throw new Fault('backup.no-passphrase')
  return first
}

async function firstLine(input: PassphraseInput): Promise<string> {
  input.setEncoding('utf8')
  let text = ''
  for await (const part of input) {
    text += String(part)
    if (text.includes('\n')) break
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/u, '')
}

/** In raw mode the terminal does not echo. */
function typed(
  terminal: Terminal,
  question: 'backup.ask' | 'backup.ask-again',
  input: PassphraseInput,
): Promise<string> {
  terminal.prompt(terminal.words(question))
  input.setRawMode?.(true)
  input.setEncoding('utf8')
  input.resume()
  return new Promise((resolve, reject) => {
    let text = ''
    const end = (settle: () => void): void => {
      input.off('data', read)
      input.setRawMode?.(false)
      input.pause()
      terminal.prompt('\n')
      settle()
    }
    const read = (keys: string): void => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return end(() => resolve(text))
        if (key === '\u0003' || key === '\u0004') return end(() => reject(new Fault('job.cancelled')))
        if (key === '\u007F' || key === '\b') text = Array.from(text).slice(0, -1).join('')
        else text += key
      }
    }
    input.on('data', read)
  })
}
