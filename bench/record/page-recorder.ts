import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { browserPlaying } from '../../e2e/support/fake-microphone.ts'
import { startHost } from '../../e2e/support/host.ts'
import { decodedTracks } from '#studio/recording/testing/decoded-tracks'
import { onlyMedia } from './recorded-speech.ts'
import { writeSweep } from './played-sweep.ts'

export interface PageComparison {
  /** Samples of the file from its first sound on. */
  readonly samples: number
  /** Those that are not what the audio thread posted. */
  readonly different: number
}

/** Keeps a copy of what the audio thread posts, before the page has it. */
const KEEP_POSTED = `
  globalThis.postedSound = []
  globalThis.AudioWorkletNode = class extends AudioWorkletNode {
    constructor(...words) {
      super(...words)
      this.port.addEventListener('message', ({ data }) => {
        if (data.samples) globalThis.postedSound.push([data.firstFrame, Array.from(data.samples)])
      })
    }
  }`

/** Records in Chromium and compares the file with what the page's audio thread posted. */
export async function recordPosted(folder: string, seconds: number): Promise<PageComparison> {
  const dataFolder = path.join(folder, 'library')
  await mkdir(dataFolder, { recursive: true })
  const played = path.join(folder, 'played.wav')
  await writeSweep(played, seconds + 60)
  const host = await startHost({ dataFolder })
  const browser = await browserPlaying(played)
  let posted: (readonly [number, readonly number[]])[]
  try {
    const page = await browser.newPage({ locale: 'en-GB' })
    await page.addInitScript(KEEP_POSTED)
    await page.goto(host.address)
    await page.getByRole('link', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Safe on disk').waitFor()
    await page.waitForTimeout(seconds * 1000)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.waitForURL(/#\/recording\//u)
    posted = await page.evaluate(
      () => (globalThis as unknown as { postedSound: (readonly [number, readonly number[]])[] }).postedSound,
    )
  } finally {
    await browser.close()
    await host.stop()
  }
  const [file = new Int16Array()] = await decodedTracks(await onlyMedia(dataFolder), 1)
  return compare(file, soundOf(posted))
}

function soundOf(posted: readonly (readonly [number, readonly number[]])[]): Int16Array {
  const start = posted[0]?.[0] ?? 0
  const end = Math.max(...posted.map(([firstFrame, samples]) => firstFrame + samples.length))
  const sound = new Int16Array(end - start)
  for (const [firstFrame, samples] of posted) sound.set(samples, firstFrame - start)
  return sound
}

function compare(file: Int16Array, posted: Int16Array): PageComparison {
  const from = file.findIndex((sample) => sample !== 0)
  const offset = posted.findIndex((_, at) => isThere(file, from, posted, at)) - from
  let different = 0
  for (let frame = from; frame < file.length; frame += 1)
    if (file[frame] !== posted[frame + offset]) different += 1
  return { samples: file.length - from, different }
}

function isThere(file: Int16Array, from: number, posted: Int16Array, at: number): boolean {
  for (let index = 0; index < 2_000; index += 1) if (file[from + index] !== posted[at + index]) return false
  return true
}
