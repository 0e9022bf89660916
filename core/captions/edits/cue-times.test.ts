import { describe, expect, test } from 'vitest'
import { spoken } from '../testing/spoken.ts'
import { limitTimes, setCueTimes } from './cue-times.ts'
import { snapTargets, snapTime } from './snap-times.ts'
import { CueSession } from './testing/cue-session.ts'

const three = (): CueSession =>
  new CueSession(
    spoken([
      ['s1', 1_000, 2_500, 'We left the house early.'],
      ['s2', 3_000, 5_000, 'And then it rained on us.'],
      ['s1', 5_500, 7_000, 'Nobody had an umbrella.'],
    ]),
    [],
    20_000,
  )

type Edges = [number, number]
const times = (session: CueSession): Edges[] => session.cues.map(({ startMs, endMs }) => [startMs, endMs])

describe('setting times', () => {
  test('fixes the cue; the ones beside it stay as Parolo cuts them and give way', () => {
    const session = three()
    expect(times(session)).toEqual([
      [1_000, 2_916],
      [3_000, 5_416],
      [5_500, 7_500],
    ])
    const { edits, startMs, endMs } = setCueTimes(session.context, session.cue(1), { startMs: 2_600 })
    expect([startMs, endMs]).toEqual([2_600, 5_416])
    session.apply(edits)
    expect(times(session)).toEqual([
      [1_000, 2_516],
      [2_600, 5_416],
      [5_500, 7_500],
    ])
    expect(session.cues.map(({ isFixed }) => isFixed)).toEqual([undefined, true, undefined])
    // Words keep their times: when they were said does not change with when they are shown.
    expect(session.transcript.paragraphs).toEqual(three().transcript.paragraphs)
  })

  test('keeps order: an edge stops at its neighbors, at the other edge and at the end of the recording', () => {
    const session = three()
    const limit = (index: number, set: Parameters<typeof limitTimes>[2]): Edges => {
      const { startMs, endMs } = limitTimes(session.context, session.cue(index), set)
      return [startMs, endMs]
    }
    expect(limit(1, { startMs: 0 })).toEqual([1_918, 5_416])
    const early = three()
    early.apply(setCueTimes(early.context, early.cue(1), { startMs: 0 }).edits)
    expect(times(early).slice(0, 2)).toEqual([
      [1_000, 1_834],
      [1_918, 5_416],
    ])
    expect(limit(1, { endMs: 9_000 })).toEqual([3_000, 5_500])
    expect(limit(1, { startMs: 9_000 })).toEqual([5_376, 5_416])
    expect(limit(1, { endMs: 0 })).toEqual([3_000, 3_040])
    expect(limit(2, { endMs: 90_000 })).toEqual([5_500, 20_000])
    expect(limit(0, { startMs: -50 })).toEqual([0, 2_916])
    session.apply(setCueTimes(session.context, session.cue(0), { endMs: 2_700 }).edits)
    expect(limit(1, { startMs: 0 })).toEqual([2_700, 5_416])
  })

  test('to what they are changes nothing; twice changes the same marks', () => {
    const session = three()
    expect(setCueTimes(session.context, session.cue(1), { startMs: 3_000 }).edits).toEqual([])
    session.apply(setCueTimes(session.context, session.cue(1), { startMs: 2_900 }).edits)
    session.apply(setCueTimes(session.context, session.cue(1), { startMs: 2_950, endMs: 5_450 }).edits)
    expect(session.transcript.marks).toMatchObject([
      { kind: 'cue-start', value: 2_950 },
      { kind: 'cue-end', value: 5_450 },
    ])
    session.undoAll()
    expect(session.transcript).toEqual(three().transcript)
  })
})

describe('snapping', () => {
  const { cues } = three()
  const targets = snapTargets({
    before: cues[0],
    after: cues[2],
    speech: [
      { startMs: 3_010, endMs: 5_020 },
      { startMs: 90_000, endMs: 91_000 },
    ],
    shots: [3_040, 80_000],
    gapMs: 84,
  })

  test('targets are in order, between the neighbors', () => {
    expect(targets).toEqual([
      { ms: 3_000, kind: 'neighbor' },
      { ms: 3_010, kind: 'speech-start' },
      { ms: 3_040, kind: 'shot' },
      { ms: 5_020, kind: 'speech-end' },
      { ms: 5_416, kind: 'neighbor' },
    ])
  })

  test('the nearest one is taken, a shot where two are as near, none where all are far', () => {
    expect(snapTime(3_007, targets, 100)).toEqual({ ms: 3_010, kind: 'speech-start' })
    expect(snapTime(3_025, targets, 100)).toEqual({ ms: 3_040, kind: 'shot' })
    expect(snapTime(4_000, targets, 100)).toBeNull()
  })
})
