import { z } from 'zod'

/** Option of the window's program: opens its page unseen and writes to a file what it found. */
export const WINDOW_TEST = '--self-test'

export const WindowTest = z.object({
  electron: z.string(),
  /** Whether the page reaches the system other than by the preload. */
  reachesSystem: z.boolean(),
  /** Whether the page has what the preload gives it. */
  hasBridge: z.boolean(),
  /** Whether the system confines the page's process; null if it does not say. */
  isConfined: z.boolean().nullable(),
})
export type WindowTest = Readonly<z.infer<typeof WindowTest>>
