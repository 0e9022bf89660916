import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { runInProcess } from './testing/run-in-process.ts'
import { testHome } from './testing/test-home.ts'

const srt = `1
00:00:01,000 --> 00:00:04,000
So twelve euros, or fifty percent.
`

it('writes numbers in digits, keeps what was said in .parolo.json with the choice, and refuses another one', async () => {
  const place = await testHome()
  const fileOf = (name: string): Promise<string> => readFile(path.join(place.folder, name), 'utf8')
  const run = (...words: readonly string[]) => runInProcess(words, place)
  await writeFile(path.join(place.folder, 'talk.srt'), srt)
  const made = ['convert', 'talk.srt', '--format', 'srt,txt,json', '--numbers', 'digits', '--language', 'en']
  expect(await run(...made, '--out', 'digits')).toMatchObject({ exitCode: 0 })
  expect(await fileOf('digits/talk.srt')).toContain('\nSo €12, or 50%.\n')
  expect(await fileOf('digits/talk.txt')).toContain('So €12, or 50%.')
  expect(await fileOf('digits/talk.parolo.json')).toContain('"twelve"')
  const again = ['convert', 'digits/talk.parolo.json', '--format', 'srt', '--out']
  expect(await run(...again, 'a')).toMatchObject({ exitCode: 0 })
  expect(await fileOf('a/talk.srt')).toContain('\nSo €12, or 50%.\n')
  expect(await run(...again, 'b', '--numbers', 'spoken')).toMatchObject({ exitCode: 0 })
  expect(await fileOf('b/talk.srt')).toContain('\nSo twelve euros, or fifty percent.\n')
  const refused = await run(...again, 'c', '--numbers', 'roman')
  expect(refused.exitCode).toBe(2)
  expect(refused.stderr).toContain('--numbers roman')
})
