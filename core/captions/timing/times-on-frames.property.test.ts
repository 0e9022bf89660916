import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameOn, isOnFrame } from '../../frames/frame-grid.ts'
import type { VideoFrames } from '../../frames/video-frames.ts'
import type { CaptionSettings } from '../../transcript/caption-settings.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { applyEdits } from '../../edits/apply-edits.ts'
import { CueParts } from '../cue-parts.ts'
import { makeCues, type Cue } from '../cues.ts'
import { splitCue } from '../edits/split-cue.ts'
import { fixAll } from '../fixes/fix-all.ts'
import { frameGridOf, rulesOf } from '../presets/transcript-rules.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'

const video = (numerator: number, denominator: number, firstUs = 0): VideoFrames => ({
  numerator,
  denominator,
  drops: false,
  firstUs,
  isVariable: false,
})
const videos = fc.constantFrom(
  video(24_000, 1_001),
  video(24, 1),
  video(25, 1),
  video(30_000, 1_001),
  video(50, 1),
  video(60_000, 1_001),
  video(24_000, 1_001, 83_417),
)
const settings = fc.constantFrom<CaptionSettings | undefined>(
  undefined,
  { preset: 'netflix', changes: {} },
  { preset: 'bbc', changes: {} },
  { preset: 'vertical', changes: {} },
)
const durationMs = 10_000_000

const checkAll = (
  check: (cues: readonly Cue[], transcript: Pick<Transcript, 'language' | 'frames'>) => void,
): void =>
  fc.assert(
    fc.property(randomParagraphs, videos, settings, (paragraphs, frames, captionRules) => {
      const transcript = {
        language: 'en',
        paragraphs,
        speakers: [],
        marks: [],
        frames,
        ...(captionRules === undefined ? {} : { captionRules }),
      }
      check(makeCues(transcript, rulesOf(transcript), { durationMs, language: 'en' }), transcript)
    }),
    { numRuns: 200 },
  )

describe('with a video', () => {
  test('every automatic time is where a frame begins, whatever the preset', () => {
    checkAll((cues, transcript) => {
      const grid = frameGridOf(transcript)
      if (grid === null) throw new Error('no grid')
      for (const { startMs, endMs } of cues) {
        expect(isOnFrame(startMs, grid)).toBe(true)
        expect(isOnFrame(endMs, grid)).toBe(true)
        expect(endMs).toBeGreaterThan(startMs)
      }
    })
  })

  test('captions are in order, adjacent or at least the gap apart, counted in frames', () => {
    checkAll((cues, transcript) => {
      const grid = frameGridOf(transcript)
      const { gapMs } = rulesOf(transcript)
      if (grid === null) throw new Error('no grid')
      const least = Math.round((gapMs * grid.numerator) / (grid.denominator * 1_000))
      for (const [index, cue] of cues.slice(1).entries()) {
        const gap = frameOn(cue.startMs, grid) - frameOn(cues[index]?.endMs ?? 0, grid)
        expect(gap === 0 || gap >= least).toBe(true)
      }
    })
  })

  test('no caption is longer than the rules allow, and a short one ends where the next begins', () => {
    checkAll((cues, transcript) => {
      const { minDurationMs, maxDurationMs } = rulesOf(transcript)
      for (const [index, { startMs, endMs }] of cues.entries()) {
        const next = cues[index + 1]
        expect(endMs - startMs).toBeLessThanOrEqual(maxDurationMs)
        expect(endMs - startMs >= minDurationMs || next === undefined || next.startMs === endMs).toBe(true)
      }
    })
  })
})

test('two frames are two frames at any rate from 24 on; half a second and 5/6 s stay', () => {
  const at = (numerator: number, denominator: number, captionRules?: CaptionSettings) =>
    rulesOf({
      language: 'en',
      frames: video(numerator, denominator),
      ...(captionRules === undefined ? {} : { captionRules }),
    })
  expect(at(24, 1)).toMatchObject({
    gapMs: 83,
    closeGapsUnderMs: 500,
    minDurationMs: 833,
    maxDurationMs: 7_000,
  })
  expect(at(25, 1)).toMatchObject({
    gapMs: 80,
    closeGapsUnderMs: 520,
    minDurationMs: 840,
    maxDurationMs: 7_000,
  })
  expect(at(24_000, 1_001)).toMatchObject({ gapMs: 83, minDurationMs: 834 })
  expect(at(60_000, 1_001).gapMs).toBe(33)
  // Two frames of a slow video are a pause to the eye.
  expect(at(12, 1).gapMs).toBe(83)
  expect(at(25, 1, { preset: 'bbc', changes: {} }).gapMs).toBe(0)
})

test('the video’s rate stays, whatever preset is chosen; a variable rate has no grid', () => {
  const frames = video(24_000, 1_001)
  for (const preset of ['netflix', 'bbc', 'vertical'])
    expect(frameGridOf({ language: 'en', frames, captionRules: { preset, changes: {} } })).toMatchObject({
      numerator: 24_000,
      denominator: 1_001,
    })
  const transcript = { language: 'en', frames: { ...frames, isVariable: true } }
  expect(frameGridOf(transcript)).toBeNull()
  expect(rulesOf(transcript)).not.toHaveProperty('frames')
  expect(frameGridOf({ language: 'en', captionRules: { preset: 'bbc', changes: {} } })).toMatchObject({
    numerator: 25,
  })
})

test('made in parts, captions are the same', () => {
  fc.assert(
    fc.property(randomParagraphs, videos, (paragraphs, frames) => {
      const transcript = { language: 'en', paragraphs, speakers: [], marks: [], frames }
      const rules = rulesOf(transcript)
      const whole = { durationMs, language: 'en' }
      const steps = new CueParts().update(transcript, rules, whole)
      let step = steps.next()
      while (step.done !== true) step = steps.next()
      expect(step.value).toEqual(makeCues(transcript, rules, whole))
    }),
    { numRuns: 100 },
  )
})

test('fixes set times on frames too', () => {
  checkAll((cues, transcript) => {
    const grid = frameGridOf(transcript)
    if (grid === null) throw new Error('no grid')
    for (const { startMs, endMs } of fixAll(cues, rulesOf(transcript), { durationMs, language: 'en' })) {
      expect(isOnFrame(startMs, grid)).toBe(true)
      expect(isOnFrame(endMs, grid)).toBe(true)
      expect(endMs).toBeGreaterThan(startMs)
    }
  })
})

test('a split lies on a frame; times that were set before there were frames stay until touched', () => {
  const words = ['One', 'two', 'three', 'four.'].map((text, index) => ({
    id: `w${index}`,
    before: index === 0 ? '' : ' ',
    text,
    startMs: 1_003 + index * 711,
    endMs: 1_503 + index * 711,
    confidence: null,
    origin: 'recognised' as const,
  }))
  const transcript: Transcript = {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    speakers: [],
    turns: [],
    paragraphs: [{ id: 'p', speakerId: null, language: 'en', kind: 'speech', words }],
    marks: [
      { id: 'm1', fromWordId: 'w0', toWordId: 'w0', kind: 'cue-start', value: 1_003 },
      { id: 'm2', fromWordId: 'w3', toWordId: 'w3', kind: 'cue-end', value: 4_017 },
    ],
    frames: video(25, 1),
  }
  const rules = rulesOf(transcript)
  const options = { durationMs, language: 'en' }
  const cues = makeCues(transcript, rules, options)
  expect(cues).toMatchObject([{ startMs: 1_003, endMs: 4_017 }])
  const [cue] = cues
  if (cue === undefined) throw new Error('no cue')
  let ids = 0
  const context = { transcript, cues, rules, ...options, newId: () => `e${++ids}` }
  const after = applyEdits(transcript, splitCue(context, cue, 'One two '.length)).transcript
  const [first, second] = makeCues(after, rules, options)
  expect(first?.startMs).toBe(1_003)
  expect(second?.endMs).toBe(4_017)
  expect((first?.endMs ?? 1) % 40).toBe(0)
  expect((second?.startMs ?? 1) % 40).toBe(0)
})
