import { describe, expect, it, test } from 'vitest'
import { startOfFrame } from '../../frames/frame-grid.ts'
import { gridOfVideo, type VideoFrames } from '../../frames/video-frames.ts'
import { captionProblems } from '../caption-problems.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'
import { presets } from '../presets/presets.ts'
import { rulesOnFrames } from '../presets/rules-on-frames.ts'
import { rulesWithShots } from '../shots/rules-with-shots.ts'
import { conversation } from '../../edits/testing/samples.ts'
import { weightOf } from './cue-fix.ts'
import { fixReport } from './fix-report.ts'
import { isAboutShots } from './snap-to-shots.ts'
import { fixAll, fixCue } from './fix-all.ts'
import { snapAll } from './testing/snap-all.ts'

const options = { durationMs: Infinity, language: 'en' }

const videoOf = (numerator: number, denominator = 1): VideoFrames => ({
  numerator,
  denominator,
  drops: false,
  firstUs: 0,
  isVariable: false,
})

/** Rules at a rate, with shots at these frames, and a way to write cues in frames. */
function film(id: 'netflix' | 'bbc', video: VideoFrames, shots: readonly number[]) {
  const grid = gridOfVideo(video)
  if (grid === null) throw new Error('no grid')
  const ms = (frame: number): number => startOfFrame(frame, grid)
  const { rulesFor, frameRate } = presets[id]
  const base = rulesOnFrames(rulesFor('en'), frameRate, video)
  const rules: CaptionRules = rulesWithShots(base, shots.map(ms))
  const cues = (...edges: readonly (readonly [number, number, string?])[]): Cue[] =>
    edges.map(([start, end, text = 'A few words.'], index) => ({
      index,
      startMs: ms(start),
      endMs: ms(end),
      lines: [{ speakerId: null, text }],
      wordIds: [`w${index}`],
    }))
  const frame = (at: number): number => Math.round((at * video.numerator) / video.denominator / 1_000)
  const framesOf = (list: readonly Cue[]): [number, number][] =>
    list.map(({ startMs, endMs }) => [frame(startMs), frame(endMs)])
  const snapped = (...edges: readonly (readonly [number, number, string?])[]): [number, number][] =>
    framesOf(snapAll(cues(...edges), rules, options))
  const kinds = (...edges: readonly (readonly [number, number, string?])[]): string[] =>
    captionProblems(cues(...edges), rules).flatMap((own) => own.map(({ kind }) => kind))
  return { rules, cues, framesOf, snapped, kinds }
}

const cinema = videoOf(24)

describe('by the rules of Netflix', () => {
  const { snapped, kinds } = film('netflix', cinema, [240])

  test('a start up to half a second after a change goes on it', () => {
    expect([240, 241, 251, 252].map((start) => kinds([start, 320]))).toEqual([
      [],
      ['start-near-shot'],
      ['start-near-shot'],
      [],
    ])
    expect([241, 251].map((start) => snapped([start, 320]))).toEqual([[[240, 320]], [[240, 320]]])
  })

  test('a start shortly before a change goes on it, one earlier goes half a second before it', () => {
    expect([228, 229, 231, 232, 239].map((start) => snapped([start, 320]))).toEqual([
      [[228, 320]],
      [[228, 320]],
      [[228, 320]],
      [[240, 320]],
      [[240, 320]],
    ])
  })

  test('an end within half a second of a change goes two frames before it', () => {
    expect([228, 229, 238, 239, 240, 242, 251, 252].map((end) => snapped([120, end]))).toEqual([
      [[120, 228]],
      [[120, 238]],
      [[120, 238]],
      [[120, 238]],
      [[120, 238]],
      [[120, 238]],
      [[120, 238]],
      [[120, 252]],
    ])
  })

  it('says so with the frames that are missing', () => {
    const { rules, cues } = film('netflix', cinema, [240])
    expect(captionProblems(cues([120, 242]), rules)).toEqual([
      [{ kind: 'end-near-shot', value: 4, limit: 12, isSlight: true }],
    ])
  })

  test('a cue may go on over a change for half a second', () => {
    expect(kinds([200, 260])).toEqual([])
  })

  test('a cue that is too short to end before a change stays for half a second after it', () => {
    expect(snapped([225, 246])).toEqual([[225, 252]])
  })

  test('two cues with the least gap between them move together', () => {
    expect(snapped([180, 243], [245, 300])).toEqual([
      [180, 238],
      [240, 300],
    ])
    expect(snapped([180, 233], [235, 300])).toEqual([
      [180, 238],
      [240, 300],
    ])
  })

  test('a cue that is pulled before a change takes the end of the one before with it', () => {
    expect(snapped([150, 227], [229, 300])).toEqual([
      [150, 226],
      [228, 300],
    ])
  })

  it('leaves what could only be moved by breaking another rule', () => {
    // Twenty frames are the least: it can neither end earlier nor, before the next one, later.
    const held = [
      [222, 243, 'Yes.'],
      [245, 246 + 20, 'No.'],
    ] as const
    expect(snapped(...held)).toEqual([
      [222, 243],
      [245, 266],
    ])
    expect(kinds(...held)).toContain('end-near-shot')
  })
})

test('half a second is as many frames as the rate has', () => {
  const reaches = [
    videoOf(24_000, 1_001),
    videoOf(25),
    videoOf(30_000, 1_001),
    videoOf(50),
    videoOf(60_000, 1_001),
  ].map((video) => {
    const { kinds } = film('netflix', video, [600])
    return Array.from({ length: 40 }, (_, late) => late).findLast((late) =>
      kinds([600 + late, 720]).includes('start-near-shot'),
    )
  })
  expect(reaches).toEqual([11, 11, 14, 24, 29])
})

test('without a grid, times go to the changes themselves and the gap before them', () => {
  const rules = rulesWithShots(presets.netflix.rulesFor('en'), [10_007])
  const cue = (startMs: number, endMs: number): Cue => ({
    index: 0,
    startMs,
    endMs,
    lines: [{ speakerId: null, text: 'A few words.' }],
    wordIds: [],
  })
  expect(snapAll([cue(10_100, 13_000)], rules, options)[0]?.startMs).toBe(10_007)
  expect(snapAll([cue(8_000, 10_100)], rules, options)[0]?.endMs).toBe(10_007 - rules.gapMs)
})

describe('by the rules of the BBC', () => {
  const { snapped, kinds } = film('bbc', videoOf(25), [250, 300])

  test('starts go to the first frame of a shot, ends to the last one', () => {
    expect(snapped([243, 297])).toEqual([[250, 300]])
    expect(snapped([255, 302])).toEqual([[250, 300]])
  })

  test('one that is in the middle of two shots is told, not moved', () => {
    expect(kinds([200, 275])).toEqual(['crosses-shot'])
    expect(snapped([200, 275])).toEqual([[200, 275]])
    expect([kinds([250, 325]), kinds([200, 300])]).toEqual([[], []])
  })
})

test('without known shots, and with rules that ignore them, nothing is found', () => {
  const plain = presets.netflix.rulesFor('en')
  expect(rulesWithShots(plain, [])).toBe(plain)
  const arte = presets.arte.rulesFor('en')
  expect(rulesWithShots(arte, [1_000])).toBe(arte)
  expect(rulesWithShots(plain, Object.freeze([1_000]))).not.toBe(plain)
})

test('a fix of one cue and of all solve it too', () => {
  const { rules, cues, framesOf } = film('netflix', cinema, [240])
  const list = cues([120, 242])
  expect(framesOf(fixCue(list, 0, 'shot', rules, options) ?? [])).toEqual([[120, 238]])
  expect(framesOf(fixAll(list, rules, options))).toEqual([[120, 238]])
})

describe('a caption that misses a shot change by more frames', () => {
  const { rules, cues, framesOf } = film('netflix', cinema, [240])
  /** An end at which the shot is missed by 3 frames and by 7. */
  const [near, far] = [241, 245] as const
  const missed = (list: readonly Cue[]): number[] =>
    captionProblems(list, rules).flatMap((own) => own.filter(isAboutShots).map(({ value }) => value))

  test('has a greater problem', () => {
    expect([missed(cues([120, near])), missed(cues([120, far]))]).toEqual([[3], [7]])
    const weight = (end: number): number => weightOf(captionProblems(cues([120, end]), rules).flat())
    expect(weight(far)).toBeGreaterThan(weight(near))
  })

  test('is not told as better, but as changed for its neighbor', () => {
    const before = cues([120, near], [300, 320, 'x'.repeat(60)])
    const after = cues([120, far], [300, 360, 'x'.repeat(60)])
    const report = fixReport({ cues: before, rules, transcript: conversation() }, after)
    expect(report.improved.map(({ before: { index } }) => index)).not.toContain(0)
    expect(report.adjusted.map(({ before: { index } }) => index)).toEqual([0])
    const listed = report.fixed + report.improved.length + report.staying.length + report.adjusted.length
    expect([report.count, listed]).toEqual([2, 2])
  })

  test('is told as better where another problem is smaller, with that one', () => {
    const slow = 'x'.repeat(130)
    const before = cues([120, near, slow])
    const after = cues([112, far, slow])
    const { improved } = fixReport({ cues: before, rules, transcript: conversation() }, after)
    expect(improved.map(({ problem }) => problem?.kind)).toEqual(['too-fast'])
    expect(framesOf(improved[0]?.after ?? [])).toEqual([[112, far]])
  })
})
