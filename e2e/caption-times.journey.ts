import path from 'node:path'
import type { Locator } from '@playwright/test'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { expectAccessible } from './support/accessible.ts'
import { fixturePath, parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { boxOf, soundDock } from './support/sound-dock.ts'
import { contentOf, storedTranscript } from './support/stored-transcript.ts'
import { openText, studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const recording = 'conversation-en'
const pictures = process.env['PAROLO_PICTURES']

test.describe('the times of captions', () => {
  test.use({ library: 'sample' })

  test('are dragged, moved by keys and set at the playhead; undone, all is as before', async ({
    visit,
    dataFolder,
  }) => {
    const before = contentOf(await storedTranscript(dataFolder, recording))
    const page = await visit()
    const studio = await openText(page, recording)
    await page.keyboard.press('Control+2')
    const dock = soundDock(page)

    // A click on a caption in the waveform edits it and seeks there.
    await dock.wave.getByText(/^2 /u).click()
    const start = page.getByRole('slider', { name: 'Start of caption 2' })
    const end = page.getByRole('slider', { name: 'End of caption 2' })
    await expect(page.locator('[data-cue-field="1"]')).toBeFocused()
    const begins = await timeOf(start)
    const ends = await timeOf(end)

    // The playhead, now at its start, does not cover the edge.
    const edge = await boxOf(start)
    await page.keyboard.down('Alt')
    await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2)
    await page.mouse.down()
    await page.mouse.move(edge.x + edge.width / 2 + 12, edge.y + edge.height / 2, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await expect.poll(() => timeOf(start)).toBeGreaterThan(begins + 150)
    await page.getByRole('banner').getByRole('button', { name: /^Undo/u }).click()
    await expect.poll(() => timeOf(start)).toBe(begins)

    // The time is shown next to an edge while it is dragged.
    const { x, y, width, height } = await boxOf(end)
    await page.keyboard.down('Alt')
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 - 12, y + height / 2, { steps: 4 })
    await expect(dock.wave.getByText(/^Out 0:\d\d\.\d{3}$/u)).toBeVisible()
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'caption-times.png') })
    await expectAccessible(page)
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await expect.poll(() => timeOf(end)).toBeLessThan(ends - 150)
    const dragged = await timeOf(end)

    // By one frame, and by a tenth of a second.
    await end.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => timeOf(end)).toBe(dragged + 42)
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => timeOf(end)).toBe(dragged - 58)

    // In the text of the caption, the keys apply to its times.
    await page.locator('[data-cue-field="1"]').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => timeOf(start)).toBe(begins + 100)
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect.poll(() => timeOf(end)).toBe(dragged + 42)

    // Played from one second before, and set at the playback position.
    await page.keyboard.press('Shift+F6')
    await expect.poll(() => dock.second()).toBeGreaterThanOrEqual(Math.floor((begins + 500) / 1_000))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+i')
    await expect.poll(() => timeOf(start)).not.toBe(begins + 100)
    await dock.plays(() => page.keyboard.press('F6'))
    await expect(dock.play).toBeVisible()
    await page.keyboard.press('Alt+o')
    await expect.poll(() => timeOf(end)).toBe(dragged + 42)

    await studio.saved()
    const after = await storedTranscript(dataFolder, recording)
    expect(after.paragraphs).toEqual(before.paragraphs)
    expect(after.marks.length).toBeGreaterThan(before.marks.length)
    const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/u })
    while (await undo.isEnabled()) {
      await undo.click({ force: true })
      await page.waitForTimeout(50)
    }
    await expect.poll(() => timeOf(end)).toBe(ends)
    expect(await timeOf(start)).toBe(begins)
    await studio.saved()
    expect(contentOf(await storedTranscript(dataFolder, recording))).toEqual(before)
  })

  test('are tapped with a held key while the sound plays', async ({ visit }) => {
    const page = await visit()
    await openText(page, recording)
    await page.keyboard.press('Control+2')
    const dock = soundDock(page)
    await dock.wave.getByText(/^1 /u).click()
    await page.keyboard.press('Alt+t')
    const status = dock.wave.getByRole('status')
    await expect(status).toContainText('Next: 1')
    await dock.play.click()
    await expect(dock.pause).toBeVisible()
    await page.keyboard.down(' ')
    await expect(status).toContainText('Setting 1')
    await page.waitForTimeout(600)
    await page.keyboard.up(' ')
    await expect(status).toContainText('Next: 2')
    await expect(dock.pause).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(status).toBeHidden()
    await expect(dock.pause).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dock.play).toBeVisible()
  })
})

test('edges snap to the shots of a film, which are found when its captions are first shown', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const film = await threeShots(folder)
  await parolo(dataFolder, ['transcribe', film, '--quick', '--language', 'en', '--out', folder])
  const page = await visit()
  await rowOf(page, 'shots').getByRole('link').click()
  await expect(studioPage(page).lines.first()).toHaveText(/\w/u)
  await page.keyboard.press('Control+2')
  const dock = soundDock(page)
  await expect(dock.wave.locator('[data-shot]')).toHaveCount(2)
  const shot = Number(await dock.wave.locator('[data-shot]').first().getAttribute('data-shot'))
  expect(Math.abs(shot - 3_000)).toBeLessThan(100)

  // The end of the first caption is dragged near the first shot, and snaps to it.
  await dock.wave.getByText(/^1 /u).click()
  const end = page.getByRole('slider', { name: 'End of caption 1' })
  const line = await boxOf(dock.wave.locator('[data-shot]').first())
  const { x, y, width, height } = await boxOf(end)
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(line.x - 6, y + height / 2, { steps: 6 })
  await page.mouse.up()
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'caption-shots.png') })
  await expect.poll(() => timeOf(end)).toBe(shot)

  // By Netflix's rules it ends two frames before it: a problem, until all captions are snapped.
  await expect(page.getByText(/near a shot change/u).first()).toBeVisible()
  await page.getByRole('button', { name: 'Times of all captions' }).click()
  await page.getByRole('menuitem', { name: 'Snap to shots…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Snap \d+ of \d+ captions? to shots$/u })
  await expect(dialog.getByRole('listitem').first()).toContainText(
    /(starts|ends) 0\.\d\d\s*s (earlier|later)/u,
  )
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'caption-snap-all.png') })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /^Snap \d+$/u }).click()
  await expect.poll(() => timeOf(end)).toBe(shot - 80)
  await page.getByRole('banner').getByRole('button', { name: /^Undo/u }).click()
  await expect.poll(() => timeOf(end)).toBe(shot)
})

test('the waveform sets, adds and shows: clicks with keys, an empty stretch, a quiet voice', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const film = await threeShots(folder, 12)
  await parolo(dataFolder, ['transcribe', film, '--quick', '--language', 'en', '--out', folder])
  const page = await visit()
  await rowOf(page, 'shots').getByRole('link').click()
  await expect(studioPage(page).lines.first()).toHaveText(/\w/u)
  await page.keyboard.press('Control+2')
  const dock = soundDock(page)
  await dock.wave.getByText(/^1 /u).click()
  const end = page.getByRole('slider', { name: 'End of caption 1' })
  const ends = await timeOf(end)
  const { x, y, height } = await boxOf(end)
  await page.keyboard.down('Control')
  await page.mouse.click(x - 20, y + height / 2 + 20)
  await page.keyboard.up('Control')
  await expect.poll(() => timeOf(end)).toBeLessThan(ends)

  const higher = page.getByRole('slider', { name: 'Height of the waveform' })
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(higher).toHaveValue('1')

  const count = await page.locator('[data-index]').count()
  await dock.drag(0.8, 0.95)
  const insert = page.getByRole('button', { name: /^New caption/u })
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'caption-insert.png') })
  await expect(insert).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cue-field]')).toBeFocused()
  await page.keyboard.type('A new one.')
  await expect(page.locator('[data-cue-field]')).toHaveValue('A new one.')
  await studioPage(page).saved()
  await page.keyboard.press('Escape')
  await expect(dock.wave.getByText(`${count + 1} A new one.`)).toBeVisible()
})

const timeOf = async (edge: Locator): Promise<number> => Number(await edge.getAttribute('aria-valuenow'))

/** A video of three colors, cut at 3 s and 6 s, with speech of two people for eight seconds, then silence. */
async function threeShots(folder: string, endSeconds = 8): Promise<string> {
  const film = path.join(folder, 'shots.webm')
  const colors = [3, 3, endSeconds - 6].flatMap((seconds, index) => [
    '-f',
    'lavfi',
    '-i',
    `color=${['red', 'blue', 'white'][index] ?? ''}:size=320x180:rate=25:duration=${seconds}`,
  ])
  await ffmpeg(
    colors,
    ['-i', fixturePath('two-voices-8s-en.opus')],
    [
      '-filter_complex',
      '[0][1][2]concat=n=3:v=1[v]',
      '-map',
      '[v]',
      '-map',
      '3:a',
      '-af',
      'apad',
      '-t',
      String(endSeconds),
    ],
    ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus', film],
  )
  return film
}
