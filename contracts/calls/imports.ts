import { z } from 'zod'
import type { CallGroup } from './call.ts'
import { AddedFile } from './recordings.ts'

/** Maximum number of bytes in one PUT from a page. */
export const IMPORT_PART_BYTES = 8 * 1024 * 1024

/** A file that a page uploads in parts (PUT `/import/<importId>`), as a browser does not expose its path. */
export const importCalls = {
  /** A file with the same name, size and time resumes its upload: `received` bytes are already stored. */
  begin: {
    in: z.object({
      fileName: z.string().min(1).max(500),
      bytes: z.number().int().nonnegative(),
      modifiedAtMs: z.number(),
      /** The recording whose missing original is uploaded again. */
      recordingId: z.string().exactOptional(),
    }),
    out: z.object({ importId: z.string(), received: z.number().int().nonnegative() }),
  },
  /** Called after the last part; returns the resulting recording. Fault `import.incomplete` if parts are missing. */
  finish: { in: z.object({ importId: z.string() }), out: AddedFile },
  discard: { in: z.object({ importId: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
