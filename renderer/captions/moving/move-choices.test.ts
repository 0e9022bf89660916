import { describe, expect, it } from 'vitest'
import { CueSession } from '#core/captions/edits/testing/cue-session'
import { moveCaptions } from '#core/captions/retiming/move-captions'
import { spoken } from '#core/captions/testing/spoken'
import { timeOnFrame } from '#core/frames/frame-grid'
import { videoOfRate } from '#core/frames/video-frames'
import { frameRateOf } from '#core/frames/timecode'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { makeCues } from '#core/captions/cues'
import { stretchedBy } from '#core/transcript/time-map'
import { chosenMove, type MoveChoices } from './move-choices.ts'

const turns = Array.from({ length: 30 }, (_, index) => {
  const startMs = 1_000 + index * 3_217
  return ['a', startMs, startMs + 2_300, 'They come with the toaster.'] as const
})

const byPoints = (points: MoveChoices['points']): MoveChoices => ({
  which: 'all',
  first: 1,
  last: 1,
  by: 'points',
  amount: '',
  points,
  rates: [25, 24],
  withWords: false,
})

describe('a move by two captions', () => {
  it.each([undefined, 23.976])(
    'brings both exactly where they were typed, also those that were stretched before (frames: %s)',
    (rate) => {
      const session = new CueSession(spoken([...turns]))
      if (rate !== undefined) session.transcript = { ...session.transcript, frames: videoOfRate(rate) }
      const rules = rulesOf(session.transcript)
      const { durationMs } = session
      const cuesNow = () => makeCues(session.transcript, rules, { durationMs, language: 'en' })
      const context = () => ({ ...session.context, rules, cues: cuesNow() })
      const count = cuesNow().length
      expect(count).toBeGreaterThan(10)
      const map = stretchedBy(frameRateOf(23.976), frameRateOf(25))
      session.apply(moveCaptions(context(), { map, range: null, withWords: false }).edits)
      for (let number = 2; number <= count; number++) {
        const choices = byPoints([
          { number: 1, typed: '0:02.002' },
          { number, typed: `1:${String(number + 10)}.000` },
        ])
        const frames = rules.frames ?? null
        const move = chosenMove(choices, cuesNow(), frames)
        if (move === null || typeof move === 'string') return expect.unreachable()
        const { cues } = moveCaptions(context(), move)
        const [one, other] = [cues[0]?.startMs, cues[number - 1]?.startMs]
        expect([number, one]).toEqual([number, 2_002])
        if (rate === undefined) expect([number, other]).toEqual([number, 60_000 + (number + 10) * 1_000])
        else expect([number, other]).toEqual([number, timeOnFrame(60_000 + (number + 10) * 1_000, frames)])
      }
    },
  )
})
