import type { Page } from '@playwright/test'
import { startHost } from './support/host.ts'
import { readLoudness } from './support/sound-dock.ts'
import { openText, type StudioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
const edge = (page: Page, name: 'Cut from' | 'Cut to') => page.getByRole('slider', { name })
const timeOf = async (page: Page, name: 'Cut from' | 'Cut to'): Promise<number> =>
  Number(await edge(page, name).getAttribute('aria-valuenow'))

async function grab(page: Page): Promise<void> {
  const box = await edge(page, 'Cut from').boundingBox()
  if (box === null) throw new Error('the edge is not shown')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 3, y)
}

test('an edge is dragged while another window moves the other one, then while the program is killed; undone after the restart', async ({
  visit,
  host,
  dataFolder,
}) => {
  const page = await visit()
  const studio: StudioPage = await openText(page, recording)
  await readLoudness(page)
  await page.keyboard.press('Alt+k')
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Alt+u')
  await expect(edge(page, 'Cut from')).toBeFocused()
  const [from, to] = [await timeOf(page, 'Cut from'), await timeOf(page, 'Cut to')]
  await studio.saved()

  const two = await openText(await visit(), recording)
  await two.page.keyboard.press('Alt+k')
  await two.page.keyboard.press('Control+F8')
  await expect(edge(two.page, 'Cut to')).toHaveAttribute('aria-valuenow', String(to))
  await grab(page)
  await edge(two.page, 'Cut to').press('ArrowLeft')
  await expect(edge(two.page, 'Cut to')).toHaveAttribute('aria-valuenow', String(to - 10))
  await expect(edge(page, 'Cut to')).toHaveAttribute('aria-valuenow', String(to - 10))
  await page.mouse.up()
  await expect(edge(page, 'Cut from')).not.toHaveAttribute('aria-valuenow', String(from))
  const dropped = await timeOf(page, 'Cut from')
  await expect(edge(two.page, 'Cut from')).toHaveAttribute('aria-valuenow', String(dropped))
  expect([await timeOf(page, 'Cut to'), await timeOf(two.page, 'Cut to')]).toEqual([to - 10, to - 10])

  await two.page.close()
  await studio.saved()
  await grab(page)
  await host.kill()
  await page.mouse.up()
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Not saved yet, retrying')
  await expect(edge(page, 'Cut from')).not.toHaveAttribute('aria-valuenow', String(dropped))
  const last = await timeOf(page, 'Cut from')
  const again = await startHost({ dataFolder, port: host.port })
  try {
    await studio.saved()
    await page.reload()
    await expect(studio.lines.first()).toHaveText(/\w/u)
    await page.keyboard.press('Alt+k')
    await page.keyboard.press('Control+F8')
    await expect(edge(page, 'Cut from')).toHaveAttribute('aria-valuenow', String(last))
    await studio.focus()
    for (const [start, end] of [
      [dropped, to - 10],
      [from, to - 10],
      [from, to],
    ]) {
      await page.keyboard.press('Control+z')
      await expect(edge(page, 'Cut from')).toHaveAttribute('aria-valuenow', String(start))
      await expect(edge(page, 'Cut to')).toHaveAttribute('aria-valuenow', String(end))
    }
  } finally {
    await again.stop()
  }
})
