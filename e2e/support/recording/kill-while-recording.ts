import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { wavHeader } from '#studio/recording/wav-header'
import { browserPlaying } from '../fake-microphone.ts'
import { type Host, startHost } from '../host.ts'
import { recordedFiles } from './recorded-files.ts'
import { startRecording } from './start-recording.ts'
import { captureBlocks } from './captured-blocks.ts'
import { findLostSound, type LostSound, type RecordedTime } from './lost-sound.ts'

/** Longer than any of these recordings is on a busy machine: the microphone plays it in a loop. */
const NOISE_SECONDS = 240
const START_MS = 150_000

/**
 * `studio`: its process is killed and restarted immediately; `host`: it is unavailable for some seconds;
 * `page`: the page is killed, another one continues; `both`: page and studio at the same moment.
 */
export const killKinds = ['studio', 'host', 'page', 'both'] as const
export type KillKind = (typeof killKinds)[number]

export interface KilledRecording extends LostSound {
  readonly kinds: readonly KillKind[]
  readonly killedAtMs: readonly number[]
  /** Number of resulting recordings; should be one. */
  readonly recordings: number
}

/** Noise, so that each moment can be identified. Returns the file for a microphone. */
export async function noiseFile(folder: string): Promise<string> {
  const frames = NOISE_SECONDS * 48_000
  const samples = Int16Array.from({ length: frames }, () => Math.round((Math.random() - 0.5) * 12_000) || 1)
  const file = path.join(folder, 'noise.wav')
  await writeFile(file, Buffer.concat([wavHeader(frames * 2), new Uint8Array(samples.buffer)]))
  return file
}

/**
 * Records in Chromium with these kills at intervals, stops, and compares what was captured with what is kept.
 */
export async function killWhileRecording(
  folder: string,
  microphone: string,
  kinds: readonly KillKind[],
  random: () => number = Math.random,
): Promise<KilledRecording> {
  const dataFolder = path.join(folder, 'data')
  let host = await startHost({ dataFolder, engine: 'counting' })
  const { port } = host
  const browser = await browserPlaying(microphone)
  try {
    const context = await browser.newContext({ locale: 'en-GB' })
    const captured = await captureBlocks(context)
    let page = await startRecording(context, host, 'Talk')
    const times: RecordedTime[] = []
    const killedAtMs: number[] = []
    let fromMs = Date.now()
    for (const kind of kinds) {
      await pause(1_500 + random() * 2_500)
      killedAtMs.push(Date.now())
      if (kind === 'page' || kind === 'both') {
        times.push({ fromMs, toMs: Date.now() })
        await crash(page)
      }
      if (kind !== 'page') {
        await host.kill()
        if (kind === 'host') await pause(2_000 + random() * 4_000)
        host = await startHost({ dataFolder, port, engine: 'counting' })
      }
      if (kind === 'page' || kind === 'both') {
        page = await goOn(context, host)
        fromMs = Date.now()
      }
      await page.getByText('Safe on disk', { exact: true }).waitFor({ timeout: START_MS })
    }
    await pause(1_500)
    times.push({ fromMs, toMs: Date.now() })
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter')
    await page.waitForURL(/#\/recording\//u, { timeout: START_MS })
    const files = await recordedFiles(dataFolder)
    const [recorded = { startedAtMs: 0, samples: new Int16Array() }] = files
    const recordings = files.length
    return {
      kinds,
      killedAtMs,
      recordings,
      ...findLostSound(captured.blocks, captured.claims, recorded, times),
    }
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** As the system does with a page that uses too much memory. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  // It has no answer, as the page that would send it is gone.
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

async function goOn(context: BrowserContext, host: Host): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host.address)
  await page.getByRole('button', { name: 'Continue recording' }).press('Enter', { timeout: START_MS })
  await page.getByRole('button', { name: 'Pause' }).waitFor({ timeout: START_MS })
  return page
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
