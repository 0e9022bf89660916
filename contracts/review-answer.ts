import { z } from 'zod'
import type { ReviewAnswer } from '#core/review/review-answer'

/** Bytes of an answer: one of 20,000 words that were all changed has less than 2 MB. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024

const id = z.string().min(1).max(200)
const name = z.string().max(1_000)
const text = z.string().max(100_000)
const word = z.tuple([id, z.string().max(1_000), z.string().max(1_000)]).readonly()
const words = z.array(word).min(1).max(20_000).readonly()

/** A file that a review page gave back; whoever answered may have written anything into it. */
export const ReviewAnswerShape = z.object({
  format: z.literal('parolo-review'),
  version: z.literal(1),
  review: id,
  transcript: id,
  title: z.string().max(10_000),
  reviewer: name,
  answered: z.iso.datetime(),
  paragraphs: z.array(z.object({ id, words, text })).max(20_000).readonly(),
  right: z.array(z.object({ words })).max(20_000).readonly(),
  comments: z
    .array(z.object({ fromWordId: id, toWordId: id, text: text.min(1) }))
    .max(10_000)
    .readonly(),
  voices: z
    .array(z.object({ id, was: name, name: name.min(1) }))
    .max(1_000)
    .readonly(),
})

// Compiles only if core's type and this schema agree.
export const parsedIsAnswer: (parsed: z.infer<typeof ReviewAnswerShape>) => ReviewAnswer = (parsed) => parsed
