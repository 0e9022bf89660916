import { z } from 'zod'
import { WireErrorShape } from '../wire.ts'
import type { CallGroup } from './call.ts'
import { FoundHit, FoundTitle } from './recordings.ts'

const NamedLibrary = z.object({
  /** Tells it from the others. */
  name: z.string(),
  folder: z.string(),
})

export const ListedLibrary = NamedLibrary.extend({
  id: z.string(),
  /** It is as an older version of the program left it: opening it would migrate it. */
  isOlder: z.boolean(),
  /** Why it cannot be searched; null if nothing is known against it. */
  error: WireErrorShape.nullable(),
  /** For a terminal of this computer: opens it in a browser. */
  command: z.string(),
})
export type ListedLibrary = z.infer<typeof ListedLibrary>

/** Libraries that are searched beside the one that is open. */
export const libraryCalls = {
  list: {
    in: z.object({}),
    out: z.object({
      own: NamedLibrary,
      listed: z.array(ListedLibrary),
      /** The library that the program opens by itself, if another one is open now. */
      usual: NamedLibrary.nullable(),
    }),
  },
  /** Faults: `library.same`, `library.missing`, `library.too-old`, `library.newer-version`, `library.network-drive`. */
  add: { in: z.object({ folder: z.string().min(1).max(4_000) }), out: NamedLibrary, localOnly: true },
  /** Takes it off the list; nothing in it is deleted. Fault `library.not-listed`. */
  remove: { in: z.object({ id: z.string() }), out: z.object({}) },
  /** As `recordings.search`, in a listed library, which is only read. Faults: `library.not-listed`, those of opening it. */
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
