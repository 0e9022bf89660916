import { z } from 'zod'
import { opennessPoints } from '#core/models/openness-points'

const opennessValue = z.union([z.literal(0), z.literal(0.5), z.literal(1)])
/** All points: 1 open, 0.5 partly open, 0 closed. */
export const Openness = z.record(z.enum(opennessPoints), opennessValue)
/** Omitted points: no information was found. */
export const KnownOpenness = z.partialRecord(z.enum(opennessPoints), opennessValue)
