import { test as base, expect, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { EngineKind } from './engine-kind.ts'
import { startHost, type Host } from './host.ts'
import { copyLibrary, type LibraryName } from './libraries.ts'

interface Places {
  /** The library that the host finds at its start. */
  readonly library: LibraryName
  readonly engine: EngineKind
  /** A folder for the duration of the test. */
  readonly folder: string
  readonly dataFolder: string
  readonly host: Host
  /** Opens the studio in a new page; errors in a page fail the journey. */
  readonly visit: (path?: string) => Promise<Page>
}

export const test = base.extend<Places>({
  library: ['empty', { option: true }],
  engine: ['speech', { option: true }],
  // The runner requires the pattern, even if it is empty.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-journey-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  dataFolder: async ({ folder, library }, use) => {
    const dataFolder = path.join(folder, 'data')
    await copyLibrary(library, dataFolder)
    await use(dataFolder)
  },
  host: async ({ dataFolder, engine }, use) => {
    const host = await startHost({ dataFolder, engine })
    await use(host)
    await host.stop()
  },
  visit: async ({ context, host }, use) => {
    const failures: string[] = []
    const pages: Page[] = []
    await use(async (hash = '/') => {
      const page = await context.newPage()
      pages.push(page)
      page.on('pageerror', (error) => failures.push(error.stack ?? error.message))
      await page.goto(`${host.address}#${hash}`)
      return page
    })
    for (const page of pages) await page.close()
    expect(failures, 'nothing fails in the page').toEqual([])
  },
})

export { expect }
