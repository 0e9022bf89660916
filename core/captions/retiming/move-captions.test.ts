import { expect, test } from 'vitest'
import { frameRateOf } from '../../frames/timecode.ts'
import { gridOfRate } from '../../frames/video-frames.ts'
import { movedBy, movedTime, stretchedBy } from '../../transcript/time-map.ts'
import { CueSession } from '../edits/testing/cue-session.ts'
import { spoken } from '../testing/spoken.ts'
import { moveCaptions } from './move-captions.ts'
import { parseAmount } from './parse-amount.ts'

const film = gridOfRate(23.976)
if (film === null) throw new Error('no grid')

test('a caption that comes to lie on the first frame is not told as cut at the start', () => {
  const session = new CueSession(spoken([['a', 500, 2_900, 'The first is spoken on frame twelve.']]))
  const context = { ...session.context, rules: { ...session.rules, frames: film } }
  const cutAtStart = (typed: string): number => {
    const map = movedBy(parseAmount(typed, film) ?? NaN)
    return moveCaptions(context, { map, range: null, withWords: false }).report.cutAtStart
  }
  expect(session.cue(0).startMs).toBe(500)
  expect(cutAtStart('-12f')).toBe(0)
  expect(cutAtStart('-00:00:00:12')).toBe(0)
  expect(cutAtStart('-13f')).toBe(1)
})

test('captions that are stretched stay the same captions: same words, same lines, each edge by the ratio', () => {
  const text =
    'Nobody had seen the shop for forty years, and when it was opened again, the tools were all in their places, as if somebody had only gone out for bread.'
  const session = new CueSession(spoken([['a', 1_000, 11_000, text]]))
  for (const [from, to] of [
    [60, 23.976],
    [23.976, 25],
    [25, 23.976],
  ] as const) {
    const map = stretchedBy(frameRateOf(from), frameRateOf(to))
    const { cues, report } = moveCaptions(session.context, { map, range: null, withWords: false })
    expect(cues.map(({ lines }) => lines)).toEqual(session.cues.map(({ lines }) => lines))
    expect(report.recut).toBe(0)
    for (const [index, { startMs, endMs }] of cues.entries()) {
      const before = session.cue(index)
      expect(startMs).toBe(movedTime(before.startMs, map))
      // The least gap before the next caption stays.
      const latestMs = (cues[index + 1]?.startMs ?? Infinity) - session.rules.gapMs
      expect(endMs).toBe(Math.min(movedTime(before.endMs, map), latestMs))
    }
  }
})

test('where the words are stretched too, the captions stay the same ones: marks keep those that would be cut otherwise', () => {
  const text =
    'Nobody had seen the shop for forty years, and when it was opened again, the tools were all in their places, as if somebody had only gone out for bread.'
  const session = new CueSession(spoken([['a', 1_000, 11_000, text]]))
  const { cues: before } = session
  for (const map of [movedBy(5_000), stretchedBy(frameRateOf(60), frameRateOf(23.976))]) {
    const moved = moveCaptions(session.context, { map, range: null, withWords: true })
    expect(moved.cues.map(({ lines }) => lines)).toEqual(before.map(({ lines }) => lines))
    expect(moved.report.recut).toBe(0)
    session.apply(moved.edits)
    expect(session.cues).toEqual(moved.cues)
    expect(moved.edits.length > 1).toBe(map.ratio !== 1)
    session.undoAll()
    expect(session.cues).toEqual(before)
  }
})
