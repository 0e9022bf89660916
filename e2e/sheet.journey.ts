import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SheetShape } from '#contracts/sheet'
import { downloadedBy } from './support/exported-files.ts'
import { parolo } from './support/libraries.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('the sheet of a transcript says what the command line says, with the word that was changed', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  await studio.clickWord(studio.lines.first(), (await studio.texts())[0]?.split(' ')[1] ?? '')
  await page.keyboard.type('x')
  await studio.saved()
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByText(/^about .*Wh, (?:estimated|measured)$/u)).toBeVisible()
  await page.getByRole('link', { name: /^Sheet/u }).click()
  await expect(page.getByRole('heading', { name: 'How this transcript was made' })).toBeVisible()
  await expect(page.getByText(/^1 of \d+ words changed$/u)).toBeVisible()
  await expect(page.getByRole('main').getByText('0 connections', { exact: true })).toBeVisible()

  const { name, bytes } = await downloadedBy(page, () =>
    page.getByRole('button', { name: 'Save as JSON…' }).click(),
  )
  expect(name).toBe('conversation-en.sheet.json')
  const saved = SheetShape.parse(JSON.parse(bytes.toString('utf8')))
  const printed: unknown = JSON.parse(await parolo(dataFolder, ['sheet', recording, '--format', 'json']))
  expect(saved).toEqual(printed)
  expect(saved.run?.cpuMs).toBeGreaterThan(500)

  // Only the sheet is printed, in black on white.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('table')).toBeVisible()
  const color = await page.getByRole('table').evaluate((table) => getComputedStyle(table).color)
  expect(color).toBe('rgb(0, 0, 0)')
  await page.emulateMedia({ media: null, colorScheme: null })
  await page.getByRole('link', { name: 'Back to the recording' }).click()
  await expect(studio.lines.first()).toBeVisible()
})

test('beside the sheet are the connections; what a terminal fetches comes to the list while it is open', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  await openText(page, recording)
  await page.getByRole('tab', { name: 'Details' }).click()
  await page.getByRole('link', { name: /^Sheet/u }).click()
  const panel = page.getByRole('complementary', { name: 'Network' })
  await expect(panel.getByRole('heading', { name: '0 connections for this recording' })).toBeVisible()
  await expect(panel.getByText(/^0 connections since /u)).toBeVisible()
  await panel.getByRole('link', { name: 'All connections' }).click()
  await expect(page.getByText('Parolo has not connected to any other computer.')).toBeVisible()

  const server = createServer((_request, response) => response.writeHead(404).end('no'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(parolo(dataFolder, ['models', 'add', `http://${host}/model.zip`])).rejects.toThrow(/404/u)
  server.close()
  await expect(page.getByText(/^1 connection since /u)).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toContainText(
    `${host}, asked for in a terminal, refused by the server (404).`,
  )
  await expect(page.getByText(`http://${host}/model.zip`)).toBeVisible()
})
