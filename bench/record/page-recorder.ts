import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { browserPlaying } from '../../e2e/support/fake-microphone.ts'
import { startHost } from '../../e2e/support/host.ts'
import { decodedTracks } from '#studio/recording/testing/decoded-tracks'
import { onlyMedia } from './recorded-speech.ts'
import { writeSweep } from './played-sweep.ts'

/** Number of the input, of the first frame, and samples. */
type Posted = readonly [input: number, firstFrame: number, samples: readonly number[]]

export interface PageComparison {
  /** Samples of the file from its first sound on. */
  readonly samples: number
  /** Those that differ from what the audio thread posted, in sequence. */
  readonly different: number
  /**
   * Silence of over 100 ms where a busy machine stopped the audio thread, which posts as if no time had
   * passed.
   */
  readonly stalls: number
}

/** In samples. */
const MIN_STALL = 4_800

/** Keeps a copy of what the audio thread posts, before the page receives it. */
const KEEP_POSTED = `
  globalThis.postedSound = []
  globalThis.AudioWorkletNode = class extends AudioWorkletNode {
    constructor(...words) {
      super(...words)
      this.port.addEventListener('message', ({ data }) => {
        if (data.samples) globalThis.postedSound.push([data.input, data.firstFrame, Array.from(data.samples)])
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
  let posted: readonly Posted[]
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
      () => (globalThis as unknown as { postedSound: readonly Posted[] }).postedSound,
    )
  } finally {
    await browser.close()
    await host.stop()
  }
  const [file = new Int16Array()] = await decodedTracks(await onlyMedia(dataFolder), 1)
  return compare(file, soundOf(posted, Math.min(...posted.map(([input]) => input))))
}

function soundOf(posted: readonly Posted[], input: number): Int16Array {
  const own = posted.filter(([from]) => from === input)
  const start = own[0]?.[1] ?? 0
  const end = Math.max(...own.map(([, firstFrame, samples]) => firstFrame + samples.length))
  const sound = new Int16Array(end - start)
  for (const [, firstFrame, samples] of own) sound.set(samples, firstFrame - start)
  return sound
}

function compare(file: Int16Array, posted: Int16Array): PageComparison {
  const from = file.findIndex((sample) => sample !== 0)
  const offset = posted.findIndex((_, at) => isThere(file, from, posted, at)) - from
  let [different, stalls, at] = [0, 0, from + offset]
  for (let frame = from; frame < file.length; frame += 1) {
    if (file[frame] !== posted[at]) {
      const silence = silentFrom(file, frame)
      if (silence > MIN_STALL && file[frame + silence] === posted[at]) {
        stalls += 1
        frame += silence
      } else different += 1
    }
    at += 1
  }
  return { samples: file.length - from, different, stalls }
}

function silentFrom(file: Int16Array, frame: number): number {
  let end = frame
  while (file[end] === 0) end += 1
  return end - frame
}

function isThere(file: Int16Array, from: number, posted: Int16Array, at: number): boolean {
  for (let index = 0; index < 2_000; index += 1) if (file[from + index] !== posted[at + index]) return false
  return true
}
