import { expect, test } from 'vitest'
import { bandOfConfidence } from '../doubt/text-doubts.ts'
import type { Run } from '../transcript/transcript.ts'
import { bandSharesOf, DEFAULT_BAND_SHARES } from './band-shares.ts'

const runBy = (sha256: string): Pick<Run, 'models'> => ({
  models: [
    { role: 'segmentation', id: 'segmentation', sha256: '0'.repeat(64) },
    { role: 'recogniser', id: 'whisper', sha256 },
  ],
})
const PRESENT = 'cbe4d5499e9883b57067f43ab20ef5c221b37015e0fea7e1c0a2234c9d1370df'
const BUILT_BEFORE = '1d506ea25f08caf36462d000fcf66f73f28db6e045c5d90bc8e61fe6cc02b571'
const FIRST_BUILT = 'ccfdecd95740944c4f7ab5c83c45e5a0167d3bf4ff0782b4dca569dd31772c40'

test('each model has its own shares; one that nobody has measured has those of the first', () => {
  for (const known of [PRESENT, BUILT_BEFORE, FIRST_BUILT])
    expect(bandSharesOf(runBy(known))).toEqual([0.95, 0.79, 0.62, 0.45])
  expect(bandSharesOf(runBy('cd'.repeat(32)))).toBe(DEFAULT_BAND_SHARES)
  expect(bandSharesOf({ models: [] })).toBe(DEFAULT_BAND_SHARES)
})

test('a confidence that a model wrote is in the band that it came from, whichever model it was', () => {
  for (const shares of [DEFAULT_BAND_SHARES, bandSharesOf(runBy(PRESENT))]) {
    expect(shares.map((share) => bandOfConfidence(share, shares))).toEqual([0, 1, 2, 3])
  }
})

test('the same confidence may mean another band in the transcript of another model', () => {
  expect(bandOfConfidence(0.7, DEFAULT_BAND_SHARES)).toBe(1)
  expect(bandOfConfidence(0.7, bandSharesOf(runBy(PRESENT)))).toBe(2)
})
