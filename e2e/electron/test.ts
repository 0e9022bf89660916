import { test as base, expect } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { copyLibrary, type LibraryName } from '../support/libraries.ts'
import { type Home, isLeftOut, type Program, type ProgramOptions, startProgram } from './program.ts'

interface Places {
  /** The library that the program finds at its start. */
  readonly library: LibraryName
  readonly home: Home
  /** Starts the program; if still running at the end, it is killed. Errors in main fail the test. */
  readonly start: (options?: ProgramOptions) => Promise<Program>
  readonly onlyWithElectron: void
}

export const test = base.extend<Places>({
  library: ['empty', { option: true }],
  onlyWithElectron: [
    // The runner requires the pattern, even if it is empty.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, info) => {
      info.skip(...isLeftOut)
      await use()
    },
    { auto: true },
  ],
  home: async ({ library }, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-window-'))
    const home = { folder, dataFolder: path.join(folder, 'library'), profile: path.join(folder, 'profile') }
    await copyLibrary(library, home.dataFolder)
    await use(home)
    // A killed program's children end a moment later.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  },
  start: async ({ home }, use) => {
    const programs: Program[] = []
    await use(async (options) => {
      const program = await startProgram(home, options)
      programs.push(program)
      return program
    })
    for (const program of programs) {
      if (!program.hasEnded()) expect(await program.mainErrors(), 'nothing fails in main').toEqual([])
      await program.kill()
    }
  },
})

export { expect }
