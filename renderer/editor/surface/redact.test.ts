import { expect, it } from 'vitest'
import { redactedWords } from '#core/transcript/redacted-words'
import { say as sayIn } from '#core/messages/messages'
import { conversation } from '#core/edits/testing/samples'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import type { Say } from '../../ui/words.tsx'
import { createEditorStore } from '../editor-store.ts'
import { isSelectionRedacted, isSpeakerRedacted, redactAtCaret, redactSpeaker } from './redact.ts'

function opened() {
  const session = fakeSession(conversation())
  const store = createEditorStore()
  const select = (first: string, last: string | null): void => {
    const range = last === null ? null : { fromWordId: first, toWordId: last }
    const { selection } = store.getState()
    store.setState({ selection: { ...selection, wordId: first, touchedWordId: first, range } })
  }
  const redacted = () => [...redactedWords(session.state.transcript).keys()]
  return { session, store, select, redacted }
}

const say: Say = (key, values) => sayIn('en', key, values)

const wordsOf = (index: number): string[] => conversation().paragraphs[index]?.words.map(({ id }) => id) ?? []

it('redacts a selection in one step, and shows it again', () => {
  const { session, store, select, redacted } = opened()
  const [first = '', second = ''] = wordsOf(0)
  select(first, second)
  expect(isSelectionRedacted(store, session)).toBe(false)
  redactAtCaret(store, session, say)
  expect(redacted()).toEqual([first, second])
  expect(isSelectionRedacted(store, session)).toBe(true)
  expect(session.applied).toHaveLength(1)
  // Only the word at the caret.
  select(first, null)
  redactAtCaret(store, session, say)
  expect(redacted()).toEqual([second])
  expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(2)
})

it('redacts all that a speaker says', () => {
  const { session, redacted } = opened()
  const speakerId = conversation().paragraphs[0]?.speakerId ?? ''
  const theirs = conversation()
    .paragraphs.filter((paragraph) => paragraph.speakerId === speakerId)
    .flatMap(({ words }) => words.map(({ id }) => id))
  expect(redactSpeaker(session, speakerId)).toBe(true)
  expect(redacted()).toEqual(theirs)
  expect(redactSpeaker(session, speakerId)).toBe(false)
  expect(redacted()).toEqual([])
})

it('ends a redacted voice where a part of it is shown again: its other words stay redacted', () => {
  const { session, store, select, redacted } = opened()
  const [first = '', ...others] = wordsOf(0)
  const speakerId = conversation().paragraphs[0]?.speakerId ?? ''
  redactSpeaker(session, speakerId)
  select(first, null)
  redactAtCaret(store, session, say)
  expect(isSpeakerRedacted(session, speakerId)).toBe(false)
  expect(redacted()).toEqual(expect.arrayContaining(others))
  expect(redacted()).not.toContain(first)
})
