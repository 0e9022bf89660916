import type { Run } from '../transcript/transcript.ts'

/** Share of a model's words that are right, by band from 0 (surest) to 3. Measured, docs/engine.md. */
export type BandShares = readonly [number, number, number, number]

/** For models without measurements; measured on the first bundled Whisper base model (902 words). */
export const DEFAULT_BAND_SHARES: BandShares = [0.96, 0.72, 0.51, 0.3]

/** Keyed by the SHA-256 of all of a model's files, as stored in a transcript's run; the catalog has the same values. */
const SHARES_OF_MODELS: Readonly<Record<string, BandShares>> = {
  // whisper-base-beam5, as it is, then as it was built before: attention to the audio in 32 bits, and before that
  // weights up to 127. Of 2,444, 677, 358 and 96 words of the second.
  cbe4d5499e9883b57067f43ab20ef5c221b37015e0fea7e1c0a2234c9d1370df: [0.95, 0.79, 0.62, 0.45],
  '1d506ea25f08caf36462d000fcf66f73f28db6e045c5d90bc8e61fe6cc02b571': [0.95, 0.79, 0.62, 0.45],
  ccfdecd95740944c4f7ab5c83c45e5a0167d3bf4ff0782b4dca569dd31772c40: [0.95, 0.79, 0.62, 0.45],
}

/** The shares of the model that wrote a transcript's words. */
export function bandSharesOf({ models }: Pick<Run, 'models'>): BandShares {
  const sha256 = models.find(({ role }) => role === 'recogniser')?.sha256 ?? ''
  return SHARES_OF_MODELS[sha256] ?? DEFAULT_BAND_SHARES
}
