import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readInvocation } from '../options/arguments.ts'
import { backupVerb } from '../verbs/backup.ts'
import { askPassphrase, type PassphraseInput } from './passphrase.ts'
import { Terminal } from '../terminal/terminal.ts'

function asked(words: readonly string[] = ['--passphrase']) {
  let printed = ''
  const output = { stdout: { write: () => true }, stderr: { write: (text: string) => (printed += text) } }
  const terminal = new Terminal('en', 'none', output)
  return { terminal, invocation: readInvocation(backupVerb, ['f', ...words]), printed: () => printed }
}

/** What a person types, one chunk per read of the terminal. */
function typing(...chunks: string[]) {
  const input: PassphraseInput & PassThrough & { isTTY?: boolean } = new PassThrough()
  const modes: boolean[] = []
  Object.assign(input, { isTTY: true, setRawMode: (isRaw: boolean) => modes.push(isRaw) })
  input.on('resume', () => {
    const next = chunks.shift()
    if (next !== undefined) input.write(next)
  })
  return { input, modes }
}

describe('askPassphrase', () => {
  it('asks for nothing without the option', async () => {
    const { terminal, invocation, printed } = asked([])
    expect(await askPassphrase(terminal, invocation, { isNew: true })).toBeNull()
    expect(printed()).toBe('')
  })

  it('reads a line of what is piped', async () => {
    const { terminal, invocation } = asked()
    const input = new PassThrough()
    input.end('geheim wort\r\nmore\n')
    expect(await askPassphrase(terminal, invocation, { isNew: true, input })).toBe('geheim wort')
    const empty = new PassThrough()
    empty.end('')
    await expect(askPassphrase(terminal, invocation, { isNew: false, input: empty })).rejects.toMatchObject({
      code: 'backup.no-passphrase',
    })
  })

  it('shows nothing of what is typed, and asks twice for a new one', async () => {
    const { terminal, invocation, printed } = asked()
    const { input, modes } = typing('sex\u007Fcrét\r', 'secrét\r')
    expect(await askPassphrase(terminal, invocation, { isNew: true, input })).toBe('secrét')
    expect(printed()).toBe('Passphrase: \nThe same again: \n')
    expect(modes).toEqual([true, false, true, false])
  })

  it('refuses two that differ, and ends with Ctrl-C', async () => {
    const { terminal, invocation } = asked()
    const differing = typing('one\r', 'two\r')
    await expect(
      askPassphrase(terminal, invocation, { isNew: true, input: differing.input }),
    ).rejects.toMatchObject({ code: 'backup.no-passphrase' })
    const ended = typing('on\u0003')
    await expect(
      askPassphrase(terminal, invocation, { isNew: false, input: ended.input }),
    ).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(ended.modes).toEqual([true, false])
  })
})
