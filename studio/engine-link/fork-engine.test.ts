import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { forkEngine } from './fork-engine.ts'
import { engineContract } from './testing/engine-contract.ts'

const startEngine = forkEngine(fileURLToPath(new URL('./testing/stub-engine.ts', import.meta.url)))

it.each(engineContract)('an engine $name', async ({ holds }) => {
  await expect(holds(startEngine, path.join(await temporaryFolder(), 'file'))).resolves.toBeUndefined()
})

it('an engine has large pages and gives freed memory back to the system, unless the person has set otherwise', async () => {
  const entry = path.join(await temporaryFolder(), 'entry.mjs')
  await writeFile(
    entry,
    `const { MALLOC_ARENA_MAX, MALLOC_MMAP_THRESHOLD_, GLIBC_TUNABLES } = process.env
process.stderr.write([MALLOC_ARENA_MAX, MALLOC_MMAP_THRESHOLD_, GLIBC_TUNABLES].join(' '))`,
  )
  vi.stubEnv('MALLOC_ARENA_MAX', '7')
  const said = await new Promise<string>((resolve) => {
    let text = ''
    forkEngine(entry)({
      message: () => undefined,
      stderr: (part) => (text += part),
      ended: () => resolve(text),
    })
  })
  vi.unstubAllEnvs()
  expect(said).toBe('7 4194304 glibc.malloc.hugetlb=1')
})
