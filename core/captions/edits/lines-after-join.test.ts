import { expect, test } from 'vitest'
import { spoken } from '../testing/spoken.ts'
import { setCueTimes } from './cue-times.ts'
import { editableText } from './editable-text.ts'
import { joinWithBefore } from './join-with-before.ts'
import { splitCue } from './split-cue.ts'
import { CueSession } from './testing/cue-session.ts'

const text = 'The place opened in 1932, and it was run by a woman called Rosa Keller.'

/** A caption of two lines that was split with Enter and joined again with Backspace. */
function joinedAgain(): CueSession {
  const session = new CueSession(spoken([['A', 0, 5_000, text]]))
  expect(session.shown).toEqual([expect.stringContaining(' / ')])
  session.apply(splitCue(session.context, session.cue(0), text.indexOf('and it')))
  expect(session.shown).toHaveLength(2)
  session.apply(joinWithBefore(session.context, session.cue(1)))
  return session
}

function expectTwoLines(session: CueSession): void {
  const [cue, ...others] = session.cues
  expect(others).toEqual([])
  expect(cue?.lines).toHaveLength(2)
  for (const line of cue?.lines ?? []) expect(line.text.length).toBeLessThanOrEqual(42)
  const box = editableText(session.cue(0), session.transcript, session.cues).text
  expect(box.split('\n')).toEqual(cue?.lines.map((line) => line.text))
}

test('a caption that was split, joined and given a time still has two lines, in its box too', () => {
  const session = joinedAgain()
  expectTwoLines(session)
  session.apply(setCueTimes(session.context, session.cue(0), { endMs: 5_200 }).edits)
  expect(session.cue(0).isFixed).toBe(true)
  expectTwoLines(session)
})

test('so has one whose times were set before', () => {
  const session = new CueSession(spoken([['A', 0, 5_000, text]]))
  session.apply(setCueTimes(session.context, session.cue(0), { endMs: 5_200 }).edits)
  session.apply(splitCue(session.context, session.cue(0), text.indexOf('and it')))
  session.apply(joinWithBefore(session.context, session.cue(1)))
  expectTwoLines(session)
  session.apply(setCueTimes(session.context, session.cue(0), { endMs: 5_300 }).edits)
  expect(session.cue(0).endMs).toBe(5_300)
  expectTwoLines(session)
})
