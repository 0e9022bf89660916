import { z } from 'zod'

/**
 * Messages between studio and an engine process. Each request has a number and gets exactly one answer with
 * the same number. The engine receives ranges of a PCM file (16 kHz mono s16le), never samples.
 */
const number = z.number().int().nonnegative()
const span = { startSample: number, sampleCount: number }
/** Zeros after a span, s, where its text stays clear of sherpa's limit of tokens; absent: always `tailZeros`. */
const shortTailSeconds = z.number().positive().exactOptional()

export const EngineRequest = z.discriminatedUnion('kind', [
  /** `config`: sherpa-onnx's OfflineRecognizer config with paths resolved. */
  z.object({
    kind: z.literal('load-recognizer'),
    config: z.record(z.string(), z.unknown()),
    tailZeros: z.number(),
    shortTailSeconds,
    /** Zeros before each span, s; result times do not include them. */
    leadingSeconds: z.number(),
    /** `config` is an OnlineRecognizer's; `modelConfig.streamOptions` is set on each stream. */
    streaming: z.boolean(),
  }),
  /** Replaces the loaded config while the files stay the same (used to switch the language). */
  z.object({ kind: z.literal('set-config'), config: z.record(z.string(), z.unknown()), shortTailSeconds }),
  z.object({
    kind: z.literal('recognize'),
    pcmPath: z.string(),
    ...span,
    /**
     * More sound follows; what was already read of the same span is not read again. Streaming recognizers
     * only.
     */
    isGrowing: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal('load-segmentation'), model: z.string(), stubEmbedding: z.string() }),
  /** One 10 s window; `gains`: linear gain for each 20 ms frame from the window's start, or null. */
  z.object({
    kind: z.literal('segment'),
    pcmPath: z.string(),
    ...span,
    gains: z.instanceof(Float32Array).nullable(),
    gainsStartFrame: number,
  }),
  z.object({ kind: z.literal('load-embedding'), model: z.string() }),
  /** One embedding for several runs of sound combined. */
  z.object({ kind: z.literal('embed'), pcmPath: z.string(), runs: z.array(z.object(span)) }),
  z.object({ kind: z.literal('load-detector'), model: z.string() }),
  /** Voiced spans from Silero; settings in seconds. */
  z.object({
    kind: z.literal('detect'),
    pcmPath: z.string(),
    ...span,
    threshold: z.number(),
    minSilence: z.number(),
    minSpeech: z.number(),
  }),
])
export type EngineRequest = z.infer<typeof EngineRequest>
export type EngineRequestKind = EngineRequest['kind']

const rawRecognition = z.object({
  text: z.string(),
  lang: z.string().optional(),
  tokens: z.array(z.string()).optional(),
  timestamps: z.array(z.number()).optional(),
  durations: z.array(z.number()).optional(),
  ys_log_probs: z.array(z.number()).optional(),
})
const seconds = z.object({ start: z.number(), end: z.number() })

/** The result for each kind of request. */
export const engineResults = {
  'load-recognizer': z.null(),
  'set-config': z.null(),
  recognize: rawRecognition,
  'load-segmentation': z.null(),
  segment: z.array(seconds.extend({ speaker: number })),
  'load-embedding': z.object({ dimensions: number }),
  /** Unit vector, or null if the sound is too short for the model. */
  embed: z.instanceof(Float32Array).nullable(),
  'load-detector': z.null(),
  detect: z.array(seconds),
} as const satisfies Record<EngineRequestKind, z.ZodType>
export type EngineResult<Kind extends EngineRequestKind> = z.infer<(typeof engineResults)[Kind]>

export const NumberedRequest = z.object({ number, request: EngineRequest })
export type NumberedRequest = z.infer<typeof NumberedRequest>

/** CPU time of the engine's process since its start, and its current memory. */
const usage = z.object({ cpuMs: z.number().nonnegative(), rssBytes: number })
export type EngineUsage = z.infer<typeof usage>

export const EngineReply = z.discriminatedUnion('kind', [
  /** The first message of an engine. */
  z.object({ kind: z.literal('ready'), versions: z.record(z.string(), z.string()), rssBytes: number }),
  z.object({ kind: z.literal('done'), number, result: z.unknown(), usage: usage.exactOptional() }),
  z.object({ kind: z.literal('failed'), number, detail: z.string(), usage: usage.exactOptional() }),
])
export type EngineReply = z.infer<typeof EngineReply>
