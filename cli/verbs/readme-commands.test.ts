import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { verbs } from './verbs.ts'

it('README.md has an example of every command', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const shown = new Set([...readme.matchAll(/^npm run -s parolo -- (\S+)/gmu)].map(([, name]) => name))
  expect(verbs.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
})
