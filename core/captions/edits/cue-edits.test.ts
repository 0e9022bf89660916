import { describe, expect, test } from 'vitest'
import { historyKindOf } from '../../edits/history/history-kind.ts'
import { paragraphText } from '../../transcript/transcript.ts'
import { isOnFrame } from '../../frames/frame-grid.ts'
import { gridOfRate } from '../../frames/video-frames.ts'
import { captionProblems } from '../caption-problems.ts'
import { makeCues } from '../cues.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import { spoken } from '../testing/spoken.ts'
import { setCuePosition } from './cue-position.ts'
import { setCueSpeakerName, showsSpeakerName, toggleCueSpeakerName } from './cue-speaker-name.ts'
import { removeCueWording, setCueWording } from './cue-wording.ts'
import { setCueTimes } from './cue-times.ts'
import { editableText } from './editable-text.ts'
import { hideWords, showWords } from './hide-words.ts'
import { joinWithBefore } from './join-with-before.ts'
import { removeLineBreak, setLineBreak, toggleLineBreak } from './line-breaks.ts'
import { moveWordToBefore, moveWordToNext } from './move-word.ts'
import { resetCue } from './reset-cue.ts'
import { splitCue } from './split-cue.ts'
import { CueSession } from './testing/cue-session.ts'
import { toggleItalic } from './toggle-italic.ts'

const story = (): CueSession =>
  new CueSession(
    spoken([
      ['A', 0, 9_000, 'It was a lovely story. The place opened in 1932, and it was run by Rosa Keller.'],
    ]),
  )

/** The offset of a text in a cue. */
const at = (session: CueSession, index: number, text: string): number => {
  const editable = editableText(session.cue(index), session.transcript, session.cues)
  const offset = editable.text.indexOf(text)
  if (offset < 0) throw new Error(`no ${text} in ${editable.text}`)
  return offset
}

const first = 'It was a lovely story.'
const second = 'The place opened in 1932, / and it was run by Rosa Keller.'

test('the story', () => expect(story().shown).toEqual([first, second]))

describe('splitting', () => {
  test('parts a cue at the caret, and the parts stay as they are', () => {
    const session = story()
    const edits = splitCue(session.context, session.cue(1), at(session, 1, 'in 1932'))
    session.apply(edits)
    expect(session.shown).toEqual([first, 'The place opened', 'in 1932, and it was run by Rosa Keller.'])
    expect(session.cues.some(({ isFixed }) => isFixed)).toBe(false)
  })

  test('inside a word, parts before the next one; at the start or the end it does nothing', () => {
    const session = story()
    session.apply(splitCue(session.context, session.cue(1), at(session, 1, 'pened')))
    expect(session.shown[1]).toBe('The place opened')
    expect(splitCue(session.context, session.cue(0), 0)).toEqual([])
    expect(splitCue(session.context, session.cue(0), 100)).toEqual([])
  })

  test('a fixed cue becomes two fixed ones, with the least gap where the word begins', () => {
    const session = story()
    session.apply(joinWithBefore(session.context, session.cue(1)))
    expect(session.shown).toHaveLength(1)
    const whole = session.cue(0)
    session.apply(splitCue(session.context, whole, at(session, 0, 'The place')))
    const [before, after] = session.cues
    const start = session.transcript.paragraphs[0]?.words[5]?.startMs ?? 0
    expect(before).toMatchObject({ startMs: whole.startMs, endMs: start - 84, isFixed: true })
    expect(after).toMatchObject({ startMs: start, endMs: whole.endMs, isFixed: true })
  })

  test('a wording is parted where the caret is', () => {
    const session = story()
    session.apply(setCueWording(session.context, session.cue(1), 'It opened in 1932. Rosa ran it.'))
    session.apply(splitCue(session.context, session.cue(1), 'It opened in 1932.'.length))
    expect(session.shown).toEqual([first, 'It opened in 1932.', 'Rosa ran it.'])
  })
})

describe('the gap that a split leaves', () => {
  const gapAfter = (session: CueSession, index: number): number =>
    session.cue(index + 1).startMs - session.cue(index).endMs

  test.each([
    ['one', 900],
    ['two words', 2_400],
    ['we left the house at once', 5_000],
  ])('is the least gap of the rules, also after a part that was said quickly: %s', (text, endMs) => {
    const words = `Yes, ${text}.`
    const session = new CueSession(spoken([['A', 1_000, 1_000 + endMs, words]]))
    for (const isFixed of [false, true]) {
      if (isFixed) {
        session.undoAll()
        const { endMs: outMs } = session.cue(0)
        session.apply(setCueTimes(session.context, session.cue(0), { endMs: outMs - 40 }).edits)
        expect(session.cue(0).isFixed).toBe(true)
      }
      session.apply(splitCue(session.context, session.cue(0), 5))
      expect(session.cues).toHaveLength(2)
      expect(gapAfter(session, 0)).toBeGreaterThanOrEqual(session.rules.gapMs)
      expect(gapAfter(session, 0)).toBeLessThan(session.rules.gapMs + 20)
      const kinds = captionProblems(session.cues, session.rules).flat()
      expect(kinds.filter(({ kind }) => problemKinds[kind].about === 'next')).toEqual([])
    }
  })

  test('is whole frames on a video', () => {
    const grid = gridOfRate(25) ?? expect.unreachable()
    const session = new CueSession(spoken([['A', 1_000, 2_900, 'Yes, we left the house.']]))
    const rules = { ...session.rules, frames: grid, gapMs: 80 }
    const made = () => makeCues(session.transcript, rules, { durationMs: 600_000, language: 'en' })
    const context = { ...session.context, rules, cues: made() }
    session.apply(splitCue(context, made()[0] ?? expect.unreachable(), 5))
    const [before, after] = made()
    expect((after?.startMs ?? 0) - (before?.endMs ?? 0)).toBe(80)
    expect([before?.endMs, after?.startMs].every((ms = 0) => isOnFrame(ms, grid))).toBe(true)
  })

  test('is none where the caption is too short for it', () => {
    const session = new CueSession(spoken([['A', 1_000, 1_100, 'Yes, no.']]))
    session.apply(setCueTimes(session.context, session.cue(0), { startMs: 1_000, endMs: 1_100 }).edits)
    session.apply(splitCue(session.context, session.cue(0), 5))
    expect(session.cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1_000, 1_057],
      [1_057, 1_100],
    ])
  })
})

describe('joining', () => {
  test('what fits stays a cue that Parolo cuts', () => {
    const session = story()
    session.apply(splitCue(session.context, session.cue(1), at(session, 1, 'in 1932')))
    session.apply(joinWithBefore(session.context, session.cue(2)))
    expect(session.shown).toEqual([first, second])
  })

  test('what does not fit becomes a fixed cue with the times of both', () => {
    const session = story()
    const [a, b] = session.cues
    session.apply(joinWithBefore(session.context, session.cue(1)))
    expect(session.shown).toEqual([
      'It was a lovely story. The place opened / in 1932, and it was run by Rosa Keller. !',
    ])
    expect(session.cue(0)).toMatchObject({ startMs: a?.startMs, endMs: b?.endMs })
    expect(joinWithBefore(session.context, session.cue(0))).toEqual([])
  })
})

describe('moving a word', () => {
  test('to the cue after and back', () => {
    const session = story()
    session.apply(moveWordToNext(session.context, session.cue(0)))
    expect(session.shown[0]).toBe('It was a lovely')
    expect(session.shown[1]).toMatch(/^story\. The place/)
    session.apply(moveWordToBefore(session.context, session.cue(1)))
    // Too long for the rules in the meantime.
    expect(session.shown).toEqual([first, `${second} !`])
  })

  test('the only word of a cue joins the other', () => {
    const session = new CueSession(
      spoken([
        ['A', 0, 1_000, 'Yes.'],
        ['A', 1_100, 3_000, 'We left the house.'],
      ]),
    )
    session.apply(splitCue(session.context, session.cue(0), 4))
    expect(session.shown).toHaveLength(2)
    session.apply(moveWordToNext(session.context, session.cue(0)))
    expect(session.shown).toEqual(['Yes. We left the house.'])
  })

  test('fixed cues keep their times', () => {
    const session = story()
    session.apply(joinWithBefore(session.context, session.cue(1)))
    session.apply(splitCue(session.context, session.cue(0), at(session, 0, 'The place')))
    const times = session.cues.map(({ startMs, endMs }) => [startMs, endMs])
    session.apply(moveWordToNext(session.context, session.cue(0)))
    expect(session.cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(times)
    expect(session.shown[0]).toBe('It was a lovely !')
  })
})

describe('line breaks', () => {
  test('are set, moved where there is no room for one more, and taken away', () => {
    const session = story()
    session.apply(setLineBreak(session.context, session.cue(1), at(session, 1, 'it was run')))
    expect(session.shown[1]).toBe('The place opened in 1932, and / it was run by Rosa Keller.')
    session.apply(setLineBreak(session.context, session.cue(1), at(session, 1, 'by Rosa')))
    expect(session.shown[1]).toBe('The place opened in 1932, and it was run / by Rosa Keller.')
    session.apply(toggleLineBreak(session.context, session.cue(1), at(session, 1, 'by Rosa')))
    expect(session.shown[1]).toBe(second)
  })

  test('make a cue fixed that would be too wide', () => {
    const session = story()
    session.apply(setLineBreak(session.context, session.cue(1), at(session, 1, 'Keller')))
    expect(session.shown[1]).toBe('The place opened in 1932, and it was run by Rosa / Keller. !')
  })

  test('of a wording are in its text', () => {
    const session = story()
    session.apply(setCueWording(session.context, session.cue(1), 'It opened in 1932'))
    session.apply(setLineBreak(session.context, session.cue(1), 'It opened'.length))
    expect(session.shown[1]).toBe('It opened / in 1932')
    session.apply(removeLineBreak(session.context, session.cue(1), 'It opened'.length))
    expect(session.shown[1]).toBe('It opened in 1932')
  })
})

describe('what is shown', () => {
  test('hidden words go and come back', () => {
    const session = story()
    session.apply(hideWords(session.context, 'p0.2', 'p0.2'))
    session.apply(hideWords(session.context, 'p0.3', 'p0.3'))
    expect(session.shown[0]).toBe('It was story.')
    session.apply(showWords(session.context, 'p0.3', 'p0.3'))
    expect(session.shown[0]).toBe('It was lovely story.')
    session.apply(showWords(session.context, 'p0.0', 'p0.4'))
    expect(session.shown[0]).toBe(first)
    expect(session.transcript.marks).toEqual([])
  })

  test('a wording stands for the words of the cue; the transcript stays', () => {
    const session = story()
    const before = session.transcript.paragraphs
    session.apply(setCueWording(session.context, session.cue(1), 'It opened\nin 1932.'))
    expect(session.shown).toEqual([first, 'It opened / in 1932.'])
    session.apply(setCueWording(session.context, session.cue(1), 'It opened.'))
    expect(session.shown).toEqual([first, 'It opened.'])
    session.apply(removeCueWording(session.context, session.cue(1)))
    expect(session.shown).toEqual([first, second])
    expect(session.transcript.paragraphs).toBe(before)
  })

  test('italics are set on words and taken away', () => {
    const session = story()
    session.apply(toggleItalic(session.context, 'p0.1', 'p0.2'))
    session.apply(toggleItalic(session.context, 'p0.2', 'p0.4'))
    expect(session.cue(0).lines[0]?.italics).toEqual([{ from: 3, to: 22 }])
    expect(session.transcript.marks).toHaveLength(1)
    session.apply(toggleItalic(session.context, 'p0.3', 'p0.3'))
    expect(session.cue(0).lines[0]?.italics).toEqual([
      { from: 3, to: 8 },
      { from: 16, to: 22 },
    ])
  })

  test('a position is set for a cue alone', () => {
    const session = story()
    const top = { vertical: 'top', horizontal: 'left' } as const
    session.apply(setCuePosition(session.context, session.cue(0), top))
    session.apply(setCuePosition(session.context, session.cue(0), { ...top, horizontal: 'right' }))
    expect(session.cues.map(({ position }) => position?.horizontal)).toEqual(['right', undefined])
    session.apply(setCuePosition(session.context, session.cue(0), null))
    expect(session.transcript.marks).toEqual([])
  })

  test('a name is shown, hidden, or left to the option', () => {
    const session = story()
    session.apply(setCueSpeakerName(session.context, session.cue(1), true))
    session.apply(setCueSpeakerName(session.context, session.cue(1), false))
    expect(session.transcript.marks).toMatchObject([
      { kind: 'speaker-name', fromWordId: 'p0.5', value: false },
    ])
    session.apply(setCueSpeakerName(session.context, session.cue(1), null))
    expect(session.transcript.marks).toEqual([])
  })

  test('a name is toggled by what is shown, and no mark is left that only says what the option says', () => {
    const session = story()
    expect(showsSpeakerName(session.context, session.cue(1))).toBeNull()
    const id = session.cue(1).lines[0]?.speakerId ?? ''
    const speakers = [{ id, name: 'Rosa', colour: 0, groupId: null }]
    session.transcript = { ...session.transcript, speakers }
    const values = () => session.transcript.marks.map(({ value }) => value)
    const toggle = () => session.apply(toggleCueSpeakerName(session.context, session.cue(1)))
    expect(showsSpeakerName(session.context, session.cue(1))).toBe(false)
    toggle()
    expect(session.shown[1]).toMatch(/^Rosa: /)
    expect(showsSpeakerName(session.context, session.cue(1))).toBe(true)
    toggle()
    expect(values()).toEqual([])
    const always = () => ({ ...session.context, names: 'always' as const })
    const named = { ...session.cue(1), lines: [{ speakerId: id, text: '-Rosa: Yes.' }] }
    session.apply(toggleCueSpeakerName(always(), named))
    expect(values()).toEqual([false])
    session.apply(toggleCueSpeakerName(always(), session.cue(1)))
    expect(values()).toEqual([])
  })

  test('resetting takes everything off the words of a cue', () => {
    const session = story()
    session.apply(splitCue(session.context, session.cue(1), at(session, 1, 'in 1932')))
    session.apply(toggleItalic(session.context, 'p0.4', 'p0.9'))
    session.apply(hideWords(session.context, 'p0.12', 'p0.12'))
    for (const index of [2, 1]) session.apply(resetCue(session.context, session.cue(index)))
    expect(session.shown).toEqual([first, second])
    expect(session.transcript.marks).toMatchObject([{ kind: 'italic', fromWordId: 'p0.4', toWordId: 'p0.4' }])
  })
})

test('steps are named by what was done', () => {
  const session = story()
  const named = (edits: Parameters<typeof historyKindOf>[0][]): string => historyKindOf(edits[0]!)
  expect(named(splitCue(session.context, session.cue(1), at(session, 1, 'in 1932')))).toBe(
    'set-mark.break-before',
  )
  expect(named(setLineBreak(session.context, session.cue(1), at(session, 1, 'by Rosa')))).toBe(
    'set-mark.line-break',
  )
  expect(named(setCueWording(session.context, session.cue(1), 'Other'))).toBe('set-mark.wording')
  session.apply(splitCue(session.context, session.cue(1), at(session, 1, 'in 1932')))
  expect(named(joinWithBefore(session.context, session.cue(2)))).toBe('remove-mark.break-before')
  const pair = new CueSession(
    spoken([
      ['A', 0, 2_000, 'We left the house early.'],
      ['B', 2_900, 4_000, 'It rained.'],
    ]),
  )
  expect(pair.shown).toHaveLength(2)
  expect(named(joinWithBefore(pair.context, pair.cue(1)))).toBe('set-mark.no-break')
  expect(paragraphText(session.transcript.paragraphs[0]!)).toContain('in 1932')
})
