import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { nemoMembers, tarGzBytes } from '../studio/models/archives/testing/tar-bytes.ts'
import { checkList } from './support/check-list.ts'
import { breakingServer } from './support/breaking-server.ts'
import { startHost } from './support/host.ts'
import { fixturePath, parolo } from './support/libraries.ts'
import { localModelsEnvironment } from './support/local-models.ts'
import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const title = 'one-voice-20s-en'
const archive = tarGzBytes(nemoMembers('a-better-model'))
const FIRST = 150
/** Sizes of the parts of unfinished downloads. */
async function partSizes(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => [])
  const parts = names.filter((name) => name.endsWith('.part'))
  return Promise.all(parts.map(async (name) => (await stat(path.join(folder, name))).size))
}

/** Those that may be recommended for English, depending on the computer's memory. */
const recommended = ['parakeet-unified-en-0.6b', 'parakeet-tdt-110m-en']

test('the recommended model is downloaded over a broken connection, used again on a recording, and its differences are taken in part', async ({
  context,
  folder,
  dataFolder,
}) => {
  const out = ['--out', folder, '--progress', 'none']
  await parolo(
    dataFolder,
    ['transcribe', fixturePath(`${title}.opus`), '--language', 'en', ...out],
    'counting',
  )
  const downloads = path.join(dataFolder, 'models', '.downloads')
  const stored = () => expect.poll(() => partSizes(downloads)).toEqual([FIRST])
  const server = await breakingServer(archive, { first: FIRST, stored })
  const sha256 = createHash('sha256').update(archive).digest('hex')
  const models = recommended.map((id) => ({ id, url: `${server.url}${id}`, bytes: archive.length, sha256 }))
  const host = await startHost({ dataFolder, env: localModelsEnvironment(models), isFromSource: true })
  try {
    const page = await context.newPage()
    await page.goto(`${host.address}#/settings/models`)

    // The recommendation, and its result.
    await page.getByRole('button', { name: 'Recommendation for' }).press('Enter')
    await page.getByRole('option', { name: 'English' }).press('Enter')
    const offer = page.getByRole('region', { name: 'Recommendation' })
    const heading = offer.getByRole('heading')
    await expect(heading).toHaveText(/: Parakeet .+$/u)
    const [, name = ''] = /: (Parakeet .*)$/u.exec(await heading.innerText()) ?? []
    await offer.getByRole('button', { name: 'Download' }).press('Enter')
    await expect(
      page.getByText('You already have the best model for English on this computer.'),
    ).toBeVisible()
    expect(server.ranges).toEqual(['', `bytes=${FIRST}-`])
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Downloaded, from the catalog' }),
    ).toContainText(name)
    await expect(page.getByRole('button', { name: `${name} English` })).toBeVisible()

    // The whole recording again with that model, which the dialog offers.
    await page.getByRole('link', { name: 'Recordings', exact: true }).click()
    const studio = await openText(page, title)
    const before = await studio.texts()
    const words = before.join(' ').split(/\s+/u)
    const differing = words.filter((word) => /^[Aa]t\d*[02468]x0/u.test(word)).length
    await studio.toLine(studio.lines.nth(0))
    await page.keyboard.press('Alt+s')
    const dialog = page.getByRole('dialog', { name: 'Second opinion' })
    await expect(dialog.getByRole('button', { name: /Speech model/u })).toContainText(name)
    await dialog.getByRole('button', { name: /Second opinion on/u }).click()
    await page.getByRole('option', { name: 'The whole transcript' }).click()
    await dialog.getByRole('button', { name: 'Get a second opinion' }).click()
    const { panel, open } = checkList(page)
    await expect(open).toBeFocused()
    await expect(open).toHaveAccessibleName(/^Difference: /u)
    await expect(panel.getByText(`0 of ${differing} looked at`)).toBeVisible()
    expect(await studio.texts()).toEqual(before)

    // The first and the third are accepted; the second and all others stay.
    for (const [key, settled] of [
      ['Enter', 1],
      ['Delete', 2],
      ['Enter', 3],
    ] as const) {
      await page.keyboard.press(key)
      await expect(panel.getByText(`${settled} of ${differing} looked at`)).toBeVisible()
      await expect(open).toBeFocused()
    }
    await panel.getByRole('button', { name: 'Keep all' }).click()
    await expect(panel.getByText('All differences are settled.')).toBeVisible()
    await studio.saved()
    const expected = before.map((text) => text.replace('At0x0', 'Other0x0').replace('at4x0', 'other4x0'))
    expect(textsOf(await storedTranscript(dataFolder, title)).map((text) => text.trim())).toEqual(expected)

    // One step each.
    await studio.undo.click()
    await studio.undo.click()
    await expect.poll(() => studio.texts()).toEqual(before.map((text) => text.replace('At0x0', 'Other0x0')))
    await page.close()
  } finally {
    server.close()
    await host.stop()
  }
})
