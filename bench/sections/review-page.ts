import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import type { Doubt } from '#core/doubt/reasons'
import { reviewDocument } from '#core/review/review-document'
import { reviewPage } from '#core/review/review-page'
import { reviewSoundBytes } from '#core/review/review-sound'
import type { Transcript } from '#core/transcript/transcript'
import { readPageScript } from '#studio/review/page-script'
import { chromiumPath } from '../../scripts/find-browser.mjs'
import { syntheticText } from '../../e2e/support/synthetic-transcript.ts'
import { median, p95 } from '../editor/statistics.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const DURATION_MS = 7_200_000
const SIZE = { words: 20_000, paragraphs: 600, speakers: 6, durationMs: DURATION_MS }
const BIT_RATE = 24_000
const KEYS = 60
const OPENINGS = 5
/** Most ms until the text can be read, by how much the processor is slowed down. */
const READABLE = { 1: 1_000, 6: 3_000 } as const
const MOST_KEY_MS = 50

/** A page of 2 hours opened from a file, and keys in it, in Chromium as it is and with a sixth of the processor. */
export async function measureReviewPage({ say }: BenchContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-bench-'))
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const file = path.join(folder, 'review.html')
    await writePage(file)
    const { size } = await stat(file)
    const rows: string[][] = []
    for (const times of [1, 6] as const) {
      say(`  the processor at 1/${times}`)
      const { readableMs, wholeMs, keys } = await openings(browser, pathToFileURL(file).href, times)
      const most = READABLE[times]
      const slow = times === 1 ? 'as it is' : `slowed down ${times} times`
      rows.push(
        [`text readable, ${slow}`, inMs(readableMs), inMs(most), met(readableMs <= most)],
        [`answers to keys, ${slow}`, inMs(wholeMs), '', ''],
        [`a key, ${slow}: median`, inMs(median(keys)), '', ''],
        [`a key, ${slow}: 95 of 100`, inMs(p95(keys)), inMs(MOST_KEY_MS), met(p95(keys) <= MOST_KEY_MS)],
      )
    }
    return [
      `A review page of 2 hours, ${SIZE.words} words in ${SIZE.paragraphs} paragraphs with a place to check in every third, and ${(size / 1e6).toFixed(1)} MB`,
      'with its sound; from a file, in Chromium, medians of five openings. Readable: the first paint with text. A key: from its time',
      'to the next frame (Event Timing, steps of 8 ms), in the middle of the text.',
      '',
      table(['', '', 'aim at most', ''], rows),
    ].join('\n')
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function writePage(file: string): Promise<void> {
  const text = syntheticText(SIZE)
  const transcript: Transcript = {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    marks: [],
    ...text,
  }
  const doubts = text.paragraphs.flatMap(({ words }, index): Doubt[] => {
    const [from, to] = [words[2], words[3]]
    if (index % 3 !== 0 || from === undefined || to === undefined) return []
    const reasons = [{ reason: 'low-probability', band: 3, confidence: 0.3 }] as const
    return [{ fromWordId: from.id, toWordId: to.id, reasons, estimate: 0.5 }]
  })
  const recording = { title: 'Two hours', fileName: 'a.wav', durationMs: DURATION_MS, sha256: '' }
  const whole = reviewDocument({ document: { recording, transcript }, whole: transcript }, doubts, null)
  const [before, after] = reviewPage(whole, {
    review: 'bench',
    language: 'en',
    reviewer: '',
    speakerId: null,
    sound: { type: 'audio/webm', spans: [[0, DURATION_MS]], isAroundPlaces: false },
    script: await readPageScript(),
  })
  const sound = Buffer.alloc(reviewSoundBytes(DURATION_MS / 1_000, BIT_RATE), 0x5a)
  await writeFile(file, [before, sound.toString('base64'), after])
}

interface Opened {
  readonly readableMs: number
  /** Until its script has run. */
  readonly wholeMs: number
  readonly keys: readonly number[]
}

async function openings(browser: Browser, address: string, times: number): Promise<Opened> {
  const readable: number[] = []
  const whole: number[] = []
  let keys: number[] = []
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const page = await browser.newPage()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: times })
    await page.addInitScript(() => {
      const done = new MutationObserver(() => {
        if (document.querySelector('#kept[data-t]') === null) return
        performance.mark('answers')
        done.disconnect()
      })
      done.observe(document, { childList: true, subtree: true, attributes: true })
    })
    await page.goto(address, { waitUntil: 'load' })
    const [paint, answers] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      performance.getEntriesByName('answers')[0]?.startTime ?? Number.NaN,
    ])
    readable.push(paint ?? Number.NaN)
    whole.push(answers ?? Number.NaN)
    if (opening === OPENINGS - 1) keys = await typed(page)
    await page.close()
  }
  return { readableMs: median(readable), wholeMs: median(whole), keys }
}

async function typed(page: Page): Promise<number[]> {
  await page.locator('[data-p="300"] .pen').focus()
  await page.keyboard.press('Enter')
  await page.locator('textarea.text').press('End')
  await page.evaluate(() => {
    const durations: number[] = []
    Object.assign(globalThis, { durations })
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') durations.push(duration)
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.type('a', { delay: 60 })
  await page.waitForTimeout(500)
  const slow = await page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations)
  // Quicker ones are not reported.
  return [...slow, ...Array.from({ length: Math.max(0, KEYS - slow.length) }, () => 16)]
}

const inMs = (ms: number): string => `${Math.round(ms)} ms`
