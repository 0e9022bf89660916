import { z } from 'zod'
import { WireErrorShape } from '../wire.ts'
import type { CallGroup } from './call.ts'
import { ExportFormat } from '../export-requests.ts'

export const WatchOptions = z.object({
  /** ISO 639, or `auto`. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  /** Number of speakers; null: detected. */
  speakers: z.number().int().min(1).max(64).nullable(),
  /** Formats written next to each file. */
  formats: z.array(ExportFormat).min(1),
  withSubfolders: z.boolean(),
  isOn: z.boolean(),
})
export type WatchOptions = z.infer<typeof WatchOptions>

/** A file whose text or output files could not be made. */
export const TroubledFile = z.object({
  /** Relative to the folder, with `/`. */
  path: z.string(),
  /** Null if the file itself was rejected. */
  recordingId: z.string().nullable(),
  error: WireErrorShape,
})

export const WatchedFolderCard = WatchOptions.extend({
  id: z.string(),
  path: z.string(),
  /** Why it cannot be watched now. */
  problem: WireErrorShape.nullable(),
  /** Files whose text is still to be finished. */
  waiting: z.number().int().nonnegative(),
  /** Files whose output files are written. */
  written: z.number().int().nonnegative(),
  /** Number of files with problems, and the first of them. */
  troubled: z.number().int().nonnegative(),
  troubles: z.array(TroubledFile),
})
export type WatchedFolderCard = z.infer<typeof WatchedFolderCard>

const folder = z.object({ folderId: z.string() })
const done = z.object({})

export const watchCalls = {
  /** The watched folders, by path (event `watch-changed`). */
  list: { in: z.object({}), out: z.array(WatchedFolderCard) },
  /**
   * Number of recordings in a folder before it is added. Faults: `watch.gone`, `watch.unreadable`,
   * `watch.not-a-folder`, `watch.library`.
   */
  count: {
    in: z.object({ path: z.string(), withSubfolders: z.boolean() }),
    out: z.object({ path: z.string(), count: z.number().int().nonnegative() }),
    localOnly: true,
  },
  /**
   * Adds a folder, or changes the options of one. `takesExisting`: include the files that are already there.
   * Faults: those of `count`.
   */
  add: {
    in: z.object({ path: z.string(), options: WatchOptions, takesExisting: z.boolean() }),
    out: folder,
    localOnly: true,
  },
  /** Faults: `watch.unknown`; those of `count` if sub-folders are newly included. */
  change: { in: folder.extend({ options: WatchOptions.partial() }), out: done },
  /** Keeps its recordings, texts and written files. Fault `watch.unknown`. */
  remove: { in: folder, out: done },
  /** Retries rejected files, and output files that could not be written. */
  tryAgain: { in: folder, out: done },
} as const satisfies CallGroup
