import { expect, it, vi } from 'vitest'
import { presetIds } from '#core/captions/presets/presets'
import { formatIds } from '#core/formats/formats'
import { main } from './main.ts'
import type { Verb } from './verbs/verb.ts'

vi.mock('./verbs/verbs.ts', async (importOriginal) => {
  const { verbs } = await importOriginal<typeof import('./verbs/verbs.ts')>()
  const madeUp: Verb = {
    name: 'made-up',
    options: { times: 'value', with: 'values', loud: 'switch' },
    help: {
      en: { arguments: 'WORD', purpose: 'make it up', text: 'Usage: parolo made-up WORD\n\n{formats}\n' },
      fr: { arguments: 'MOT', purpose: 'l’inventer', text: 'Usage : parolo made-up MOT\n\n{presets}\n' },
    },
    run: ({ invocation, terminal, dataFolder }) => {
      terminal.result(JSON.stringify({ ...invocation, dataFolder }))
      return Promise.resolve(7)
    },
  }
  return { verbs: [...verbs, madeUp] }
})

async function run(...words: readonly string[]) {
  const printed = { stdout: '', stderr: '' }
  const exitCode = await main(words, {
    stdout: { write: (content) => (printed.stdout += String(content)) },
    stderr: { write: (content) => (printed.stderr += content) },
  })
  return { exitCode, ...printed }
}

it('a command that is put into the list is in the list of commands, and has its help', async () => {
  const help = async (language: string, ...of: readonly string[]) =>
    (await run(...of, '--help', `--lang=${language}`)).stdout
  const words = (printed: string) => printed.replaceAll(/\n+/gu, ' ')
  expect(await help('en')).toMatch(/^ {2}made-up WORD {2,}make it up$/mu)
  expect(await help('fr')).toMatch(/^ {2}made-up MOT {2,}l’inventer$/mu)
  expect(words(await help('en', 'made-up'))).toBe(`Usage: parolo made-up WORD ${formatIds.join(', ')} `)
  expect(words(await help('fr', 'made-up'))).toBe(`Usage : parolo made-up MOT ${presetIds.join(', ')} `)
})

it('has its options, and runs', async () => {
  const words = ['a', '--loud', '--times', '2', '--with', 'b', '--with=c', '--data', '/d']
  const { exitCode, stdout } = await run('made-up', ...words)
  expect(exitCode).toBe(7)
  const options = { loud: true, times: '2', with: ['b', 'c'] }
  expect(JSON.parse(stdout)).toMatchObject({ verb: 'made-up', words: ['a'], options, dataFolder: '/d' })
  expect(await run('made-up', '--quiet', '--lang=en')).toMatchObject({ exitCode: 2, stdout: '' })
})
