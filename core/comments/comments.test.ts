import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { choices, randomEdit } from '../edits/testing/random-edits.ts'
import { expectEdit } from '../edits/testing/expect-edit.ts'
import { conversation, saidWords, paragraph } from '../edits/testing/samples.ts'
import { EditRefused } from '../edits/refused.ts'
import { lint } from '../transcript/lint.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { addComment, changeComment, deleteComment, setResolved } from './comment-edits.ts'
import { commentedWords, MAX_WORDS } from './commented-words.ts'
import { commentsByWord, listedComments } from './listed-comments.ts'

const ids = () => {
  let made = 0
  return () => `new${(made += 1)}`
}
const on = (transcript: Transcript, from: string, to: string) => {
  const found = commentedWords(transcript, from, to)
  if (found === null) throw new Error('not there')
  return found
}

describe('comments', () => {
  it('are listed in the order of their words, with these and their time', () => {
    const newId = ids()
    let transcript = conversation()
    for (const [from, to, text] of [
      ['c3.0', 'c3.0', 'last'],
      ['c1.4', 'c2.0', 'across paragraphs'],
      ['c1.4', 'c1.4', 'shorter'],
      ['c1.4', 'c1.4', 'same words, later'],
    ] as const) {
      ;({ transcript } = applyEdits(
        transcript,
        addComment(transcript, on(transcript, from, to), text, newId),
      ))
    }
    expect(
      listedComments(transcript).map(({ text, words, startMs, endMs }) => [text, words, startMs, endMs]),
    ).toEqual([
      ['shorter', 'night?', 1_600, 1_900],
      ['same words, later', 'night?', 1_600, 1_900],
      ['across paragraphs', 'night? Nobody.', 1_600, 2_400],
      ['check', 'went home.', 3_300, 4_000],
      ['last', 'That', 5_000, 5_300],
    ])
  })

  it('keep their text bare, whether they are resolved or not, and each act is one that is undone whole', () => {
    const newId = ids()
    const before = conversation()
    const [resolve] = setResolved(before, 'm1', true, newId)
    const { transcript } = expectEdit(before, resolve!)
    expect(listedComments(transcript)[0]).toMatchObject({ id: 'm1', text: 'check', isResolved: true })
    expect(transcript.marks.find(({ id }) => id === 'm1')).toMatchObject({ kind: 'comment', value: 'check' })
    expect(setResolved(transcript, 'm1', true, newId)).toEqual([])
    const reopened = applyEdits(transcript, setResolved(transcript, 'm1', false, newId)).transcript
    expect(reopened).toEqual(before)
    const changed = applyEdits(transcript, changeComment(transcript, 'm1', ' other\ntext ', newId)).transcript
    expect(listedComments(changed)[0]).toMatchObject({ text: 'other\ntext', isResolved: true })
    const gone = applyEdits(transcript, deleteComment(transcript, 'm1', newId)).transcript
    expect(gone.marks.map(({ kind }) => kind)).toEqual(['bookmark'])
  })

  it('are not made of blanks, and what is gone is not changed', () => {
    const transcript = conversation()
    const newId = ids()
    expect(addComment(transcript, on(transcript, 'c1.0', 'c1.0'), ' \n', newId)).toEqual([])
    expect(changeComment(transcript, 'm1', '  ', newId)).toEqual([])
    expect(changeComment(transcript, 'm1', 'check', newId)).toEqual([])
    expect(changeComment(transcript, 'm2', 'a bookmark is none', newId)).toEqual([])
    expect(setResolved(transcript, 'm9', true, newId)).toEqual([])
    expect(deleteComment(transcript, 'm9', newId)).toEqual([])
  })

  it('go to what is said at their time if their words are deleted while they are written', () => {
    const before = conversation()
    const place = on(before, 'c2.0', 'c2.1')
    const gone: Transcript = {
      ...before,
      paragraphs: before.paragraphs.filter(({ id }) => id !== 'p2'),
      marks: [],
    }
    const { transcript } = applyEdits(gone, addComment(gone, place, 'who?', ids()))
    expect(listedComments(transcript)).toMatchObject([{ text: 'who?', words: 'night?' }])
  })

  it('say on which words they are', () => {
    const transcript = conversation()
    const byWord = commentsByWord(transcript, listedComments(transcript))
    expect([...byWord].map(([id, all]) => [id, all.map(({ text }) => text)])).toEqual([
      ['c2.3', ['check']],
      ['c2.4', ['check']],
    ])
  })

  it('quote long passages from their beginning', () => {
    const text = Array.from({ length: 100 }, (_, index) => `w${index}`).join(' ')
    const long: Transcript = {
      ...conversation([]),
      paragraphs: [paragraph('p', 's1', saidWords('c', text, 0))],
    }
    const { words } = on(long, 'c.0', 'c.99')
    expect(words).toBe(`${text.split(' ').slice(0, MAX_WORDS).join(' ')}…`)
    expect(on(long, 'c.0', `c.${MAX_WORDS - 1}`).words).not.toContain('…')
    expect(commentedWords(long, 'c.2', 'c.1')).toBeNull()
    expect(commentedWords(long, 'c.2', 'x')).toBeNull()
  })
})

test('whatever is edited, comments stay on words that are there, and what resolves them on the same ones', () => {
  fc.assert(
    fc.property(fc.array(choices, { maxLength: 12 }), (all) => {
      const newId = ids()
      let transcript = applyEdits(conversation(), setResolved(conversation(), 'm1', true, newId)).transcript
      for (const [index, choice] of all.entries()) {
        const edit = randomEdit(transcript, `e${index}`, choice)
        // Random edits change marks too; the resolved mark does not follow a comment that is moved.
        if (edit === null || edit.kind === 'set-mark' || edit.kind === 'remove-mark') continue
        try {
          ;({ transcript } = applyEdits(transcript, [edit]))
        } catch (error) {
          if (!(error instanceof EditRefused)) throw error
        }
      }
      expect(lint(transcript)).toEqual([])
      const comments = listedComments(transcript)
      expect(comments).toHaveLength(transcript.marks.filter(({ kind }) => kind === 'comment').length)
      const own = comments.find(({ id }) => id === 'm1')
      const mark = transcript.marks.find(({ kind }) => kind === 'comment-resolved')
      expect(mark?.fromWordId).toBe(own?.fromWordId)
      expect(mark?.toWordId).toBe(own?.toWordId)
      const byWord = commentsByWord(transcript, comments)
      for (const comment of comments) expect(byWord.get(comment.fromWordId)).toContain(comment)
    }),
  )
})
