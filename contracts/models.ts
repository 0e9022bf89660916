import { z } from 'zod'
import { DEFAULT_BAND_SHARES } from '#core/words/band-shares'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * One model, as data: to add a model, add an entry. `config` is sherpa-onnx's own `modelConfig` for the kind, in
 * which a string `file:NAME` is replaced by the path of a file of the model.
 */
export const ModelEntry = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,80}$/),
  name: z.string().min(1),
  role: z.enum(['recogniser', 'segmentation', 'embedding', 'speech-detection']),
  /** Kind of architecture, a key of studio/models/kinds.ts. */
  kind: z.string(),
  licence: z.string(),
  source: z.string(),
  /** Whether its files are those of the program's catalog, compared by hash. */
  catalog: z.boolean().optional(),
  /**
   * The archive that it was installed from; `acceptedAtMs`: when a person decided to install one that the catalog did
   * not know. Absent for folders and files, and for models added by earlier versions.
   */
  archive: z.object({ sha256, acceptedAtMs: z.number().int().nonnegative().nullable() }).exactOptional(),
  files: z.record(z.string(), z.object({ bytes: z.number().int().nonnegative(), sha256 })),
  /** sherpa's modelConfig (recognizers only). */
  config: z.record(z.string(), z.unknown()).default({}),
  /** ISO 639 codes; `['*']` if the kind accepts any of Whisper's languages. */
  languages: z.array(z.string()).default([]),
  /**
   * Paths inside `config` where the language is set, e.g. `whisper.language`; empty if the model has no such setting.
   */
  languageSettings: z.array(z.string()).default([]),
  times: z.enum(['attention', 'tokens', 'none']).default('tokens'),
  confidence: z.enum(['marks', 'log-probabilities', 'none']).default('none'),
  /** Share of correct words, by band, if it was measured for this model (docs/engine.md). */
  rightByBand: z.tuple([z.number(), z.number(), z.number(), z.number()]).default([...DEFAULT_BAND_SHARES]),
  /** Settings of `config` that differ in the second pass, by path: `whisper.tailPaddings`. */
  secondPass: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Ids of previously bundled models that this one replaces: they now refer to this model. */
  replaces: z.array(z.string()).default([]),
  /** Maximum chunk length, in seconds. */
  chunks: z
    .object({ oneSpeakerSeconds: z.number(), mixedSeconds: z.number(), joinSeconds: z.number() })
    .default({ oneSpeakerSeconds: 15, mixedSeconds: 6, joinSeconds: 2 }),
  /** Zeros appended to a chunk, as a share of its length. */
  tailZeros: z.number().min(0).default(0),
  /**
   * Seconds of zeros that suffice in languages with few tokens per second; a text near sherpa's limit is decoded again
   * with `tailZeros` (docs/engine.md).
   */
  shortTail: z.object({ seconds: z.number().positive(), languages: z.array(z.string()) }).exactOptional(),
  /** Zeros put before a chunk, in seconds. */
  leadingSeconds: z.number().min(0).max(5).default(0),
  /** Whether it reads sound incrementally (sherpa's OnlineRecognizer). */
  streaming: z.boolean().default(false),
})
export type ModelEntry = z.infer<typeof ModelEntry>

export const ModelCatalog = z.object({ version: z.literal(1), models: z.array(ModelEntry) })
export type ModelCatalog = z.infer<typeof ModelCatalog>
