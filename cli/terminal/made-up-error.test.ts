import { readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { errorCodes } from '#contracts/error-codes'
import { describeFault } from '#contracts/describe-fault'
import { type ErrorCode, Fault } from '#contracts/errors'
import { WireErrorShape } from '#contracts/wire'
import type { ErrorText } from '#core/messages/errors/error-text'
import { hasMessage } from '#core/messages/messages'
import { Terminal } from './terminal.ts'

vi.mock('../../core/messages/errors/archive.ts', async (importOriginal) => {
  const known = await importOriginal<typeof import('../../core/messages/errors/archive.ts')>()
  const madeUp: ErrorText = {
    showsDetail: true,
    en: { message: '{file} is made up.', remedy: 'Make up another.' },
    fr: { message: '{file} est inventé.', remedy: 'Inventez-en un autre.' },
  }
  return { archiveErrors: { ...known.archiveErrors, 'archive.made-up': madeUp } }
})

const code = 'archive.made-up' as ErrorCode
const fault = new Fault(code, { file: 'a.mp3' }, 'line 3')

test('an error that is put into one file is said in both languages, sent to pages and printed', () => {
  expect(errorCodes).toContain(code)
  expect(hasMessage(`error.${code}`)).toBe(true)
  expect(describeFault(fault, 'fr')).toEqual({
    code,
    message: 'a.mp3 est inventé.',
    remedy: 'Inventez-en un autre.',
    detail: 'line 3',
  })
  const sent = describeFault(fault, 'en')
  expect(WireErrorShape.parse(sent)).toEqual(sent)
  const lines: string[] = []
  const stderr = { write: (line: string) => lines.push(line) }
  new Terminal('en', 'none', { stdout: { write: () => true }, stderr }).error(fault)
  expect(lines.join('')).toBe('parolo: a.mp3 is made up. Make up another.\n  | line 3\n')
})

test('a text that is missing is an error of types', () => {
  const words = { message: 'It is made up.', remedy: 'Make up another.' }
  // @ts-expect-error -- the remedy in French is missing
  const withoutRemedy: ErrorText = { en: words, fr: { message: 'Il est inventé.' } }
  // @ts-expect-error -- French is missing
  const withoutFrench: ErrorText = { en: words }
  expect([withoutRemedy, withoutFrench]).toHaveLength(2)
  // @ts-expect-error -- no file says this code
  expect(new Fault('archive.forgotten')).toBeInstanceOf(Fault)
})

test('each file of errors is listed, and no code is in two of them', async () => {
  const folder = new URL('../../core/messages/errors/', import.meta.url)
  const files = readdirSync(folder).filter((name) => !/^(?:all-errors|error-text)\.ts$/u.test(name))
  const tables = await Promise.all(
    files.map(async (name) => (await import(new URL(name, folder).href)) as object),
  )
  const codes = tables.flatMap((exported) =>
    Object.values(exported).flatMap((table: object) => Object.keys(table)),
  )
  expect(codes.toSorted()).toEqual(errorCodes.toSorted())
})
