import { z } from 'zod'

const db = z.number().min(-200).max(20)

/** What the window's small strip and its tray icon show of the running recording, in the page's words. */
export const RecorderView = z.object({
  language: z.enum(['en', 'fr']),
  title: z.string().max(300),
  elapsedMs: z.number().nonnegative(),
  isPaused: z.boolean(),
  isStopping: z.boolean(),
  /** Shown below the time: whether the sound is safe, or what needs attention. */
  line: z.string().max(300),
  tone: z.enum(['safe', 'warn', 'plain']),
  sources: z
    .array(
      z.object({
        name: z.string().max(300),
        role: z.enum(['microphone', 'system']),
        /** Number of its color, 1–4. */
        voice: z.number().int().min(1).max(4),
        levelDb: db,
        peakDb: db,
        clips: z.number().int().nonnegative(),
      }),
    )
    .max(16),
})
export type RecorderView = Readonly<z.infer<typeof RecorderView>>

/** Commands from strip and tray to the page that records. `show` brings its window to the front. */
export const RecorderCommand = z.enum(['turn', 'moment', 'stop', 'show'])
export type RecorderCommand = z.infer<typeof RecorderCommand>
