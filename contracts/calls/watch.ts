import { z } from 'zod'
import { WireErrorShape } from '../wire.ts'
import type { CallGroup } from './call.ts'
import { ExportFormat } from './exports.ts'

export const WatchOptions = z.object({
  /** ISO 639, or `auto`. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  /** Number of speakers; null: found. */
  speakers: z.number().int().min(1).max(64).nullable(),
  /** Written beside each file. */
  formats: z.array(ExportFormat).min(1),
  withSubfolders: z.boolean(),
  isOn: z.boolean(),
})
export type WatchOptions = z.infer<typeof WatchOptions>

/** A file whose text, or what belongs beside it, could not be made. */
export const TroubledFile = z.object({
  /** Below the folder, with `/`. */
  path: z.string(),
  /** Null where the file itself was refused. */
  recordingId: z.string().nullable(),
  error: WireErrorShape,
})

export const WatchedFolderCard = WatchOptions.extend({
  id: z.string(),
  path: z.string(),
  /** Why it cannot be watched now. */
  problem: WireErrorShape.nullable(),
  /** Files whose text is being made. */
  waiting: z.number().int().nonnegative(),
  /** Files that have what belongs beside them. */
  written: z.number().int().nonnegative(),
  /** How many files have trouble, and the first of them. */
  troubled: z.number().int().nonnegative(),
  troubles: z.array(TroubledFile),
})
export type WatchedFolderCard = z.infer<typeof WatchedFolderCard>

const folder = z.object({ folderId: z.string() })
const done = z.object({})

export const watchCalls = {
  /** The folders of the setting, by path (event `watch-changed`). */
  list: { in: z.object({}), out: z.array(WatchedFolderCard) },
  /**
   * How many recordings are in a folder now, before it is added. Faults: `watch.gone`, `watch.unreadable`,
   * `watch.not-a-folder`, `watch.library`.
   */
  count: {
    in: z.object({ path: z.string(), withSubfolders: z.boolean() }),
    out: z.object({ path: z.string(), count: z.number().int().nonnegative() }),
    localOnly: true,
  },
  /** Adds a folder, or changes the options of one. `takesExisting`: also the files that are there now. Faults: as `count`. */
  add: {
    in: z.object({ path: z.string(), options: WatchOptions, takesExisting: z.boolean() }),
    out: folder,
    localOnly: true,
  },
  /** Faults: `watch.unknown`; those of `count` where sub-folders count from now on. */
  change: { in: folder.extend({ options: WatchOptions.partial() }), out: done },
  /** Recordings, texts and files that were written stay. Fault `watch.unknown`. */
  remove: { in: folder, out: done },
  /** Looks again at files that were refused, and writes again what could not be written. */
  tryAgain: { in: folder, out: done },
} as const satisfies CallGroup
