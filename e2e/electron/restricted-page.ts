import { type Bait, layBait } from './bait.ts'
import type { Program } from './program.ts'
import { expect, test as base } from './test.ts'

interface Locked {
  /** Must not have been visited by the end. */
  readonly bait: Bait
  /** With a recording in its list, and fake microphone and camera. */
  readonly program: Program
}

/** A journey that tests the restrictions of a window. */
export const test = base.extend<Locked>({
  library: 'sample',
  // The runner requires the pattern, even if it is empty.
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
