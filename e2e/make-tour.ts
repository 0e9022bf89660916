import type { Page } from '@playwright/test'
import path from 'node:path'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'

/** Seconds that each picture of the tour is shown. */
const secondsOfEach = 2.2

/**
 * Takes one picture after the other of what `steps` do on a page and writes them as one animated WebP of at most
 * 960 pixels' width.
 */
export async function makeTour(
  page: Page,
  folder: string,
  output: string,
  steps: readonly ((page: Page) => Promise<void>)[],
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await step(page)
    await page.mouse.move(0, 0)
    await page.waitForTimeout(600)
    await page.screenshot({ path: path.join(folder, `tour-${String(index).padStart(2, '0')}.png`) })
  }
  await ffmpeg(
    ['-framerate', String(1 / secondsOfEach), '-i', path.join(folder, 'tour-%02d.png')],
    ['-vf', 'scale=960:-2:flags=lanczos', '-c:v', 'libwebp_anim', '-quality', '80', '-loop', '0', output],
  )
}
