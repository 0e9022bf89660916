import * as fc from 'fast-check'
import type { CaptionTiming } from '../../transcript/transcript.ts'

/** When captions are shown: often when their words are said, earlier, later or stretched; null for the first. */
export const randomTimings: fc.Arbitrary<CaptionTiming | null> = fc.option(
  fc.record({
    offsetMs: fc.integer({ min: -4_000, max: 60_000 }),
    ratio: fc.constantFrom(1, 1, 1_001 / 1_000, 25 / 24, 0.95904),
  }),
  { freq: 1 },
)
