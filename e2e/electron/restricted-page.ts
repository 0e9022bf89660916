import { type Bait, layBait } from './bait.ts'
import type { Program } from './program.ts'
import { expect, test as base } from './test.ts'

interface Locked {
  /** Nobody may have come to it by the end. */
  readonly bait: Bait
  /** With a recording in its list, and a microphone and a camera that are none. */
  readonly program: Program
}

/** A journey that tries the restrictions of a window. */
export const test = base.extend<Locked>({
  library: 'sample',
  // The runner wants the pattern, even of nothing.
  // oxlint-disable-next-line no-empty-pattern
  bait: async ({}, use) => {
    const bait = await layBait()
    await use(bait)
    await bait.close()
    expect(bait.visits, 'nobody came').toEqual([])
  },
  program: async ({ start }, use) => {
    const program = await start({ words: ['--use-fake-device-for-media-stream'] })
    await expect(program.page.getByRole('main').getByRole('link').first()).toBeVisible()
    await use(program)
  },
})

export { expect }
