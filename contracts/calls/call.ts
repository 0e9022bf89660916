import type { z } from 'zod'

/** One remote call: its input and output. Both are transferred as plain JSON. */
export interface CallShape {
  readonly in: z.ZodType
  readonly out: z.ZodType
  /**
   * True for calls with a path of this computer: the desktop window and the command line may use them, a page in a
   * browser may not.
   */
  readonly localOnly?: true
}

export type CallGroup = Readonly<Record<string, CallShape>>
