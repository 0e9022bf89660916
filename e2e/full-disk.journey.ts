import { rm } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { fillDisk, mayMount, mountDisk } from '../cli/testing/mounts.ts'
import { expectAccessible } from './support/accessible.ts'
import { countedSound } from './support/counted-sound.ts'
import { countedWords } from './support/counted-words.ts'
import { holdOnce } from './support/engine-processes.ts'
import { startHost } from './support/host.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { picture } from './support/picture.ts'
import { selectRight, studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const SECONDS = 200
const mounts = await mayMount()
const leftOut = mounts ? '' : ' (left out: no right to mount here)'

test(`a disk that fills up while it works: work and corrections wait, say so, and go on with room${leftOut}`, async ({
  folder,
  context,
}) => {
  test.skip(!mounts)
  const dataFolder = path.join(folder, 'on a small disk')
  const disk = await mountDisk(dataFolder, '300m')
  try {
    await parolo(dataFolder, ['add', await countedSound(folder, 'meeting-en', SECONDS)])
    const host = await startHost({ dataFolder, engine: 'counting' })
    try {
      const page = await context.newPage()
      await page.goto(host.address)
      const studio = studioPage(page)
      await rowOf(page, 'meeting-en').getByRole('button', { name: 'Transcribe…' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Transcribe' }).click()
      await rowOf(page, 'meeting-en').getByRole('link').click()
      // The disk is full before they are done, however fast they are.
      const goOn = await holdOnce(host, () => studio.beginsWith('At0x0'))
      await studio.toLine(studio.lines.first())
      giveBackReserve(dataFolder)
      const filler = await fillDisk(dataFolder)
      goOn()

      const banner = page.getByRole('main').getByRole('alert')
      await expect(banner).toContainText('The disk is full')
      await expect(banner).toContainText(
        'The task resumes automatically once there is enough space. The text so far is kept.',
      )
      await selectRight(page, 'At0x0'.length)
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
      await expectAccessible(page)
      await rowOf(page, 'meeting-en').getByRole('link').click()

      await rm(filler)
      await studio.saved()
      await expect(banner).toBeHidden()
      await expect(page.getByRole('main').getByRole('status')).toBeHidden({ timeout: 150_000 })
      await expect(studio.lines.first()).toContainText(/^Kessler at0x5/u)
      const all = await parolo(dataFolder, ['show', 'meeting-en'])
      const said = countedWords({ from: 0, to: SECONDS }).map(({ text }) => text)
      expect(all.match(/\bat\d+x\d|Kessler/giu)).toEqual(
        said
          .join(' ')
          .replace('At0x0', 'Kessler')
          .match(/\bat\d+x\d|Kessler/giu),
      )
    } finally {
      await host.stop()
    }
  } finally {
    await disk.end()
  }
})

/** The database keeps its log's space for later writes; without it the next write needs the disk. */
function giveBackReserve(dataFolder: string): void {
  const database = new Database(path.join(dataFolder, 'library.db'), { timeout: 10_000 })
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
