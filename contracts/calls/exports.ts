import { z } from 'zod'
import { formatIds } from '#core/formats/formats'
import { CaptionNames } from '../settings.ts'
import type { CallGroup } from './call.ts'

export const ExportFormat = z.enum(formatIds)
export type ExportFormat = z.infer<typeof ExportFormat>

/** Contents of the file, where a format has options. */
export const ExportOptions = z.object({
  speakerNames: z.boolean().default(true),
  /** Names in the text of SRT captions, where the transcript's caption rules do not say. */
  captionNames: CaptionNames.default('never'),
  /** The time of each paragraph. */
  times: z.boolean().default(true),
  /** A separate first page with title, date, length and speaking time, in DOCX. */
  firstPage: z.boolean().default(false),
})
export type ExportOptions = z.infer<typeof ExportOptions>

export const exportCalls = {
  /** The file as bytes, with a name that is valid on every system. */
  make: {
    in: z.object({ transcriptId: z.string(), format: ExportFormat, options: ExportOptions.partial() }),
    out: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      base64: z.string(),
      /** Text to show before it is saved; null for a binary format. */
      preview: z.string().nullable(),
      losses: z.array(z.object({ code: z.string(), count: z.number() })),
    }),
  },
} as const satisfies CallGroup
