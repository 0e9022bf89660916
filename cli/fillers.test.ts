import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { runParolo } from './testing/run-parolo.ts'
import { testHome } from './testing/test-home.ts'

const srt = `1
00:00:01,000 --> 00:00:04,000
Um, so we went, we went home.
`

it('hides fillers in captions and text, keeps them in .parolo.json with the choice, and refuses another one', async () => {
  const place = await testHome()
  const fileOf = (name: string): Promise<string> => readFile(path.join(place.folder, name), 'utf8')
  const run = (...words: readonly string[]) => runParolo(words, place)
  await writeFile(path.join(place.folder, 'talk.srt'), srt)
  const options = ['--language', 'en', '--out', 'clean']
  const made = await run(
    'convert',
    'talk.srt',
    '--format',
    'srt,txt,whisper,json',
    '--fillers',
    'hidden',
    ...options,
  )
  expect(made).toMatchObject({ exitCode: 0 })
  expect(await fileOf('clean/talk.srt')).toContain('\nSo we went home.\n')
  expect(await fileOf('clean/talk.txt')).toContain('So we went home.')
  const kept = JSON.parse(await fileOf('clean/talk.parolo.json')) as {
    readonly fillers: string
    readonly paragraphs: readonly { readonly words: readonly { readonly text: string }[] }[]
  }
  expect(kept.fillers).toBe('hidden')
  expect(kept.paragraphs[0]?.words.map(({ text }) => text).join(' ')).toBe('Um, so we went, we went home.')
  const again = ['convert', 'clean/talk.parolo.json', '--format', 'srt', '--out']
  expect(await run(...again, 'a')).toMatchObject({ exitCode: 0 })
  expect(await fileOf('a/talk.srt')).toContain('\nSo we went home.\n')
  expect(await run(...again, 'b', '--fillers', 'shown')).toMatchObject({ exitCode: 0 })
  expect(await fileOf('b/talk.srt')).toContain('\nUm, so we went, we went home.\n')
  const refused = await run(...again, 'c', '--fillers', 'gone')
  expect(refused.exitCode).toBe(2)
  expect(refused.stderr).toContain('--fillers gone')
})
