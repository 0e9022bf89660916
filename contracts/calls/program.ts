import { z } from 'zod'
import { EnergyShape, HourCostShape } from '../sheet.ts'
import { Preferences, PreferencesPatch } from '../preferences.ts'
import type { CallGroup } from './call.ts'

export const programCalls = {
  info: {
    in: z.object({}),
    out: z.object({
      version: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
      /** Free bytes on the library's disk. */
      freeBytes: z.number(),
      cacheBytes: z.number(),
      cores: z.number().int(),
      /** Null if it was not found. */
      ffmpeg: z.string().nullable(),
      /** Set if the library was damaged when it was opened. */
      salvagedRows: z.number().int().nullable(),
      /** Host that publishes the newest version, if this build has one. */
      newestVersionHost: z.string().nullable(),
    }),
  },
  /**
   * Energy used by this library's tasks, by month (`2026-11`), newest first, and the cost of an hour of sound
   * on this computer.
   */
  energy: {
    in: z.object({}),
    out: z.object({
      months: z.array(
        z.object({ month: z.string(), runs: z.number().int().positive(), energy: EnergyShape }),
      ),
      /** Speech models that have been used on this computer. */
      models: z.array(
        z.object({ id: z.string(), quick: HourCostShape.nullable(), both: HourCostShape.nullable() }),
      ),
    }),
  },
  /** Asks the build's address, over a single connection; `page`: where a newer version is available. */
  newestVersion: {
    in: z.object({}),
    out: z.object({ version: z.string(), isNewer: z.boolean(), page: z.string().nullable() }),
  },
  preferences: { in: z.object({}), out: Preferences },
  setPreferences: { in: PreferencesPatch, out: Preferences },
} as const satisfies CallGroup
