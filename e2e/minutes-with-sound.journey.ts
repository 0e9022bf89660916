import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expectAccessible } from './support/accessible.ts'
import { downloadedBy } from './support/exported-files.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('minutes are heard at each item: on their page, and as one file without any request', async ({
  visit,
  folder,
}) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  const strip = page.getByRole('region', { name: 'Note' })
  for (const [line, key, text] of [
    [4, 'Alt+d', 'The workshop stays'],
    [2, 'Alt+a', 'Call the baker'],
  ] as const) {
    await studio.toLine(studio.lines.nth(line))
    await page.keyboard.press(key)
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(strip).toBeHidden()
  }
  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: 'Make minutes' }).press('Enter')
  const paper = page.getByRole('article')
  const decision = paper.getByRole('listitem').filter({ hasText: 'The workshop stays' })
  const hear = decision.getByRole('button', { name: /^Play 0:\d\d$/u })
  await hear.press('Enter')
  await decision.getByRole('button', { name: 'Stop' }).press('Enter')
  await expect(hear).toBeVisible()
  await page
    .getByRole('checkbox', { name: /^The sound around each, in HTML \(about \d+\skB\)$/u })
    .press('Space')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save as…' }).click()
  const { bytes } = await downloadedBy(page, () => page.getByRole('menuitem', { name: 'HTML' }).click())
  const file = path.join(folder, 'minutes.html')
  await writeFile(file, bytes)

  const opened = await page.context().newPage()
  const requests: string[] = []
  opened.on('request', (request) => requests.push(request.url().slice(0, 20)))
  await opened.goto(pathToFileURL(file).href)
  await expectAccessible(opened)
  const item = opened.getByRole('listitem').filter({ hasText: 'The workshop stays' }).getByRole('button')
  const sound = opened.locator('audio')
  const at = (): Promise<number> => sound.evaluate((media: HTMLAudioElement) => media.currentTime)
  const [from, to] = [await item.getAttribute('data-from'), await item.getAttribute('data-to')].map(Number)
  await item.press('Enter')
  await expect(item).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(at).toBeGreaterThan(from ?? 0)
  // It stops by itself at the end of the item.
  await sound.evaluate(
    (media: HTMLAudioElement, end) => {
      media.currentTime = end
    },
    (to ?? 0) - 0.3,
  )
  await expect(item).toHaveAttribute('aria-pressed', 'false')
  expect(await sound.evaluate((media: HTMLAudioElement) => media.paused)).toBe(true)
  expect(await at()).toBeLessThan((to ?? 0) + 0.6)
  await opened
    .getByRole('row', { name: /Call the baker/u })
    .getByRole('button')
    .click()
  await expect.poll(() => sound.evaluate((media: HTMLAudioElement) => media.paused)).toBe(false)
  expect(await sound.evaluate((media: HTMLAudioElement) => media.error)).toBeNull()
  expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:audio/webm'))).toEqual([])

  // The time of an item leads to its place in the recording.
  await decision.getByRole('link', { name: /^Go to 0:\d\d in the recording$/u }).click()
  await expect(studio.lines.first()).toBeVisible()
})
