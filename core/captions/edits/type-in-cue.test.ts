import { describe, expect, test } from 'vitest'
import { paragraphText } from '../../transcript/transcript.ts'
import { spoken } from '../testing/spoken.ts'
import { setCueTimes } from './cue-times.ts'
import { setCueWording } from './cue-wording.ts'
import { editableText, wordAt, wordFrom } from './editable-text.ts'
import { hideWords } from './hide-words.ts'
import { CueSession } from './testing/cue-session.ts'
import { typeInCue } from './type-in-cue.ts'

const two = (): CueSession =>
  new CueSession(
    spoken([
      ['s1', 0, 1_500, 'Are you ready to go now?'],
      ['s2', 1_550, 1_900, 'Yes.'],
      ['s1', 1_950, 3_900, 'Good, then we should leave at once.'],
    ]),
  )

const textOf = (session: CueSession, index: number): string =>
  editableText(session.cue(index), session.transcript, session.cues).text
const type = (session: CueSession, index: number, text: string): void =>
  session.apply(typeInCue(session.context, session.cue(index), text))
const paragraphs = (session: CueSession): string[] => session.transcript.paragraphs.map(paragraphText)

describe('the text to type in', () => {
  test('has no dashes, and a line end where a line of the cue ends', () => {
    const session = two()
    expect(session.shown[1]).toBe('-Yes. / -Good, then we should leave at once.')
    expect(textOf(session, 1)).toBe('Yes.\nGood, then we should leave at once.')
    const long = new CueSession(
      spoken([['s1', 0, 5_000, 'The place opened in 1932, and it was run by Rosa Keller.']]),
    )
    expect(textOf(long, 0)).toBe('The place opened in 1932,\nand it was run by Rosa Keller.')
  })

  test('leaves no space behind where one was typed at its end', () => {
    const session = two()
    for (const text of [
      'Are you ready to go now? ',
      'Are you ready to go now? Y',
      'Are you ready to go now? Yes ',
    ])
      type(session, 0, text)
    expect(paragraphs(session)[0]).toBe('Are you ready to go now? Yes')
  })

  test('stays in a caption whose times were set when its first or last word is a new one', () => {
    const session = two()
    session.apply(setCueTimes(session.context, session.cue(0), { startMs: 100, endMs: 1_450 }).edits)
    const { startMs, endMs } = session.cue(0)
    for (const text of [
      'W Are you ready to go now?',
      'Well Are you ready to go now?',
      'Well Are you ready to go now? Y',
      'Well Are you ready to go now? Yes',
    ]) {
      type(session, 0, text)
      expect(textOf(session, 0).replaceAll('\n', ' ')).toBe(text)
      expect(session.cue(0)).toMatchObject({ startMs, endMs })
    }
  })

  test('tells the word at an offset', () => {
    const session = two()
    const editable = editableText(session.cue(1), session.transcript, session.cues)
    expect(wordAt(editable, 2)).toEqual({ wordId: 'p1.0', offset: 2 })
    expect(wordAt(editable, 5)).toEqual({ wordId: 'p2.0', offset: 0 })
    expect(wordFrom(editable, 1)?.wordId).toBe('p2.0')
  })

  test('leaves hidden words out, and is the wording where there is one', () => {
    const session = two()
    session.apply(hideWords(session.context, 'p0.3', 'p0.4'))
    expect(textOf(session, 0)).toBe('Are you ready now?')
    session.apply(setCueWording(session.context, session.cue(0), 'Ready\nnow?'))
    expect(textOf(session, 0)).toBe('Ready\nnow?')
  })
})

describe('typing in a cue', () => {
  test('changes the words, which keep their times', () => {
    const session = two()
    const before = session.transcript.paragraphs[0]?.words
    type(session, 0, 'Are you ready to leave now?')
    expect(paragraphs(session)[0]).toBe('Are you ready to leave now?')
    const after = session.transcript.paragraphs[0]?.words
    expect(after?.map(({ startMs }) => startMs)).toEqual(before?.map(({ startMs }) => startMs))
  })

  test('keeps hidden words beside what was typed', () => {
    const session = two()
    session.apply(hideWords(session.context, 'p0.3', 'p0.4'))
    type(session, 0, 'Are you really ready now?')
    expect(paragraphs(session)[0]).toBe('Are you really ready to go now?')
  })

  test('goes to the paragraph of each speaker', () => {
    const session = two()
    type(session, 1, 'Yes, sure.\nGood, then we should go at once.')
    expect(paragraphs(session).slice(1)).toEqual(['Yes, sure.', 'Good, then we should go at once.'])
    const across = two()
    type(across, 1, 'Yes, we should leave at once.')
    expect(paragraphs(across).slice(1)).toEqual(['Yes,', 'we should leave at once.'])
  })

  test('a new line is a space', () => {
    const session = two()
    type(session, 0, 'Are you ready\nat all to go now?')
    expect(paragraphs(session)[0]).toBe('Are you ready at all to go now?')
  })

  test('over the first and the last word keeps the times of the cue', () => {
    const session = two()
    const set = setCueTimes(session.context, session.cue(0), { endMs: 1_480 })
    session.apply(set.edits)
    const { startMs, endMs } = session.cue(0)
    type(session, 0, 'So, tell us: can we leave?')
    expect(paragraphs(session)[0]).toBe('So, tell us: can we leave?')
    expect(session.cue(0)).toMatchObject({ startMs, endMs, isFixed: true })
    expect(textOf(session, 0).replace('\n', ' ')).toBe('So, tell us: can we leave?')
    session.undoAll()
    expect(session.transcript).toEqual(two().transcript)
  })

  test('in a wording changes the wording alone', () => {
    const session = two()
    session.apply(setCueWording(session.context, session.cue(0), 'Ready?'))
    type(session, 0, 'Ready now?')
    expect(session.shown[0]).toBe('Ready now?')
    expect(paragraphs(session)[0]).toBe('Are you ready to go now?')
  })
})
