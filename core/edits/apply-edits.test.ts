import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Transcript } from '../transcript/transcript.ts'
import { applyEdit } from './apply.ts'
import { applyEdits, carryEdits } from './apply-edits.ts'
import type { Edit } from './edit.ts'
import { takeBack } from './history/take-back.ts'
import { EditRefused } from './refused.ts'
import { replaceTextEdit } from './kinds/replace-text.ts'
import { choices, randomEdit } from './testing/random-edits.ts'
import { throughJson } from './testing/expect-edit.ts'
import { conversation, conversationMs, paragraph, saidWords } from './testing/samples.ts'

const limits = { durationMs: conversationMs }

/** Edits that can be made in sequence, and the result of applying them with `applyEdit`. */
function playedOneByOne(plan: readonly Parameters<typeof randomEdit>[2][]): {
  edits: Edit[]
  after: Transcript
} {
  let after = conversation()
  const edits: Edit[] = []
  plan.forEach((choice, index) => {
    const edit = randomEdit(after, `e${index}`, choice)
    if (edit === null) return
    try {
      after = applyEdit(after, edit, limits).transcript
      edits.push(edit)
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error
    }
  })
  return { edits, after }
}

/** Paragraphs `p0`, `p1`, … in which every second word is "the". */
function manyParagraphs(count: number): Transcript {
  const paragraphs = Array.from({ length: count }, (_, index) =>
    paragraph(`p${index}`, 's1', saidWords(`c${index}`, 'the one the other the', index * 4000)),
  )
  return { ...conversation([]), turns: [], paragraphs }
}

const text = (id: string, paragraphId: string, to: string): Edit => ({
  kind: 'replace-text',
  id,
  paragraphId,
  text: to,
})

describe('applyEdits', () => {
  it('gives what one edit after the other gives, to the byte, and its inverse takes all back', () => {
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 40, size: 'max' }), (plan) => {
        const before = conversation()
        const { edits, after } = playedOneByOne(plan)
        const applied = applyEdits(before, edits, limits)
        expect(JSON.stringify(applied.transcript)).toBe(JSON.stringify(after))
        expect(JSON.stringify(before)).toBe(JSON.stringify(conversation()))
        const undone = applyEdit(applied.transcript, throughJson(applied.inverse)).transcript
        expect(JSON.stringify(undone)).toBe(JSON.stringify(before))
      }),
      { numRuns: 150 },
    )
  })

  it('names what changed and what went', () => {
    const { touched } = applyEdits(manyParagraphs(5), [
      text('a', 'p3', 'this one'),
      text('b', 'p1', ' '),
      text('c', 'p3', 'this two'),
    ])
    expect(touched).toEqual({
      paragraphIds: ['p3', 'p1'],
      speakers: false,
      turns: false,
      marks: false,
      captionRules: false,
      fillers: false,
      numbers: false,
      captionTiming: false,
    })
  })

  it('does all or nothing', () => {
    expect(() => applyEdits(manyParagraphs(2), [text('a', 'p0', 'x'), text('b', 'gone', 'y')])).toThrow(
      EditRefused,
    )
    expect(() =>
      applyEdits(manyParagraphs(2), [
        text('a', 'p0', 'the one the other the end'),
        text('a', 'p0', 'so the one the other the end'),
      ]),
    ).toThrow(EditRefused)
  })

  it('lets marks follow words that go', () => {
    const before = conversation()
    const edits = [text('a', 'p1', 'Who was there?'), text('b', 'p2', 'They all went.')]
    const { transcript } = applyEdits(before, edits)
    expect(transcript.marks).toEqual([{ ...before.marks[0], toWordId: 'c2.3' }])
  })

  it('keeps an inverse of a few paragraphs among many small', () => {
    const before = manyParagraphs(400)
    const edits = ['p1', 'p200', 'p398'].map((id) =>
      replaceTextEdit(before, { id: `e-${id}`, paragraphId: id, text: 'the' }),
    )
    const { inverse } = applyEdits(before, edits)
    expect(inverse.paragraphs).toEqual([])
    expect(inverse.words?.map((run) => run.paragraphId)).toEqual(['p1', 'p200', 'p398'])
  })

  it('goes through many paragraphs in one pass', () => {
    // Applied one by one, this many would take longer than a test may.
    const before = manyParagraphs(20_000)
    const edits = before.paragraphs.map((each, index) =>
      text(`e${index}`, each.id, 'this one this other this'),
    )
    const { transcript } = applyEdits(before, edits)
    expect(transcript.paragraphs.every((each) => paragraphText(each) === 'this one this other this')).toBe(
      true,
    )
  })
})

describe('carryEdits', () => {
  it('makes on the same state what applyEdits makes', () => {
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 30, size: 'max' }), (plan) => {
        const { edits, after } = playedOneByOne(plan)
        const { transcript, carried } = carryEdits(conversation(), edits, limits)
        expect(JSON.stringify(transcript)).toBe(JSON.stringify(after))
        const entries = carried.flatMap((each) => (each.outcome === 'applied' ? [each] : []))
        const back = takeBack(transcript, { stepId: 's', entries: throughJson(entries) }, 'u')
        expect(JSON.stringify(back.transcript)).toBe(JSON.stringify(conversation()))
      }),
      { numRuns: 100 },
    )
  })

  it('carries texts over, refuses what cannot be meant any more, and goes on', () => {
    const before = conversation([])
    const mine = replaceTextEdit(before, { id: 'm', paragraphId: 'p1', text: 'Who was here last night?' })
    const gone = replaceTextEdit(before, { id: 'n', paragraphId: 'p3', text: 'That is what I hoped.' })
    const now = applyEdits(before, [
      text('x', 'p1', 'Who ever was there last night?'),
      text('y', 'p3', ' '),
    ]).transcript
    const split: Edit = { kind: 'split-paragraph', id: 's', wordId: 'c3.1', offset: 0 }
    const { transcript, carried } = carryEdits(now, [mine, split, gone], limits)
    expect(carried.map((each) => each.outcome)).toEqual(['applied', 'refused', 'applied'])
    expect(transcript.paragraphs.map(paragraphText)).toEqual([
      'Who ever was here last night?',
      'Nobody. They all went home. hoped.',
    ])
    expect(lint(transcript, conversationMs)).toEqual([])
  })

  it('keeps a text that does not say what it was made from, as a note where its paragraph is gone', () => {
    const { transcript, carried } = carryEdits(
      conversation([]),
      [text('w', 'gone', 'kept all the same')],
      limits,
    )
    expect(carried[0]).toMatchObject({ outcome: 'applied', asSent: false, edit: { kind: 'insert-sound' } })
    expect(transcript.paragraphs.map(paragraphText)).toContain('kept all the same')
  })
})
