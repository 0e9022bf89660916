import { expect, test } from 'vitest'
import { frameRateOf } from '../../frames/timecode.ts'
import { gridOfRate } from '../../frames/video-frames.ts'
import { movedBy, stretchedBy } from '../../transcript/time-map.ts'
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

test('captions that get other words are counted: none by an amount, some where the time for them changes', () => {
  const text =
    'Nobody had seen the shop for forty years, and when it was opened again, the tools were all in their places, as if somebody had only gone out for bread.'
  const session = new CueSession(spoken([['a', 1_000, 11_000, text]]))
  const recut = (map: ReturnType<typeof movedBy>): number => {
    const { report, cues } = moveCaptions(session.context, { map, range: null, withWords: false })
    const before = session.cues.map(({ wordIds }) => wordIds)
    const others = cues.filter(({ wordIds }) => !before.some((ids) => ids.join() === wordIds.join()))
    expect(report.recut).toBe(others.length)
    return report.recut
  }
  expect(recut(movedBy(5_000))).toBe(0)
  expect(recut(stretchedBy(frameRateOf(60), frameRateOf(23.976)))).toBeGreaterThan(0)
})
