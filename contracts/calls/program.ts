import { z } from 'zod'
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
    }),
  },
  preferences: { in: z.object({}), out: Preferences },
  setPreferences: { in: PreferencesPatch, out: Preferences },
} as const satisfies CallGroup
