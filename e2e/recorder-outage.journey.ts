import { readdir, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { browserPlaying } from './support/fake-microphone.ts'
import { type Host, startHost } from './support/host.ts'
import { type Captured, captureBlocks } from './support/recording/captured-blocks.ts'
import { findKeptSound } from './support/recording/kept-sound.ts'
import { noiseFile } from './support/recording/kill-while-recording.ts'
import { recordedFiles } from './support/recording/recorded-files.ts'
import { startRecording } from './support/recording/start-recording.ts'
import { expect, test } from './support/test.ts'

const FRAMES_PER_MS = 48
/** The audio thread posts this much at once. */
const BLOCK_MS = 80
/** The recording may place sound this much earlier or later than it arrived: shorter delays are no gap. */
const MAX_OFF_MS = 100
/** Times are whole milliseconds: the difference of two is off by less than one. */
const ROUNDED_MS = 1

interface Scene {
  readonly dataFolder: string
  readonly host: Host
  readonly page: Page
  /** What the page's audio thread delivered. */
  readonly captured: Captured
}

async function recording(
  folder: string,
  work: (scene: Scene) => Promise<void>,
  prepare: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<void> {
  const dataFolder = path.join(folder, 'data')
  const host = await startHost({ dataFolder, engine: 'counting' })
  const browser = await browserPlaying(await noiseFile(folder))
  try {
    const context = await browser.newContext({ locale: 'en-GB' })
    const captured = await captureBlocks(context)
    await prepare(context)
    await work({ dataFolder, host, captured, page: await startRecording(context, host, 'Council') })
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** Runs the host again at its port until the work is done. */
async function hostAgain({ dataFolder, host }: Scene, work: () => Promise<void>): Promise<void> {
  const again = await startHost({ dataFolder, port: host.port, engine: 'counting' })
  try {
    await work()
  } finally {
    await again.stop()
  }
}

/** When Stop was pressed: not before the first time, not after the second. */
async function stop(page: Page): Promise<{ readonly fromMs: number; readonly toMs: number }> {
  const fromMs = Date.now()
  await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter')
  return { fromMs, toMs: Date.now() }
}

const isInLibrary = (page: Page) => expect(page).toHaveURL(/#\/recording\//u, { timeout: 150_000 })

async function seconds(page: Page): Promise<number> {
  const [minutes = 0, rest = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number)
  return minutes * 60 + rest
}

/**
 * All that was captured within a time is in these samples, in order, sample for sample, and nothing in between but
 * silence for as long as the machine kept the audio thread from running.
 */
function expectWhole({ captured }: Scene, samples: Int16Array, fromMs: number, toMs: number): void {
  const { blocks, missingMs, silenceMs, behindMs } = findKeptSound(captured.blocks, samples, { fromMs, toMs })
  expect(blocks).toBeGreaterThan((0.5 * (toMs - fromMs)) / BLOCK_MS)
  expect(missingMs).toBe(0)
  expect(silenceMs).toBeLessThanOrEqual(behindMs + MAX_OFF_MS + ROUNDED_MS)
}

test('Stop while the server is away is final: what was said until then is one recording, whole, once it is back', async ({
  folder,
}) => {
  await recording(folder, async (scene) => {
    const { page, host, dataFolder } = scene
    const fromMs = Date.now()
    await host.kill()
    await expect(page.getByRole('alert').getByText('Parolo is not responding.')).toBeVisible()
    await expect(page.getByText('Safe on disk', { exact: true })).toBeHidden()
    await expect.poll(() => seconds(page)).toBeGreaterThan(8)
    const stopped = await stop(page)
    await expect(
      page.getByText(/^Stopped\. This browser keeps .* of sound until Parolo is back\.$/u),
    ).toBeVisible()
    // Nothing said now is recorded.
    await page.waitForTimeout(3_000)
    await hostAgain(scene, () => isInLibrary(page))
    const files = await recordedFiles(dataFolder)
    expect(files.map(({ title }) => title)).toEqual(['Council'])
    const [{ samples } = { samples: new Int16Array() }] = files
    expectWhole(scene, samples, fromMs, stopped.fromMs)
    const later = findKeptSound(scene.captured.blocks, samples, { fromMs: stopped.toMs, toMs: Infinity })
    // What was posted late was captured before.
    expect(later.keptMs).toBeLessThanOrEqual(BLOCK_MS + later.lateMs)
  })
})

test('a server that is back too late has closed the recording: what the page kept is another one, reported with its length', async ({
  folder,
}) => {
  await recording(folder, async (scene) => {
    const { page, host, dataFolder } = scene
    const fromMs = Date.now()
    await host.kill()
    await expect.poll(() => seconds(page)).toBeGreaterThan(8)
    // As if the server had been unavailable since yesterday.
    const recordings = path.join(dataFolder, 'recordings')
    const yesterday = new Date(Date.now() - 24 * 3_600_000)
    for (const id of await readdir(recordings))
      await utimes(path.join(recordings, id, 'journal.jsonl'), yesterday, yesterday)
    let toMs = fromMs
    await hostAgain(scene, async () => {
      await expect(
        page.getByText(/\(\d:\d\d\) and everything after it are in “Council \(2\)”\./u),
      ).toBeVisible()
      await expect(page.getByText('Safe on disk', { exact: true })).toBeVisible()
      toMs = (await stop(page)).fromMs
      await isInLibrary(page)
    })
    const files = await recordedFiles(dataFolder)
    expect(files.map(({ title }) => title)).toEqual(['Council', 'Council (2)'])
    // Together they contain all of it.
    const all = Int16Array.from(files.flatMap(({ samples }) => [...samples]))
    expectWhole(scene, all, fromMs, toMs)
  })
})

test('a microphone that is unplugged and plugged in again: red while nothing is heard, green with sound', async ({
  folder,
}) => {
  const plug = (page: Page, on: boolean) =>
    page.evaluate((isPlugged) => (window as unknown as { plug: (on: boolean) => void }).plug(isPlugged), on)
  await recording(
    folder,
    async (scene) => {
      const { page, dataFolder } = scene
      await plug(page, false)
      await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
      await page.getByRole('button', { name: 'Resume' }).press('Enter')
      await expect(page.getByText('No sound: Microphone')).toBeVisible()
      await expect(page.getByText('Safe on disk', { exact: true })).toBeHidden()
      await plug(page, true)
      await expect(page.getByText('No sound: Microphone')).toBeHidden()
      await expect(page.getByText('Safe on disk', { exact: true })).toBeVisible()
      const fromMs = Date.now()
      const heardFrom = await seconds(page)
      await expect.poll(() => seconds(page)).toBeGreaterThan(heardFrom + 3)
      const stopped = await stop(page)
      await isInLibrary(page)
      const [{ samples } = { samples: new Int16Array() }] = await recordedFiles(dataFolder)
      // The microphone plays the same again, so only the end is searched.
      const end = samples.subarray(-(stopped.toMs - fromMs + 1_000) * FRAMES_PER_MS)
      expectWhole(scene, end, fromMs, stopped.fromMs)
    },
    // A fake microphone cannot be unplugged, so the page's request to the system is faked.
    (context) =>
      context.addInitScript(() => {
        const devices = navigator.mediaDevices
        const list = devices.enumerateDevices.bind(devices)
        const open = devices.getUserMedia.bind(devices)
        const tracks: MediaStreamTrack[] = []
        let isPlugged = true
        devices.enumerateDevices = async () => (isPlugged ? await list() : [])
        devices.getUserMedia = async (constraints) => {
          if (!isPlugged) throw new DOMException('unplugged', 'NotFoundError')
          const stream = await open(constraints)
          tracks.push(...stream.getTracks())
          return stream
        }
        const plugged = (on: boolean): void => {
          isPlugged = on
          if (!on) for (const track of tracks) track.stop()
        }
        Object.assign(window, { plug: plugged })
      }),
  )
})
