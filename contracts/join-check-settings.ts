import { z } from 'zod'
import { OpinionSettings } from './opinion-settings.ts'

/** Joins of a transcript's cut to recognize again. */
export const JoinCheckSettings = OpinionSettings.pick({
  transcriptId: true,
  model: true,
  language: true,
  hotwords: true,
}).extend({
  /** Hash of the keys of the joins to check. The job checks those that there are when it runs. */
  joins: z.string(),
})
export type JoinCheckSettings = z.infer<typeof JoinCheckSettings>
