import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { applyEdits, carryEdits } from '../apply-edits.ts'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { type LogEntry } from '../history/take-back.ts'
import { recordEdit, undo } from '../testing/edit-log.ts'
import { insertParagraphsEdit } from './insert-paragraphs.ts'
import { keptByPerson } from '../assembly/kept-by-person.ts'
import { rebase } from '../carry/rebase.ts'
import { replaceTextEdit } from './replace-text.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { conversation, conversationMs } from '../testing/samples.ts'

const before = conversation()
const textsOf = ({ paragraphs }: Transcript): string[] => paragraphs.map((each) => paragraphText(each))
const linesOf = ({ paragraphs }: Transcript): string[] =>
  paragraphs.map((each) => `${each.id} ${each.speakerId}: ${paragraphText(each)}`)
const reasonOf = (edit: Edit, transcript = before): string => {
  const [{ outcome, ...rest } = { outcome: 'none' }] = carryEdits(transcript, [edit]).carried
  return 'refusal' in rest ? rest.refusal.reason : outcome
}

describe('insert-paragraphs', () => {
  const insertion: Edit = insertParagraphsEdit('e', before.paragraphs[1] ?? null, ['One two.', '  Three  '])

  it('puts the lines below a paragraph, each with its text as it is, under its speaker', () => {
    const { transcript } = expectEdit(before, insertion, undefined, { durationMs: conversationMs })
    expect(linesOf(transcript).slice(1, 4)).toEqual([
      'p2 s2: Nobody. They all went home.',
      'e.0 s2: One two.',
      'e.1 s2:   Three  ',
    ])
    const words = transcript.paragraphs.slice(2, 4).flatMap((each) => each.words)
    expect(words.map(({ id, origin }) => `${id} ${origin}`)).toEqual([
      'e.0 written',
      'e.1 written',
      'e.2 written',
    ])
  })

  it('takes time between the paragraphs around, no more than it takes to say', () => {
    const { transcript } = expectEdit(before, insertion)
    const words = transcript.paragraphs.slice(2, 4).flatMap((each) => each.words)
    expect([words[0]?.startMs, words.at(-1)?.endMs]).toEqual([4000, 4840])
  })

  it('above the first paragraph is as that one', () => {
    const { transcript } = expectEdit(before, insertParagraphsEdit('e', null, ['One.', 'Two.']))
    expect(linesOf(transcript).slice(0, 3)).toEqual([
      'e.0 s1: One.',
      'e.1 s1: Two.',
      'p1 s1: Who was there last night?',
    ])
  })

  it('in a transcript without a paragraph is notes', () => {
    const empty = { ...before, paragraphs: [], marks: [] }
    const { transcript } = expectEdit(empty, insertParagraphsEdit('e', null, ['One.']), undefined, {})
    expect(transcript.paragraphs).toMatchObject([{ id: 'e.0', kind: 'note', speakerId: null }])
  })

  it('leaves lines of space out, and is refused where there is nothing else', () => {
    const { transcript } = expectEdit(before, insertParagraphsEdit('e', null, [' ', 'One.', '']))
    expect(textsOf(transcript)[0]).toBe('One.')
    expect(reasonOf(insertParagraphsEdit('e', null, [' ', '']))).toBe('empty-text')
  })

  it('is refused where its id was used', () => {
    const { transcript } = applyEdit(before, insertion)
    expect(reasonOf(insertParagraphsEdit('e', null, ['One.']), transcript)).toBe('id-taken')
  })

  it('goes below the nearest paragraph where its own is gone', () => {
    const gone: Edit = { kind: 'delete-paragraph', id: 'd', paragraphId: 'p2' }
    const { transcript } = applyEdit(before, gone)
    const carried = rebase(insertion, transcript)
    expect(carried).toMatchObject({ afterParagraphId: 'p1', texts: ['One two.', '  Three  '] })
    expect(textsOf(applyEdit(transcript, carried ?? insertion).transcript).slice(0, 2)).toEqual([
      'Who was there last night?',
      'One two.',
    ])
  })

  it('a recount leaves their bounds as they were made', () => {
    const { inverse } = applyEdit(before, insertion)
    expect([...keptByPerson([{ edit: insertion, inverse }]).bounds]).toEqual(['e.0', 'e.1'])
  })

  it('slices of a paste are one step, taken back at once, whatever was typed in them meanwhile', () => {
    const texts = fc.array(fc.constantFrom('One two.', ' three ', '- four', 'x'), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), fc.nat(99), (slices, at) => {
        let transcript = before
        const log: LogEntry[] = []
        const record = (edit: Edit): void => {
          const recorded = recordEdit(transcript, log, edit, { stepId: 'paste', durationMs: conversationMs })
          transcript = recorded.transcript
          log.push(recorded.entry)
        }
        let after = before.paragraphs[at % before.paragraphs.length] ?? null
        slices.forEach((slice, number) => {
          record(insertParagraphsEdit(`e${number}`, after, slice))
          after = transcript.paragraphs.find(({ id }) => id === `e${number}.${slice.length - 1}`) ?? null
          const typed = { id: `t${number}`, paragraphId: 'p3', text: `That is ${number}.` }
          record(replaceTextEdit(transcript, typed))
        })
        const index = before.paragraphs.findIndex((each) => each === before.paragraphs[at % 3])
        const pasted = textsOf(transcript).slice(index + 1, index + 1 + slices.flat().length)
        expect(pasted).toEqual(slices.flat())
        const all = applyEdits(
          before,
          log.map(({ edit }) => edit),
          { durationMs: conversationMs },
        )
        expect(all.transcript).toEqual(transcript)
        expect(undo(transcript, log, 'u')?.transcript).toEqual(before)
      }),
    )
  })
})

describe('delete-paragraphs', () => {
  const deletion: Edit = {
    kind: 'delete-paragraphs',
    id: 'e',
    paragraphs: before.paragraphs
      .slice(0, 2)
      .map((each) => ({ paragraphId: each.id, text: paragraphText(each) })),
  }

  it('takes them away with their marks; the turns stay', () => {
    const { transcript } = expectEdit(before, deletion)
    expect(textsOf(transcript)).toEqual(['That is what I thought.'])
    expect(transcript.marks).toEqual([])
    expect(transcript.turns).toEqual(before.turns)
  })

  it('leaves a paragraph in which somebody else has written since', () => {
    const written = replaceTextEdit(before, { id: 'w', paragraphId: 'p2', text: 'Nobody. They all left.' })
    const { transcript } = applyEdit(before, written)
    const { transcript: after } = carryEdits(transcript, [deletion])
    expect(textsOf(after)).toEqual(['Nobody. They all left.', 'That is what I thought.'])
  })

  it('does what is left of it where others are gone, and nothing where all are', () => {
    const one = applyEdit(before, { kind: 'delete-paragraph', id: 'd', paragraphId: 'p1' }).transcript
    expect(textsOf(carryEdits(one, [deletion]).transcript)).toEqual(['That is what I thought.'])
    const none = applyEdit(before, deletion).transcript
    expect(reasonOf(deletion, none)).toBe('nothing-left')
  })
})
