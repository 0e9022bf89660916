import type { z } from 'zod'

/** One remote call: what goes in, what comes out. Both cross as plain JSON. */
export interface CallShape {
  readonly in: z.ZodType
  readonly out: z.ZodType
  /**
   * True for what names a path of this computer: the window of the program and the command line may ask for it, a
   * page in a browser may not.
   */
  readonly localOnly?: true
}

export type CallGroup = Readonly<Record<string, CallShape>>
