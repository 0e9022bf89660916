import { z } from 'zod'
import { EnergyShape, HourCostShape } from '../sheet.ts'
import { Preferences, PreferencesPatch } from '../settings.ts'
import type { CallGroup } from './call.ts'

export const programCalls = {
  info: {
    in: z.object({}),
    out: z.object({
      version: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
      /** Free bytes on the disk of the library. */
      freeBytes: z.number(),
      cacheBytes: z.number(),
      cores: z.number().int(),
      /** Null if it was not found. */
      ffmpeg: z.string().nullable(),
      /** Set if the library was found damaged when it was opened. */
      salvagedRows: z.number().int().nullable(),
      /** Host that tells the newest version, if this build knows one. */
      newestVersionHost: z.string().nullable(),
    }),
  },
  /** What tasks on this library used, by month (`2026-11`), the newest first; and what an hour of sound costs here. */
  energy: {
    in: z.object({}),
    out: z.object({
      months: z.array(
        z.object({ month: z.string(), runs: z.number().int().positive(), energy: EnergyShape }),
      ),
      /** Of the speech models that were used here. */
      models: z.array(
        z.object({ id: z.string(), quick: HourCostShape.nullable(), both: HourCostShape.nullable() }),
      ),
    }),
  },
  /** Asks the build's address, which is the one connection made for it; `page`: where a newer one is. */
  newestVersion: {
    in: z.object({}),
    out: z.object({ version: z.string(), isNewer: z.boolean(), page: z.string().nullable() }),
  },
  preferences: { in: z.object({}), out: Preferences },
  setPreferences: { in: PreferencesPatch, out: Preferences },
} as const satisfies CallGroup
