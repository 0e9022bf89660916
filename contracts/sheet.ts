import { z } from 'zod'
import type { Sheet } from '#core/sheet/sheet'
import { KnownOpenness } from './openness.ts'

const count = z.number().int().nonnegative()
const amount = z.number().nonnegative()

export const EnergyShape = z.object({
  source: z.enum(['measured', 'estimated']),
  wattHours: amount,
  leastWattHours: amount,
  mostWattHours: amount,
})

/** Core's HourCost. */
export const HourCostShape = z.object({ minutes: amount, wattHours: amount, runs: count })

const OriginShape = z.object({
  maker: z.string(),
  disclosure: z.enum(['named', 'partly-named', 'closed', 'unknown']),
  hours: amount.exactOptional(),
  sets: z.array(z.string()).readonly().exactOptional(),
})

const SheetModelShape = z.object({
  role: z.enum(['recogniser', 'language', 'segmentation', 'embedding', 'speech-detection']),
  id: z.string(),
  name: z.string().nullable(),
  sha256: z.string(),
  files: z
    .array(z.object({ name: z.string(), sha256: z.string() }))
    .readonly()
    .nullable(),
  archive: z.object({ sha256: z.string(), isKnown: z.boolean() }).exactOptional(),
  licence: z.string().nullable(),
  origin: OriginShape.nullable(),
  openness: KnownOpenness.nullable(),
  isOpenSourceAi: z.boolean().nullable(),
})

const SheetRunShape = z.object({
  endedAtMs: amount,
  runs: count,
  wallMs: amount,
  cpuMs: amount,
  peakBytes: amount,
  memoryBytes: amount,
  energy: EnergyShape,
  connections: count,
  sentBytes: amount,
  receivedBytes: amount,
  unmeasured: z.array(z.string()).readonly(),
  passages: count.nullable(),
  secondPasses: count.nullable(),
  failedPassages: count.nullable(),
  reusedTexts: count.nullable(),
  withoutSpeechMs: amount.nullable(),
  isQuick: z.boolean(),
})

/** Core's Sheet, as received from a file or another process. */
export const SheetShape = z.object({
  version: z.number().int().positive(),
  title: z.string(),
  durationMs: amount,
  language: z.object({
    code: z.string(),
    isChosen: z.boolean(),
    votes: z.object({ won: count, all: count }).nullable(),
  }),
  models: z.array(SheetModelShape).readonly(),
  run: SheetRunShape.nullable(),
  words: z.object({ all: count, changed: count, checked: count }),
  versions: z.record(z.string(), z.string()),
}) satisfies z.ZodType<Sheet>
