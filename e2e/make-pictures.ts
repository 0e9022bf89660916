/**
 * `npm run pictures` recreates the README's pictures: five recordings, actually transcribed, in a real
 * browser.
 */
import { chromium, type Page } from '@playwright/test'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { conversationFr } from '../cli/testing/speech.ts'
import { chromiumPath } from '../scripts/find-browser.mjs'
import { startHost } from './support/host.ts'
import { fixturePath, meetingPath, parolo, samplePath } from './support/libraries.ts'
import { makeTour } from './make-tour.ts'

const place = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
/** The list shows the newest first. */
const RECORDINGS = ['Allotment meeting, October', 'Note du matin', 'Radio de quartier', 'The old workshop']
const FILM = 'Interview on film'

const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-pictures-'))
try {
  const dataFolder = path.join(folder, 'data')
  await writeLibrary(dataFolder)
  const host = await startHost({ dataFolder })
  const executablePath = chromiumPath()
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath })
  try {
    const viewport = { width: 1440, height: 900 }
    const context = await browser.newContext({ viewport, colorScheme: 'light', locale: 'en-GB' })
    await takePictures(await context.newPage(), host.address)
    const small = { viewport: { width: 1200, height: 750 }, colorScheme: 'light', locale: 'en-GB' } as const
    await takeTour(await (await browser.newContext(small)).newPage(), host.address)
  } finally {
    await browser.close()
    await host.stop()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function writeLibrary(dataFolder: string): Promise<void> {
  const sources = [meetingPath, fixturePath('one-voice-20s-fr.opus'), conversationFr, samplePath]
  for (const [index, title] of RECORDINGS.entries()) {
    const file = path.join(folder, `${title}.opus`)
    await cp(sources[index] ?? samplePath, file)
    await transcribe(dataFolder, file)
  }
  const film = path.join(folder, `${FILM}.webm`)
  const scene =
    'gradients=size=960x540:rate=12:duration=48:c0=0x1d3b4f:c1=0xc98f5a:c2=0x51624f:n=3:speed=0.01:seed=7,format=yuv420p'
  await ffmpeg(
    ['-f', 'lavfi', '-i', scene, '-i', samplePath],
    [
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-b:v',
      '1M',
      '-c:a',
      'copy',
      '-shortest',
      film,
    ],
  )
  await transcribe(dataFolder, film)
}

async function transcribe(dataFolder: string, file: string): Promise<void> {
  await parolo(dataFolder, ['transcribe', file, '--out', path.join(folder, 'out'), '--progress', 'none'])
}

async function takePictures(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('link', { name: FILM }).waitFor()
  await picture(page, 'library')
  await open(page, 'The old workshop')
  await nameSpeaker(page, 1, 'Anna')
  await nameSpeaker(page, 2, 'Sam')
  await page.getByRole('tab', { name: 'Voices' }).first().waitFor()
  await page.keyboard.press('F8')
  // In clear sound hardly anything is likely to be wrong.
  const less = page.getByRole('button', { name: /^Less likely places/u })
  const openItem = page.locator('li[aria-current="true"]')
  await less.or(openItem).first().waitFor()
  if (await less.isVisible()) await less.click()
  await openItem.waitFor()
  await picture(page, 'check')
  await page.keyboard.press('Control+3')
  await page.waitForTimeout(500)
  await picture(page, 'speaking')
  await page.goBack()
  await page.goto(new URL('/', address).href)
  await open(page, RECORDINGS[0] ?? '')
  await nameSpeaker(page, 1, 'Judith')
  await picture(page, 'studio')
  await page.goto(new URL('/', address).href)
  await open(page, FILM)
  await page.keyboard.press('Control+2')
  await page.locator('[data-cue="3"]').click()
  await page.waitForTimeout(800)
  await page.keyboard.press('Escape')
  await picture(page, 'captions')
}

/** From the library to checked text, a cut and captions, for the README. */
async function takeTour(page: Page, address: string): Promise<void> {
  const title = RECORDINGS[0] ?? ''
  await makeTour(page, folder, path.join(place, 'tour.webp'), [
    async () => {
      await page.goto(address)
      await page.getByRole('link', { name: title }).waitFor()
    },
    async () => await open(page, title),
    async () => {
      await page.keyboard.press('F8')
      await page.locator('li[aria-current="true"]').waitFor()
    },
    async () => {
      await page.keyboard.press('Enter')
      await page.waitForTimeout(400)
    },
    async () => {
      await page.keyboard.press('Alt+k')
      await page.getByRole('button', { name: 'Found' }).click()
      await page.getByRole('menuitem', { name: /^Long pauses/u }).click()
    },
    async () => {
      await page.getByRole('button', { name: /^Shorten/u }).click()
      await page.keyboard.press('Escape')
      await page.locator('.cm-line').nth(1).click({ clickCount: 3 })
      await page.keyboard.press('Delete')
    },
    async () => {
      await page.keyboard.press('Control+2')
      await page.locator('[data-cue]').first().click()
      await page.waitForTimeout(600)
    },
    async () => {
      await page.keyboard.press('Control+3')
      await page.waitForTimeout(600)
    },
    async () => {
      await page.keyboard.press('Control+1')
      await page.keyboard.press('Control+e')
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(1200)
    },
  ])
}

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).click()
  await page.locator('.cm-line').first().waitFor()
}

async function nameSpeaker(page: Page, number: number, name: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^Speaker: Speaker ${number},`, 'u') })
    .first()
    .click()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: new RegExp(`^Speaker: ${name},`, 'u') })
    .first()
    .waitFor()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForTimeout(500)
  await page.screenshot({ path: path.join(place, `${name}-light.png`) })
}
