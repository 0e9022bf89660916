import { z } from 'zod'
import type { CallGroup } from './call.ts'
import { AddedFile } from './recordings.ts'

/** How many bytes one PUT of a page carries at most. */
export const IMPORT_PART_BYTES = 8 * 1024 * 1024

/** A file that a page sends in parts (PUT `/import/<importId>`), as a browser's file has no path. */
export const importCalls = {
  /** The same name, size and time go on where they stopped: `received` bytes are there. */
  begin: {
    in: z.object({
      fileName: z.string().min(1).max(500),
      bytes: z.number().int().nonnegative(),
      modifiedAtMs: z.number(),
      /** The recording whose original is missing and is given again. */
      recordingId: z.string().exactOptional(),
    }),
    out: z.object({ importId: z.string(), received: z.number().int().nonnegative() }),
  },
  /** All parts are there: the recording it became. Fault `import.incomplete` where they are not. */
  finish: { in: z.object({ importId: z.string() }), out: AddedFile },
  discard: { in: z.object({ importId: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
