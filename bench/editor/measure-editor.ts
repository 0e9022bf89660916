import type { CDPSession, Page } from 'playwright'
import type { Probes } from './page-probes.ts'
import { median, p95 } from './statistics.ts'

declare global {
  interface Window {
    readonly probes: Probes
  }
}

export interface EditorFigures {
  /** The first time, the code of the screen still has to be loaded. */
  readonly firstOpening: Opening
  readonly opening: Opening
  readonly emptyKey: readonly number[]
  readonly key: readonly number[]
  readonly playingWork: readonly number[]
  readonly findMs: number
  readonly hits: string
  readonly replaceMs: number
  readonly scrollFrames: readonly number[]
  readonly waveOpenMs: number
  readonly waveWork: readonly number[]
  readonly heapMegabytes: readonly number[]
  readonly heapMinutes: number
  readonly nodes: number
}

export interface Opening {
  /** From the click on the recording to the rendered text. */
  readonly clickMs: number
  /** The part of it from the unpacked words in the page to the rendered text. */
  readonly textMs: number
}

const KEYS = 120
const KEY_EVERY_MS = 90
const WHEELS = 120
const OPENINGS = 5

export interface MeasureEditorOptions {
  readonly title: string
  readonly heapMinutes: number
  readonly say: (line: string) => void
}

/** A person's steps through the page, timed. `page` is on the library, its probes installed. */
export async function measureEditor(page: Page, options: MeasureEditorOptions): Promise<EditorFigures> {
  const { title, say } = options
  const cdp = await page.context().newCDPSession(page)
  say('keys in an empty field')
  const emptyKey = await keysInEmptyField(page)
  say('opening')
  const firstOpening = await open(page, title)
  const again: Opening[] = []
  while (again.length < OPENINGS) {
    await backToLibrary(page)
    again.push(await open(page, title))
  }
  const opening = {
    clickMs: median(again.map(({ clickMs }) => clickMs)),
    textMs: median(again.map(({ textMs }) => textMs)),
  }
  const waveOpenMs = await page.evaluate(() =>
    window.probes.until(() => document.querySelector('[data-wave] canvas') !== null),
  )
  say('keys in the text')
  await typeInText(page)
  await page.evaluate(() => window.probes.takeKeys())
  await typeInText(page)
  const key = await page.evaluate(() => window.probes.takeKeys())
  const nodes = await page.evaluate(() => document.querySelectorAll('.cm-editor *').length)
  say('playing')
  const playingWork = await playing(page)
  say('scrolling')
  const scrollFrames = await scrolling(page)
  say('the waveform')
  const waveWork = await panningWave(page)
  say('finding and replacing')
  const { findMs, hits, replaceMs } = await findAndReplace(page)
  say(`${options.heapMinutes} minutes of playing, typing and scrolling`)
  const heapMegabytes = await heapOverTime(page, cdp, options.heapMinutes)
  return {
    firstOpening,
    opening,
    emptyKey,
    key,
    playingWork,
    findMs,
    hits,
    replaceMs,
    scrollFrames,
    waveOpenMs,
    waveWork,
    heapMegabytes,
    heapMinutes: options.heapMinutes,
    nodes,
  }
}

async function keysInEmptyField(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const field = document.createElement('div')
    field.contentEditable = 'true'
    field.id = 'empty-field'
    document.body.prepend(field)
    field.focus()
    window.probes.takeKeys()
  })
  await typeSlowly(page)
  return await page.evaluate(() => {
    document.querySelector('#empty-field')?.remove()
    return window.probes.takeKeys()
  })
}

async function typeSlowly(page: Page): Promise<void> {
  const letters = 'what was said is written down here '
  for (let index = 0; index < KEYS; index += 1) {
    await page.keyboard.press(
      letters.charAt(index % letters.length) === ' ' ? 'Space' : letters.charAt(index % letters.length),
    )
    await page.waitForTimeout(KEY_EVERY_MS)
  }
}

async function open(page: Page, title: string): Promise<Opening> {
  const link = page.getByRole('link', { name: title })
  await link.waitFor()
  const drawn = page.evaluate(() => {
    return new Promise<Opening>((resolve) => {
      const isThere = () => document.querySelectorAll('.cm-line').length > 5
      addEventListener(
        'click',
        () =>
          void window.probes
            .until(isThere)
            .then((clickMs) => resolve({ clickMs, textMs: window.probes.sinceText() })),
        { capture: true, once: true },
      )
    })
  })
  await link.click()
  return await drawn
}

async function backToLibrary(page: Page): Promise<void> {
  await page.goBack()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

async function typeInText(page: Page): Promise<void> {
  await page.locator('.cm-line').nth(3).click()
  await page.keyboard.press('End')
  await typeSlowly(page)
}

async function playing(page: Page): Promise<number[]> {
  await page.locator('.cm-line').nth(3).click()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1_000)
  await page.evaluate(() => window.probes.takeFrameWork())
  await page.waitForTimeout(8_000)
  const work = await page.evaluate(() => window.probes.takeFrameWork())
  await page.keyboard.press('Escape')
  return work
}

async function scrolling(page: Page): Promise<number[]> {
  const box = await page.locator('.cm-scroller').boundingBox()
  if (box === null) throw new Error('no text to scroll')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => window.probes.countFrames())
  for (let index = 0; index < WHEELS; index += 1) {
    await page.mouse.wheel(0, 240)
    await page.waitForTimeout(16)
  }
  return await page.evaluate(() => window.probes.takeFrames())
}

async function panningWave(page: Page): Promise<number[]> {
  const box = await page.locator('[data-wave]').boundingBox()
  if (box === null) throw new Error('no waveform')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => window.probes.takeFrameWork())
  await page.keyboard.down('Control')
  for (let index = 0; index < 40; index += 1) await page.mouse.wheel(0, index < 25 ? 120 : -120)
  await page.keyboard.up('Control')
  for (let index = 0; index < 60; index += 1) {
    await page.mouse.wheel(index % 2 === 0 ? 300 : 200, 0)
    await page.waitForTimeout(16)
  }
  return await page.evaluate(() => window.probes.takeFrameWork())
}

async function findAndReplace(page: Page): Promise<Pick<EditorFigures, 'findMs' | 'hits' | 'replaceMs'>> {
  await page.keyboard.press('Control+f')
  const query = page.getByRole('textbox', { name: 'Find', exact: true })
  await query.fill('th')
  await page.waitForTimeout(800)
  const found = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = document.body.innerText
        addEventListener(
          'input',
          () =>
            void window.probes
              .until(
                () => document.body.innerText !== before && /\d of [\d, ]+/.test(document.body.innerText),
              )
              .then(resolve),
          { capture: true, once: true },
        )
      }),
  )
  await query.press('e')
  const findMs = await found
  await page.waitForTimeout(800)
  await page.keyboard.press('Control+h')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('thee')
  await page.waitForTimeout(800)
  const button = page.getByRole('button', { name: /^Replace [\d,\s]+ of/ })
  const hits = (await button.textContent()) ?? ''
  const replaced = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'click',
          () =>
            void window.probes
              .until(() => /thee/i.test(document.querySelector('.cm-content')?.textContent ?? ''))
              .then(resolve),
          { capture: true, once: true },
        )
      }),
  )
  await button.click()
  const replaceMs = await replaced
  await page.waitForTimeout(2_000)
  await page.keyboard.press('Escape')
  return { findMs, hits: hits.trim(), replaceMs }
}

/** Heap after a forced collection, in MB, about every minute while the bench plays, types and scrolls. */
async function heapOverTime(page: Page, cdp: CDPSession, minutes: number): Promise<number[]> {
  const heap: number[] = []
  const note = async () => {
    // What the probes store is not part of the page.
    await page.evaluate(() => void [window.probes.takeFrameWork(), window.probes.takeKeys()])
    await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    heap.push(usedSize / 1024 / 1024)
  }
  await note()
  await page.locator('.cm-line').nth(2).click()
  await page.keyboard.press('Escape')
  for (let minute = 0; minute < minutes; minute += 1) {
    const until = Date.now() + 60_000
    while (Date.now() < until) {
      await page.mouse.wheel(0, 600)
      await page.waitForTimeout(300)
      await page.locator('.cm-line').nth(5).click()
      await page.keyboard.type('some more words ', { delay: 40 })
    }
    await note()
  }
  await page.keyboard.press('Escape')
  return heap
}

export function summary(values: readonly number[]): string {
  return `${median(values).toFixed(1)} / ${p95(values).toFixed(1)}`
}
