import { z } from 'zod'
import { WireErrorShape } from '../wire.ts'
import type { CallGroup } from './call.ts'
import { FoundHit, FoundTitle } from './recordings.ts'

const NamedLibrary = z.object({
  /** Unique among the listed libraries. */
  name: z.string(),
  folder: z.string(),
})

export const ListedLibrary = NamedLibrary.extend({
  id: z.string(),
  /** It was last opened by an older version of the program: opening it would migrate it. */
  isOlder: z.boolean(),
  /** Why it cannot be searched; null if there is no known problem. */
  error: WireErrorShape.nullable(),
  /** Command for a terminal of this computer that opens it in a browser. */
  command: z.string(),
})
export type ListedLibrary = z.infer<typeof ListedLibrary>

/** Libraries that are searched in addition to the open one. */
export const libraryCalls = {
  list: {
    in: z.object({}),
    out: z.object({
      own: NamedLibrary,
      listed: z.array(ListedLibrary),
      /** The library that the program opens by default, if another one is open now. */
      usual: NamedLibrary.nullable(),
    }),
  },
  /** Faults: `library.same`, `library.missing`, `library.too-old`, `library.newer-version`, `library.network-drive`. */
  add: { in: z.object({ folder: z.string().min(1).max(4_000) }), out: NamedLibrary, localOnly: true },
  /** Removes it from the list; deletes nothing in it. Fault `library.not-listed`. */
  remove: { in: z.object({ id: z.string() }), out: z.object({}) },
  /**
   * Like `recordings.search`, in a listed library, which is opened read-only. Faults: `library.not-listed`,
   * those of opening it.
   */
  search: {
    in: z.object({
      id: z.string(),
      words: z.string().max(500),
      limit: z.number().int().min(1).max(500),
    }),
    out: z.object({
      titles: z.array(FoundTitle),
      hits: z.array(FoundHit),
      recordings: z.array(
        z.object({ recordingId: z.string(), addedAtMs: z.number(), durationMs: z.number().nullable() }),
      ),
    }),
  },
} as const satisfies CallGroup
