import { expect, test } from '../support/test.ts'
import { firefox } from './firefox.ts'
import { nullSinkMissing, startNullSink } from './null-sink.ts'
import { clickNamed, type OtherBrowser, waitFor } from './other-browser.ts'
import { webkit } from './webkit.ts'

/** Recognition may be slow on a busy machine. */
const WORK_MS = 120_000

for (const kind of [firefox, webkit]) {
  const missing = kind.missing ?? nullSinkMissing
  const leftOut = missing === null ? '' : ` (left out: ${missing})`
  test(`first start, sample, corrections, checking, captions and export in ${kind.name}${leftOut}`, async ({
    host,
  }) => {
    test.skip(missing !== null, missing ?? '')
    const sink = await startNullSink()
    try {
      const browser = await kind.start(sink.environment)
      try {
        await walkMainWay(browser, host.address)
      } finally {
        await browser.close()
      }
    } finally {
      await sink.stop()
    }
  })
}

async function walkMainWay(browser: OtherBrowser, address: string): Promise<void> {
  await browser.open(address)
  await clickNamed(browser, 'button', 'Open the sample', WORK_MS)
  await waitFor(browser, 'the text', () => document.querySelectorAll('.cm-line').length > 5, null, WORK_MS)
  await waitFor(
    browser,
    'the end of the job',
    () => ![...document.querySelectorAll('main button')].some((button) => button.textContent === 'Stop'),
    null,
    WORK_MS,
  )
  const before = await texts(browser)
  expect(before.join(' ')).toMatch(/workshop .*bicycles .*repair tickets/iu)

  // A word is corrected by keys, and the correction is undone.
  await toLine(browser, 1)
  const [word = ''] = before[1]?.split(' ') ?? []
  for (const _letter of word) await browser.press('Shift+ArrowRight')
  await browser.type('Kessler')
  const corrected = before.with(1, before[1]?.replace(word, 'Kessler') ?? '')
  await untilTexts(browser, corrected)
  const steps = await pressUntil(browser, 'Control+z', before)
  expect(await pressUntil(browser, 'Control+y', corrected)).toBe(steps)

  // Enter splits at the caret, Backspace joins.
  await browser.press('Home')
  for (const _letter of 'Kessler ') await browser.press('ArrowRight')
  await browser.press('Enter')
  await waitFor(
    browser,
    'one paragraph more',
    (count) => document.querySelectorAll('.cm-line').length === count,
    before.length + 1,
  )
  await browser.press('Backspace')
  await untilTexts(browser, corrected)

  // Text copied across paragraphs includes the speakers; pasted here it is the text alone.
  await keepCopiedText(browser)
  await toLine(browser, 1)
  for (const _letter of `${corrected[1]} ${corrected[2]}`) await browser.press('Shift+ArrowRight')
  await browser.press('Control+c')
  const copied = await waitFor(browser, 'the copy', () => (window as Keeping).copiedText, null)
  expect(copied).toMatch(/^Speaker \d: .*\nSpeaker \d: /u)
  await browser.press('Backspace')
  await expect.poll(() => texts(browser)).not.toEqual(corrected)
  await browser.press('Control+v')
  await untilTexts(browser, corrected)

  // F8 opens the first place to check, Tab plays it to its end, Delete keeps the text.
  await clickNamed(browser, '[role=tab]', 'Check')
  await clickNamed(browser, 'button', 'Less likely places')
  await toLine(browser, 1)
  await browser.press('F8')
  await waitFor(
    browser,
    'a place to check',
    () => document.activeElement?.getAttribute('aria-label')?.startsWith('To check: '),
    null,
  )
  const place = await openPlace(browser)
  await browser.press('Tab')
  await waitFor(browser, 'sound', () => document.querySelector('[aria-label^="Pause"]') !== null, null)
  await waitFor(browser, 'its end', () => document.querySelector('[aria-label^="Play"]') !== null, null)
  await browser.press('Delete')
  await waitFor(
    browser,
    'the next place',
    (last) => {
      const label = document.activeElement?.getAttribute('aria-label')
      return label?.startsWith('To check: ') && document.activeElement?.textContent !== last
    },
    place,
  )

  // The captions contain the correction.
  await clickNamed(browser, 'nav button', 'Captions')
  await waitFor(browser, 'the captions', () => document.body.textContent?.includes('Kessler'), null)

  // The exported text is the corrected one.
  await keepSavedFiles(browser)
  await clickNamed(browser, 'button', 'Export')
  await clickNamed(browser, '[role=treeitem]', 'SubRip')
  await waitFor(
    browser,
    'the preview',
    // The previous preview is shown until it is made.
    () => /00:00:0\d,\d{3} -->/u.test(document.querySelector('[role=dialog]')?.textContent ?? ''),
    null,
  )
  await clickNamed(browser, '[role=dialog] button', 'Save')
  const saved = await waitFor(browser, 'the file', () => (window as Keeping).savedFiles?.[0], null)
  expect(saved).toMatch(/^1\r?\n00:00:0\d,\d{3} --> /u)
  expect(saved).toContain('Kessler')
}

interface Keeping extends Window {
  copiedText?: string
  savedFiles?: string[]
}

async function keepCopiedText(browser: OtherBrowser): Promise<void> {
  await browser.evaluate(() => {
    addEventListener('copy', ({ clipboardData }) => {
      ;(window as Keeping).copiedText = clipboardData?.getData('text/plain') ?? ''
    })
  }, null)
}

/** Stores as text what the page passes to the browser to save, however the browser handles downloads. */
async function keepSavedFiles(browser: OtherBrowser): Promise<void> {
  await browser.evaluate(() => {
    const saved: string[] = []
    ;(window as Keeping).savedFiles = saved
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (object) => {
      if (object instanceof Blob) void object.text().then((text) => saved.push(text))
      return make(object)
    }
  }, null)
}

function texts(browser: OtherBrowser): Promise<string[]> {
  return browser.evaluate(
    () => [...document.querySelectorAll<HTMLElement>('.cm-line')].map((line) => line.innerText),
    null,
  )
}

async function untilTexts(browser: OtherBrowser, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => texts(browser)).toEqual(wanted)
}

/**
 * Typing without a pause is one step of undo: on a slow machine a word may be two. Returns the number of
 * steps.
 */
async function pressUntil(browser: OtherBrowser, keys: string, wanted: readonly string[]): Promise<number> {
  for (let steps = 1; steps < 10; steps += 1) {
    const seen = await texts(browser)
    await browser.press(keys)
    await expect.poll(() => texts(browser)).not.toEqual(seen)
    if (JSON.stringify(await texts(browser)) === JSON.stringify(wanted)) return steps
  }
  throw new Error(`${browser.name}: ${keys} does not lead there`)
}

function openPlace(browser: OtherBrowser): Promise<string> {
  return browser.evaluate(() => document.activeElement?.textContent ?? '', null)
}

async function toLine(browser: OtherBrowser, index: number): Promise<void> {
  const place = await waitFor(
    browser,
    `line ${index}`,
    (which) => {
      const line = document.querySelectorAll('.cm-line')[which]
      if (line === undefined) return null
      const { left, top } = line.getBoundingClientRect()
      return { x: left + 4, y: top + 10 }
    },
    index,
  )
  await browser.click(place.x, place.y)
  await browser.press('Home')
}
