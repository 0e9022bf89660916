import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withCaptionTiming } from '../../transcript/caption-timing.ts'
import { randomTimings } from '../testing/random-timings.ts'
import { spoken, type ScriptedTurn } from '../testing/spoken.ts'
import { setCueTimes } from './cue-times.ts'
import { CueSession } from './testing/cue-session.ts'

const sentences = [
  'We left the house early.',
  'And then it rained on us for an hour, so that nobody wanted to go on.',
  'Yes.',
  'The place opened in 1932, and it was run by a woman called Rosa Keller.',
  'Nobody had an umbrella, but we went on.',
]
const turns = fc
  .array(fc.record({ text: fc.constantFrom(...sentences), pauseMs: fc.integer({ min: 0, max: 2_000 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) => {
    let clockMs = 500
    return all.map(({ text, pauseMs }, index): ScriptedTurn => {
      const startMs = clockMs + pauseMs
      clockMs = startMs + text.length * 65
      return [index % 3 === 0 ? 's1' : 's2', startMs, clockMs, text]
    })
  })
const set = fc.record({
  cue: fc.nat(40),
  start: fc.option(fc.integer({ min: -3_000, max: 3_000 })),
  end: fc.option(fc.integer({ min: -3_000, max: 3_000 })),
})

test('setting times one cue after the other never makes cues overlap', () => {
  fc.assert(
    fc.property(turns, fc.array(set, { maxLength: 8 }), randomTimings, (said, sets, timing) => {
      const session = new CueSession(spoken(said))
      session.transcript = withCaptionTiming(session.transcript, timing)
      for (const { cue: at, start, end } of sets) {
        const { context } = session
        const cue = context.cues[at % context.cues.length]
        if (cue === undefined) continue
        const made = setCueTimes(context, cue, {
          ...(start === null ? {} : { startMs: cue.startMs + start }),
          ...(end === null ? {} : { endMs: cue.endMs + end }),
        })
        session.apply(made.edits)
        const now = session.cues
        const same = now.find(({ wordIds }) => wordIds[0] === cue.wordIds[0])
        expect(same).toMatchObject({ startMs: made.startMs, endMs: made.endMs, wordIds: cue.wordIds })
        for (const [index, each] of now.entries()) {
          expect(each.startMs).toBeGreaterThanOrEqual(now[index - 1]?.endMs ?? 0)
        }
      }
    }),
    { numRuns: 200 },
  )
})
