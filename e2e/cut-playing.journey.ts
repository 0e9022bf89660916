import type { Page } from '@playwright/test'
import { readLoudness, soundDock } from './support/sound-dock.ts'
import { openText, type StudioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
/** Of the samples that the studio serves. */
const RATE = 16_000
/** A gap or an overlap at a join that nobody notices. */
const MOST_OFF = 0.005 * RATE

/** Cuts the first two words of the second paragraph; returns the edges of the cut in samples. */
async function cutWords(page: Page, studio: StudioPage): Promise<{ start: number; end: number }> {
  await readLoudness(page)
  await page.keyboard.press('Alt+k')
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Delete')
  const cut = page.locator('[data-cut]')
  await expect(cut).toHaveCount(1)
  const edges = (await cut.getAttribute('data-cut'))?.split(' ').map(Number) ?? []
  const [start = 0, end = 0] = edges.map((ms) => Math.round((ms * RATE) / 1_000))
  expect(end - start).toBeGreaterThan(RATE / 10)
  return { start, end }
}

test('at the audio graph’s output, sound before and after a join is where it belongs', async ({ visit }) => {
  const page = await visit()
  await page.addInitScript(() => {
    // Renders what is scheduled instead of playing it.
    class Rendered extends OfflineAudioContext {
      #hasStarted = false
      constructor({ sampleRate = 48_000 }: AudioContextOptions) {
        super(1, sampleRate * 30, sampleRate)
      }
      override suspend(): Promise<void> {
        return Promise.resolve()
      }
      override async resume(): Promise<void> {
        if (this.#hasStarted) return
        this.#hasStarted = true
        const { length } = this
        const rendered = await this.startRendering()
        Object.assign(window, { rendered: rendered.getChannelData(0).slice(0, length) })
      }
      close(): Promise<void> {
        return Promise.resolve()
      }
    }
    Object.assign(window, { AudioContext: Rendered })
  })
  await page.reload()
  const studio = await openText(page, recording)
  const { start, end } = await cutWords(page, studio)
  // Two seconds before the join and after it.
  await page.getByRole('button', { name: 'Play the join' }).click()
  await page.waitForFunction(() => 'rendered' in window)
  const off = await page.evaluate(
    async ({ start: first, end: second }) => {
      const { rendered } = window as unknown as { readonly rendered: Float32Array }
      const url = performance.getEntriesByType('resource').find(({ name }) => name.includes('/pcm?'))?.name
      const load = async (at: number, count: number): Promise<Float32Array> => {
        const range = `bytes=${at * 2}-${(at + count) * 2 - 1}`
        const bytes = await (await fetch(url ?? '', { headers: { range } })).arrayBuffer()
        return Float32Array.from(new Int16Array(bytes), (sample) => sample / 32_768)
      }
      const window_ = 16_000
      /** Where `sound` is in what was rendered: the place that differs least from it. */
      const placeOf = (sound: Float32Array): number => {
        let [best, least] = [-1, Infinity]
        for (let place = 0; place + sound.length < rendered.length && place < 6 * window_; place += 1) {
          let sum = 0
          for (let at = 0; at < sound.length && sum < least; at += 1)
            sum += Math.abs((rendered[place + at] ?? 0) - (sound[at] ?? 0))
          if (sum < least) [best, least] = [place, sum]
        }
        return best
      }
      const fade = 200
      const before = placeOf(await load(first - fade - window_, window_))
      const after = placeOf(await load(second + fade, window_))
      return { gap: after - before - window_ - 2 * fade, before }
    },
    { start, end },
  )
  expect(off.before).toBeGreaterThan(0)
  expect(Math.abs(off.gap)).toBeLessThan(MOST_OFF)
})

test('in Cut the position passes over what is cut, also at another speed, which is said', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const dock = soundDock(page)
  const { start, end } = await cutWords(page, studio)
  const bar = page.getByRole('region', { name: 'Cut of the sound' })
  const position = page.getByRole('region', { name: 'Player' }).getByRole('slider', { name: 'Position' })
  const seen = await position.evaluateHandle((slider) => {
    const places: number[] = []
    const note = (): void => void places.push(Number(slider.ariaValueNow))
    new MutationObserver(note).observe(slider, { attributes: true, attributeFilter: ['aria-valuenow'] })
    return places
  })
  await dock.plays(() => page.keyboard.press('Alt+h'))
  await expect(dock.play).toBeVisible({ timeout: 15_000 })
  const places = await seen.jsonValue()
  expect(Math.max(...places)).toBeGreaterThanOrEqual(Math.floor(end / RATE))
  expect(Math.min(...places)).toBeLessThanOrEqual(Math.ceil(start / RATE))

  await expect(bar.getByRole('note')).toBeHidden()
  await page.getByRole('button', { name: /^Speed/u }).click()
  await page.getByText('1.5×', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('note')).toHaveText('At 1.5×, cuts are jumped over')
  await dock.plays(() => page.keyboard.press('Alt+h'))
  await expect(dock.play).toBeVisible({ timeout: 15_000 })
})
