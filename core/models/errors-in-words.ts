import type { ErrorSource, PublishedErrors } from './catalog-model.ts'

/**
 * Word error rates of the included recognizer in read speech, in percent: measured on 100 hidden clips with
 * the method in docs/engine.md. OpenAI publishes none for these quantized weights.
 */
const embeddedErrors: Readonly<Partial<Record<string, number>>> = { en: 6.6, es: 17, de: 19, pt: 15, fr: 29 }

/** Null if not measured. */
export function errorsOfEmbedded(language: string): PublishedErrors | null {
  const percent = embeddedErrors[language]
  return percent === undefined ? null : { percent, source: 'measured' }
}

/**
 * N for "about one word in N is wrong": a whole number up to 8, then multiples of five, as the figures are no
 * more exact.
 */
export function oneWordIn(percent: number): number {
  const exact = 100 / percent
  return exact < 8 ? Math.max(1, Math.round(exact)) : Math.max(10, Math.round(exact / 5) * 5)
}

/** Sources that measure read speech; figures of others are not comparable with them. */
const READ_SPEECH: ReadonlySet<ErrorSource> = new Set(['FLEURS', 'MLS', 'card', 'measured'])

export interface Gain {
  readonly now: PublishedErrors
  readonly after: PublishedErrors
  readonly nowOneIn: number
  readonly afterOneIn: number
}

/**
 * The improvement of a model over another in read speech; null unless both figures are known and differ in
 * words.
 */
export function gainOver(now: PublishedErrors | null, after: PublishedErrors | null): Gain | null {
  if (now === null || after === null) return null
  if (!READ_SPEECH.has(now.source) || !READ_SPEECH.has(after.source)) return null
  const gain = { now, after, nowOneIn: oneWordIn(now.percent), afterOneIn: oneWordIn(after.percent) }
  return gain.afterOneIn > gain.nowOneIn ? gain : null
}
