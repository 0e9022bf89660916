import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { fixturePath } from '../support/libraries.ts'
import { calledByPage } from './called-by-page.ts'
import { dropFiles } from './drop-files.ts'
import {
  type Home,
  NEEDS_ELECTRON,
  type ProgramOptions,
  programEnvironment,
  programPath,
  programWords,
} from './program.ts'
import { expect, test } from './test.ts'

/** A person's own recording. */
async function ownFile(home: Home, name: string, content = 'two-voices-8s-en.opus'): Promise<string> {
  const folder = path.join(home.folder, 'Mes entretiens')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, name)
  await copyFile(fixturePath(content), file)
  return file
}

const beforeIt = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^Transcribe (?:this recording|these recordings)/u })

test(`a file that the program was opened with is asked about and written down ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const file = await ownFile(home, 'été à Paris.opus')
  const { page } = await start({ files: [file], engine: 'counting' })
  await expect(beforeIt(page)).toContainText('été à Paris')
  await beforeIt(page).getByRole('button', { name: 'Transcribe' }).click()
  await page.getByRole('main').getByRole('link', { name: 'été à Paris' }).click()
  await expect(page.locator('.cm-line').first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
  // It is referenced, not copied.
  expect(await calledByPage(page, 'recordings.list', {})).toMatchObject([{ path: file }])
})

test(`a second start hands its file to the first and ends ${NEEDS_ELECTRON}`, async ({ home, start }) => {
  const first = await ownFile(home, 'first.opus')
  const second = await ownFile(home, 'second file.opus', 'one-voice-20s-fr.opus')
  // One arrives while the library of the first is still being opened.
  const slowNode = path.join(home.folder, 'slow-node')
  await writeFile(slowNode, `#!/bin/sh\nsleep 2\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 })
  const starting = start({ env: { PAROLO_NODE: slowNode } })
  await expect.poll(() => existsSync(path.join(home.profile, 'SingletonSocket'))).toBe(true)
  const early = startAgain(home, { files: [first] })
  const { page, app } = await starting
  await early
  await expect(beforeIt(page)).toContainText('first')
  await beforeIt(page).getByRole('button', { name: 'Not now' }).click()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())

  await startAgain(home, { files: [second] })
  await expect(beforeIt(page)).toContainText('second file')
  await beforeIt(page).getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'second file' })).toBeVisible()
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
  )
  expect(windows).toEqual([false])
})

test(`files dropped on the window come in by their place on the disk ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const files = [await ownFile(home, 'one.opus'), await ownFile(home, 'two.opus', 'one-voice-20s-fr.opus')]
  const { page } = await start()
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await dropFiles(page, files)
  await expect(beforeIt(page)).toContainText('one, two')
  await beforeIt(page).getByRole('button', { name: 'Not now' }).click()
  const recordings = await calledByPage(page, 'recordings.list', {})
  expect(recordings.map((recording) => recording.path)).toEqual(files.toReversed())
  expect(page.url()).toMatch(/^app:\/\/parolo\//u)
})

test(`an original that has moved is shown where it is now ${NEEDS_ELECTRON}`, async ({ home, start }) => {
  const file = await ownFile(home, 'moved.opus')
  const moved = path.join(home.folder, 'somewhere else.opus')
  const other = await ownFile(home, 'other.opus', 'one-voice-20s-fr.opus')
  const { page, dialogs } = await start({ files: [file] })
  await beforeIt(page).getByRole('button', { name: 'Not now' }).click()
  await rename(file, moved)
  await page.reload()
  const row = page.getByRole('listitem').filter({ hasText: 'moved' })
  await expect(row).toContainText('The original file was not found.')

  await dialogs.open([other])
  await row.getByRole('button', { name: 'Locate…' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(row).toContainText('The original file was not found.')
  await dialogs.open([moved])
  await row.getByRole('button', { name: 'Locate…' }).click()
  await expect(page.getByText('File located.')).toBeVisible()
  await expect(row).not.toContainText('was not found')
  expect(await calledByPage(page, 'recordings.list', {})).toMatchObject([{ path: moved, missing: false }])
})

/** Another start of the program by the same person; resolves when it has exited successfully. */
async function startAgain(home: Home, options: ProgramOptions): Promise<void> {
  const child = spawn(programPath(options), programWords(home, options), {
    env: programEnvironment(home, options),
    stdio: 'ignore',
  })
  const code = await new Promise<unknown>((resolve) => {
    child.once('error', resolve)
    child.once('exit', resolve)
  })
  expect(code).toBe(0)
}
