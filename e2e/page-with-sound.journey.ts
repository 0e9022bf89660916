import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { exportAs } from './support/exported-files.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('an exported page plays its sound from a paragraph, as one file and without any request', async ({
  visit,
  folder,
}) => {
  const studio = await visit()
  await openText(studio, 'conversation-en')
  const { bytes } = await exportAs(studio, 'Web page (HTML)')
  const file = path.join(folder, 'page.html')
  await writeFile(file, bytes)

  const page = await studio.context().newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url().slice(0, 20)))
  await page.goto(pathToFileURL(file).href)
  const sound = page.locator('audio')
  const at = (): Promise<number> => sound.evaluate((media: HTMLAudioElement) => media.currentTime)
  await expect.poll(() => sound.evaluate((media: HTMLAudioElement) => Math.round(media.duration))).toBe(47)
  const last = page.locator('main p').last()
  const start = Number(await last.getAttribute('data-start'))
  expect(start).toBeGreaterThan(30)
  await last.getByRole('button').click()
  await expect(last).toHaveClass('now')
  await expect.poll(at).toBeGreaterThan(start)
  await page.locator('main p').nth(1).getByRole('button').click()
  await expect.poll(at).toBeLessThan(start)
  expect(await sound.evaluate((media: HTMLAudioElement) => media.error)).toBeNull()
  expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:audio/webm'))).toEqual([])

  await page.getByRole('searchbox').fill('bicycles')
  await expect(page.locator('main p:visible')).not.toHaveCount(await page.locator('main p').count())
  // No name stands without a text.
  for (const section of await page.locator('main section:visible').all())
    await expect(section.locator('p:visible')).not.toHaveCount(0)
  await page.getByRole('searchbox').fill('')

  // A page that does not hold its sound tries the published one, then the file next to it, and says if there is none.
  const embedded = /src="data:audio\/webm;base64,([^"]*)"><\/audio>/u
  const base64 = embedded.exec(bytes.toString('utf8'))?.[1] ?? ''
  const sources = '><source src="https://sound.invalid/talk.webm"><source src="%23%3A%20talk.webm"></audio>'
  const silent = '<span class="silent" hidden>There is no sound with this page.</span>'
  await writeFile(file, bytes.toString('utf8').replace(embedded, sources + silent))
  await page.reload()
  await expect(page.getByText('There is no sound with this page.')).toBeVisible()
  await expect(page.locator('audio')).toBeHidden()
  await expect(page.locator('main p button').first()).toBeDisabled()
  await writeFile(path.join(folder, '#: talk.webm'), Buffer.from(base64, 'base64'))
  await page.reload()
  await expect(page.locator('audio')).toBeVisible()
  await expect(page.getByText('There is no sound with this page.')).toBeHidden()
  await expect(page.locator('main p button').first()).toBeEnabled()
  await page.locator('main p').last().getByRole('button').click()
  await expect.poll(at).toBeGreaterThan(start)
})
