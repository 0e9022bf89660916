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
      /** Bytes free where the library lies. */
      freeBytes: z.number(),
      cacheBytes: z.number(),
      cores: z.number().int(),
      /** Null where it was not found. */
      ffmpeg: z.string().nullable(),
      /** Set when the library was found damaged at opening. */
      salvagedRows: z.number().int().nullable(),
    }),
  },
  preferences: { in: z.object({}), out: Preferences },
  setPreferences: { in: PreferencesPatch, out: Preferences },
} as const satisfies CallGroup
