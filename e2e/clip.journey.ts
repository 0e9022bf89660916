import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { run } from '../studio/sound/captioned/testing/films.ts'
import { downloadedBy } from './support/exported-files.ts'
import { dropFiles } from './support/give-files.ts'
import { fixturePath } from './support/libraries.ts'
import { picture, pictures } from './support/picture.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/test.ts'

/** Pixels of the screen for one of the page: a preview 360 wide is as large as the film. */
test.use({ deviceScaleFactor: 3 })

const captions = `WEBVTT

00:00.520 --> 00:03.000
<v Nora>Where is the toaster now?

00:03.200 --> 00:06.000
<v Idris>Over there, on the table.
`

test('a clip is saved as its preview shows it: wave and words, then the video, cropped', async ({
  visit,
  folder,
}) => {
  const film = path.join(folder, 'film.webm')
  await ffmpeg(
    ['-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=25:duration=8'],
    ['-i', fixturePath('two-voices-8s-en.opus'), '-map', '0:v', '-map', '1:a', '-t', '8'],
    ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M', '-c:a', 'copy', film],
  )
  await writeFile(path.join(folder, 'film.vtt'), captions)
  const page = await visit()
  await page.addInitScript(keepSound)
  await page.reload()
  await dropFiles(page, [path.join(folder, 'film.vtt'), film])
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('/ 0:0')
  await page.locator('.cm-line').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ControlOrMeta+End')
  const open = page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Clip…' })
  await open.click()
  const dialog = page.getByRole('dialog', { name: 'Clip' })
  await dialog.getByRole('radio', { name: 'Wave' }).press('Space')
  await dialog.getByText('Spoken words light up').click()
  await expect(dialog.locator('figure rect').first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'x-clip')
  await expectSame(page, dialog, folder, { name: 'wave', rate: 30 })

  await open.click()
  await dialog.getByText('1:1', { exact: true }).click()
  await expect(dialog.getByLabel('Video').first()).toBeAttached()
  await picture(page, 'x-clip-square')
  await expectSame(page, dialog, folder, { name: 'video', rate: 25 })
})

declare global {
  interface Window {
    /** The sound that the player plays, which is in no document. */
    playedSound?: HTMLAudioElement
  }
}

function keepSound(): void {
  const Sound = window.Audio
  window.Audio = class extends Sound {
    constructor(source?: string) {
      super(source)
      window.playedSound = this
    }
  }
}

interface SavedClip {
  readonly name: string
  /** Frames a second of its film. */
  readonly rate: number
}

/** Saves the clip and compares frames with its preview: the first, a spoken word, around another caption, the last. */
async function expectSame(
  page: Page,
  dialog: Locator,
  folder: string,
  { name, rate }: SavedClip,
): Promise<void> {
  const figure = dialog.getByRole('figure', { name: 'Preview of the clip' })
  const hasFont = (): boolean =>
    document.fonts.check("20px 'Parolo Captions'") && document.fonts.status === 'loaded'
  // A tenth of a second later the first word is said: the film begins with a caption, and the sound follows the edge.
  const from = dialog.getByRole('slider', { name: 'From' })
  expect(await from.getAttribute('aria-valuenow')).toBe('420')
  await from.press('ArrowRight')
  await expect(from).toHaveAttribute('aria-valuenow', '520')
  await expect(figure.locator('p')).toHaveText(/Where is/u)
  await expect.poll(() => page.evaluate(hasFont)).toBe(true)
  const toMs = Number(await dialog.getByRole('slider', { name: 'To' }).getAttribute('aria-valuenow'))
  const frames = [
    0,
    rate,
    Math.round(rate * 2.4),
    Math.round(rate * 2.8),
    Math.floor(((toMs - 520) * rate) / 1_000) - 1,
  ]
  const shape = await figure.getAttribute('data-shape')
  const [width, height] = shape === '1:1' ? [360, 360] : [360, 640]
  const style = await page.addStyleTag({
    content: `figure[data-shape] { position: fixed !important; inset: 0 auto auto 0; z-index: 99; max-width: none !important;
      width: ${width}px !important; height: ${height}px !important; border-radius: 0 !important }`,
  })
  const shots: { readonly frame: number; readonly shot: string; readonly caption: string | null }[] = []
  for (const frame of frames) {
    // The first is shown as the dialog opens.
    if (frame > 0) await page.evaluate(seekTo, 0.52 + (frame + 0.5) / rate)
    await expect.poll(() => isStill(figure)).toBe(true)
    const shot = path.join(pictures ?? folder, `clip-${name}-${frame}.png`)
    await figure.screenshot({ path: shot })
    const [box] = await figure.locator('p').evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width: wide, height: high } = each.getBoundingClientRect()
        return [wide, high, x, y].map((length) => Math.round(length * devicePixelRatio)).join(':')
      }),
    )
    shots.push({ frame, shot, caption: box ?? null })
  }
  expect(shots.filter(({ caption }) => caption !== null)).toHaveLength(frames.length - 1)
  await style.evaluate((element) => element.parentElement?.removeChild(element))
  const { bytes } = await downloadedBy(page, () => dialog.getByRole('button', { name: 'Save clip' }).click())
  await expect(dialog).toBeHidden()
  const made = path.join(pictures ?? folder, `clip-${name}.mp4`)
  await writeFile(made, bytes)
  for (const { frame, shot, caption } of shots) {
    const at = (frame - 0.25) / rate
    expect(await likeness(shot, made, at), `frame ${frame}`).toBeGreaterThan(0.95)
    if (caption === null) continue
    const own = await likeness(shot, made, at, caption)
    // Letters are drawn by another program, up to two pixels aside.
    expect(own, `caption of frame ${frame}`).toBeGreaterThan(0.75)
    // Another word is said there.
    expect(await likeness(shot, made, at + 0.6, caption)).toBeLessThan(own)
  }
}

function seekTo(seconds: number): void {
  if (window.playedSound === undefined) throw new Error('no sound was played')
  window.playedSound.currentTime = seconds
}

const isStill = (figure: Locator): Promise<boolean> =>
  figure.evaluate((element) =>
    [...element.querySelectorAll('video')].every(
      (video) => !video.seeking && video.readyState >= video.HAVE_CURRENT_DATA,
    ),
  )

/** How alike a picture and a frame of a film are, 0 to 1 (SSIM), in a part of them (`width:height:x:y`) if it is given. */
async function likeness(shot: string, film: string, seconds: number, part?: string): Promise<number> {
  const cut = part === undefined ? '' : `,crop=${part}`
  const first = `trim=start=${Math.max(0, seconds)},setpts=PTS-STARTPTS,trim=end_frame=1`
  const graph = `[0:v]format=yuv420p${cut}[a];[1:v]${first},format=yuv420p${cut}[b];[a][b]ssim`
  const words = ['-v', 'info', '-i', shot, '-i', film, '-lavfi', graph, '-frames:v', '1', '-f', 'null', '-']
  const { stderr } = await run('ffmpeg', words)
  return Number(/All:([\d.]+)/u.exec(stderr)?.[1])
}
