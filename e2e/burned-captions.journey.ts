import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { type CaptionMeasures, measureCaption } from './support/caption-measures.ts'
import { downloadedBy, showFormat } from './support/exported-files.ts'
import { dropFiles } from './support/give-files.ts'
import { fixturePath } from './support/libraries.ts'
import { pictures } from './support/picture.ts'
import { expect, test } from './support/test.ts'

/** Latin, Greek and Cyrillic, and italics, and a line that is divided; no letter goes below the baseline. */
const lines: Readonly<Record<string, string>> = {
  '16:9': 'Where is <i>the toaster</i> now?\nТам. Εκεί είναι',
  '9:16': 'Where is it now and who has <i>taken it to the market</i>',
}
const films = [
  { shape: '16:9', width: 1_920, height: 1_080 },
  { shape: '9:16', width: 1_080, height: 1_920 },
] as const

/** Pixels of the screen for one of the page: a picture 360 high has 1,080 lines. */
const SCALE = 3
test.use({ deviceScaleFactor: SCALE })

for (const { shape, width, height } of films) {
  test(`captions are burned into a film of ${shape} where the page draws them, with a box or an outline`, async ({
    visit,
    folder,
  }) => {
    const ratio = width / height
    const film = path.join(folder, 'film.webm')
    await ffmpeg(
      ['-f', 'lavfi', '-i', `color=0x808080:size=${width}x${height}:rate=5:duration=8`],
      ['-i', fixturePath('two-voices-8s-en.opus'), '-map', '0:v', '-map', '1:a', '-t', '8'],
      ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'copy', film],
    )
    const captions = path.join(folder, 'film.en.srt')
    await writeFile(captions, `1\n00:00:01,000 --> 00:00:05,000\n${lines[shape]}\n`)
    const page = await visit()
    await dropFiles(page, [captions, film])
    await expect(page.getByRole('region', { name: 'Player' })).toContainText('/ 0:08')
    await page.keyboard.press('Control+2')
    await page.getByRole('button', { name: /^Wh/u }).click()

    // The picture has the film's shape.
    const figure = page.getByRole('figure', { name: 'Picture' })
    await expect(page.getByRole('radio', { name: shape, exact: true })).toBeChecked()
    const size = await figure.boundingBox()
    expect((size?.width ?? 0) / (size?.height ?? 1)).toBeCloseTo(ratio, 1)
    const offer = page.getByRole('button', { name: 'Use the rules “Vertical, 9:16”' })
    await expect(offer).toHaveCount(shape === '9:16' ? 1 : 0)

    await expectSame(page, ratio, folder, `${width}x${height}-box`)
    if (shape === '9:16') {
      await page.getByText('Above the phone’s buttons').click()
      const moved = await expectSame(page, ratio, folder, `${width}x${height}-phone`)
      expect(moved['bottom']).toBeLessThan(1_080 * 0.75)
    }
    await page.getByRole('radiogroup', { name: 'Behind the letters' }).getByText('Outline').click()
    await expectSame(page, ratio, folder, `${width}x${height}-outline`)
  })
}

/** Compares the page's picture with the film as it is exported now; the measures of the film. */
async function expectSame(page: Page, ratio: number, folder: string, name: string): Promise<CaptionMeasures> {
  const figure = page.getByRole('figure', { name: 'Picture' })
  await expect(figure.locator('p')).toBeVisible()
  const hasFont = (): boolean =>
    document.fonts.check("20px 'Parolo Captions'") && document.fonts.status === 'loaded'
  await expect.poll(() => page.evaluate(hasFont)).toBe(true)
  await expect
    .poll(() =>
      figure.getByLabel('Video').evaluate((element) => {
        const video = element as HTMLVideoElement
        return !video.seeking && video.readyState >= video.HAVE_CURRENT_DATA
      }),
    )
    .toBe(true)
  const shown = path.join(pictures ?? folder, `burned-${name}-page.png`)
  // Whole pixels, and as many as the film is compared at.
  const [width, height] = ratio < 1 ? [360, 360 / ratio] : [360 * ratio, 360]
  const style = await page.addStyleTag({
    content: `figure[aria-label='Picture'] { position: fixed !important; inset: 0 auto auto 0; z-index: 99;
      width: ${width}px !important; height: ${height}px !important; border-radius: 0 !important }`,
  })
  await figure.screenshot({ path: shown })
  await style.evaluate((element) => element.parentElement?.removeChild(element))
  const drawn = await measureCaption(shown, ratio)

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(dialog, /^MP4, captions burned in/u)
  const { bytes } = await downloadedBy(page, () =>
    dialog.getByRole('button', { name: 'Create the video' }).click(),
  )
  await expect(dialog).toBeHidden()
  const made = path.join(pictures ?? folder, `burned-${name}.mp4`)
  await writeFile(made, bytes)
  const burned = await measureCaption(made, ratio, 2)

  for (const [place, at] of Object.entries(drawn)) {
    expect(
      Math.abs(at - (burned[place] ?? Infinity)),
      `${name}, ${place}: ${at}, ${burned[place]}`,
    ).toBeLessThanOrEqual(2)
  }
  return burned
}
