import { z } from 'zod'
import { OpinionSettings, SpansShape } from '../opinion-settings.ts'
import type { CallGroup } from './call.ts'

const job = z.object({ jobId: z.string() })

/** A requested second text; its job reports the progress. */
export const OpinionCard = job.extend({
  settings: OpinionSettings,
  /** The model's name, or its id if it has been removed since. */
  modelName: z.string(),
  /**
   * The language it was recognized in, and the number of differences at that time; null until it is finished.
   */
  result: z.object({ language: z.string(), differences: z.number().int().nonnegative() }).nullable(),
})
export type OpinionCard = z.infer<typeof OpinionCard>

export const opinionCalls = {
  /**
   * Recognizes parts of a transcript's recording again (spans null: all of it), as a job; the same request is
   * the same job. If omitted: the transcript's model and language. Faults: `recording.no-transcript`,
   * `transcript.not-whole` while it is being written, those of the model and language.
   */
  start: {
    in: z.object({
      transcriptId: z.string(),
      spans: OpinionSettings.shape.spans,
      model: z.string().exactOptional(),
      language: OpinionSettings.shape.language.exactOptional(),
      careful: z.boolean().default(false),
    }),
    out: job,
  },
  /** Second texts of a transcript, newest last. Event `opinions-changed`. */
  list: { in: z.object({ transcriptId: z.string() }), out: z.array(OpinionCard) },
  /**
   * A finished one: JSON of core's StoredOpinion (core/second-opinion/stored-opinion), and the times of words that a
   * person removed from the transcript (core/second-opinion/removed-words). Null until it is finished, and after it
   * is discarded.
   */
  get: { in: job, out: z.object({ opinion: z.string(), removed: SpansShape }).nullable() },
  /** Deletes it with its job; a running one is canceled first. Fault `job.unknown`. */
  discard: { in: job, out: z.object({}) },
} as const satisfies CallGroup
