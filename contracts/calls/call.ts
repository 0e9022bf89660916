import type { z } from 'zod'

/** One remote call: its input and output. Both are transferred as plain JSON. */
export interface CallShape {
  readonly in: z.ZodType
  readonly out: z.ZodType
  /**
   * True for calls that take a path of this computer: available to the desktop window and the command line,
   * not to a page in a browser.
   */
  readonly localOnly?: true
}

export type CallGroup = Readonly<Record<string, CallShape>>
