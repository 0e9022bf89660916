import { describe, expect, it, test } from 'vitest'
import { gridOfRate } from '../../frames/video-frames.ts'
import { lint } from '../../transcript/lint.ts'
import { spoken } from '../testing/spoken.ts'
import { freeSpan, insertCue, NEW_TEXT } from './insert-cue.ts'
import { CueSession } from './testing/cue-session.ts'
import { typeInCue } from './type-in-cue.ts'

/** Captions from 1 s to 2.5 s and from 9 s to 11.5 s. */
const two = (): CueSession =>
  new CueSession(
    spoken([
      ['s1', 1_000, 2_000, 'We left early.'],
      ['s2', 9_000, 11_000, 'And then it rained on us.'],
    ]),
    [],
    20_000,
  )

const inserted = (session: CueSession, startMs: number, endMs: number): void => {
  const free = freeSpan(session.context, { startMs, endMs }, null)
  if (free === null) throw new Error('no room')
  session.apply(insertCue(session.context, free))
}
const shown = ({ cues }: CueSession): [number, number, string][] =>
  cues.map(({ startMs, endMs, lines }) => [startMs, endMs, lines.map(({ text }) => text).join(' / ')])

describe('a caption in an empty stretch', () => {
  it('is shown there, between the others, which stay as they are', () => {
    const session = two()
    const [first, last] = shown(session)
    inserted(session, 4_000, 6_000)
    expect(shown(session)).toEqual([first, [4_000, 6_000, NEW_TEXT], last])
    expect(session.transcript.paragraphs.map(({ kind }) => kind)).toEqual(['speech', 'speech', 'speech'])
    session.undoAll()
    expect(session.transcript).toEqual(two().transcript)
  })

  it('keeps its times while it is typed in', () => {
    const session = two()
    inserted(session, 4_000, 6_000)
    session.apply(typeInCue(session.context, session.cue(1), 'Nobody spoke'))
    session.apply(typeInCue(session.context, session.cue(1), 'Nobody spoke for a while.'))
    expect(shown(session)[1]).toEqual([4_000, 6_000, 'Nobody spoke for a while.'])
  })

  it.each([
    { ratio: 1, offsetMs: 5_000 },
    { ratio: 1, offsetMs: -5_000 },
    { ratio: 25 / 23.976, offsetMs: 0 },
  ])('is shown there also if captions are moved in time: %o', (captionTiming) => {
    const session = two()
    session.transcript = { ...session.transcript, captionTiming }
    inserted(session, 17_000, 19_000)
    expect(shown(session)).toContainEqual([17_000, 19_000, NEW_TEXT])
    expect(lint(session.transcript)).toEqual([])
  })

  it('is said by whoever is heard there', () => {
    const session = two()
    session.transcript = {
      ...session.transcript,
      turns: [
        { speakerId: 's1', startMs: 0, endMs: 4_500 },
        { speakerId: 's2', startMs: 4_500, endMs: 12_000 },
      ],
    }
    inserted(session, 4_000, 6_000)
    expect(session.transcript.paragraphs[1]?.speakerId).toBe('s2')
  })
})

describe('the free part of a span', () => {
  const { context } = two()
  const { gapMs } = context.rules

  test('is the longest one without captions, with the gap of the rules', () => {
    expect(freeSpan(context, { startMs: 0, endMs: 10_000 }, null)).toEqual({
      startMs: 2_500 + gapMs,
      endMs: 9_000 - gapMs,
    })
    expect(freeSpan(context, { startMs: 2_550, endMs: 4_000 }, null)).toEqual({
      startMs: 2_500 + gapMs,
      endMs: 4_000,
    })
    expect(freeSpan(context, { startMs: 15_000, endMs: 40_000 }, null)).toEqual({
      startMs: 15_000,
      endMs: 20_000,
    })
  })

  test('lies on frames', () => {
    expect(freeSpan(context, { startMs: 4_011, endMs: 6_013 }, gridOfRate(25))).toEqual({
      startMs: 4_040,
      endMs: 6_000,
    })
  })

  test('is nothing where captions are, or too short to be seen', () => {
    expect(freeSpan(context, { startMs: 1_200, endMs: 2_400 }, null)).toBeNull()
    expect(freeSpan(context, { startMs: 4_000, endMs: 4_150 }, null)).toBeNull()
  })
})
