import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { forkEngine } from './fork-engine.ts'
import { engineContract } from './testing/engine-contract.ts'

const startEngine = forkEngine(fileURLToPath(new URL('./testing/stub-engine.ts', import.meta.url)))

it.each(engineContract)('an engine $name', async ({ holds }) => {
  await expect(holds(startEngine, path.join(await temporaryFolder(), 'file'))).resolves.toBeUndefined()
})
