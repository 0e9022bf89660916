import { expect, type Locator, type Page } from '@playwright/test'

/** The player below the text, as a person sees and uses it. */
export interface SoundDock {
  readonly play: Locator
  readonly pause: Locator
  readonly wave: Locator
  readonly following: Locator
  /** The playback position in whole seconds. */
  second(): Promise<number>
  toBeAt(second: number): Promise<void>
  /** Performs the action; resolves once the sound has begun to play, even if it has already stopped again. */
  plays(act: () => Promise<void>): Promise<void>
  /** Drags over the waveform, from and to as shares of its width. */
  drag(from: number, to: number): Promise<void>
  /** Observes the position from now on: the seconds it passed until it had gone back this many times. */
  watch(): Promise<{ goneBack(times: number): Promise<Seconds> }>
}

interface Seconds {
  readonly least: number
  readonly most: number
}

export function soundDock(page: Page): SoundDock {
  const dock = page.getByRole('region', { name: 'Player' })
  const position = dock.getByRole('slider', { name: 'Position' })
  const wave = dock.getByRole('region', { name: /^Waveform from/u })
  const second = async (): Promise<number> => Number(await position.getAttribute('aria-valuenow'))
  return {
    play: dock.getByRole('button', { name: 'Play', exact: true }),
    pause: dock.getByRole('button', { name: 'Pause', exact: true }),
    wave,
    following: dock.getByRole('button', { name: 'Follow' }),
    second,
    async toBeAt(wanted) {
      await expect(position).toHaveAttribute('aria-valuenow', String(wanted))
    },
    async plays(act) {
      // Seen in the page: what plays for a second may have ended before a busy machine looks from outside.
      const seen = await dock.evaluateHandle((element) => {
        const look = (): boolean => element.querySelector('button[aria-label="Pause"]') !== null
        const playing = { hasBegun: false, look }
        const note = (): void => {
          playing.hasBegun ||= look()
        }
        const all = { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] }
        new MutationObserver(note).observe(element, all)
        return playing
      })
      await act()
      await page.waitForFunction(({ hasBegun, look }) => hasBegun || look(), seen)
    },
    async drag(from, to) {
      const { x, y, width, height } = await boxOf(wave)
      await page.mouse.move(x + width * from, y + height / 2)
      await page.mouse.down()
      await page.mouse.move(x + width * to, y + height / 2, { steps: 8 })
      await page.mouse.up()
    },
    async watch() {
      const seen = await position.evaluateHandle((element) => {
        const now = (): number => Number(element.getAttribute('aria-valuenow'))
        const seconds = { least: now(), most: now(), last: now(), back: 0 }
        const look = (): void => {
          const at = now()
          seconds.least = Math.min(seconds.least, at)
          seconds.most = Math.max(seconds.most, at)
          if (at < seconds.last) seconds.back += 1
          seconds.last = at
          requestAnimationFrame(look)
        }
        look()
        return seconds
      })
      return {
        async goneBack(times) {
          await page.waitForFunction(([{ back }, wanted]) => back >= wanted, [seen, times] as const)
          return seen.jsonValue()
        },
      }
    },
  }
}

/** Resolves once how loud the sound is has been read, for the wave and for the edges of cuts, which move then. */
export async function readLoudness(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/peaks')).length > 1,
  )
}

export async function boxOf(
  locator: Locator,
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`${locator.toString()} is not to be seen`)
  return box
}
