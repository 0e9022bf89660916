import { rm } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import Database from 'better-sqlite3'
import { fillDisk, mayMount, mountDisk } from '../cli/testing/mounts.ts'
import { holdEngines } from './support/engine-processes.ts'
import { startHost } from './support/host.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { picture } from './support/picture.ts'
import { shortMeeting } from './support/short-meeting.ts'
import { selectRight, studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const mounts = await mayMount()
const leftOut = mounts ? '' : ' (left out: no right to mount here)'

test(`a disk that fills up while it works: work and corrections wait, say so, and go on with room${leftOut}`, async ({
  folder,
  context,
}) => {
  test.skip(!mounts)
  test.setTimeout(360_000)
  const dataFolder = path.join(folder, 'on a small disk')
  const disk = await mountDisk(dataFolder, '300m')
  try {
    await parolo(dataFolder, ['add', await shortMeeting(folder)])
    const host = await startHost({ dataFolder })
    try {
      const page = await context.newPage()
      await page.goto(host.address)
      const studio = studioPage(page)
      await rowOf(page, 'meeting-en').getByRole('button', { name: 'Transcribe…' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Transcribe' }).click()
      await rowOf(page, 'meeting-en').getByRole('link').click()
      await expect(studio.lines.first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
      // The disk is full before they are done, however quick they are.
      const goOn = holdEngines(host)
      await studio.toLine(studio.lines.first())
      giveBackReserve(dataFolder)
      const filler = await fillDisk(dataFolder)
      goOn()

      const banner = page.getByRole('main').getByRole('alert')
      await expect(banner).toContainText('The disk is full', { timeout: 30_000 })
      await expect(banner).toContainText(
        'The task resumes automatically once there is enough space. The text so far is kept.',
      )
      await selectRight(page, 'Good'.length)
      await page.keyboard.type('Kessler')
      const state = page.getByRole('banner').getByRole('status')
      await expect(state).toHaveText(/^Not saved yet, retrying · The disk is full\./u)
      await picture(page, 'k-disk-full-studio')
      await page.getByRole('link', { name: 'Recordings' }).click()
      await expect(banner).toContainText('The disk is full')
      await expect(rowOf(page, 'meeting-en').getByRole('status')).toHaveText(
        /^Waiting for disk space *\d+% done, nothing is lost$/u,
      )
      await picture(page, 'k-disk-full')
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await rowOf(page, 'meeting-en').getByRole('link').click()

      await rm(filler)
      await studio.saved()
      await expect(banner).toBeHidden({ timeout: 30_000 })
      await expect(page.getByRole('main').getByRole('status')).toBeHidden({ timeout: 180_000 })
      await expect(studio.lines.first()).toContainText(/^Kessler morning/u)
      const all = await parolo(dataFolder, ['show', 'meeting-en'])
      expect(all).toContain('Kessler morning')
      expect(all).toContain('See you on Thursday')
    } finally {
      await host.stop()
    }
  } finally {
    await disk.end()
  }
})

/** The database keeps its log's room for what is written next; without it the next write needs the disk. */
function giveBackReserve(dataFolder: string): void {
  const database = new Database(path.join(dataFolder, 'library.db'), { timeout: 10_000 })
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
