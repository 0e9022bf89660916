import { expect, it } from 'vitest'
import { redactedWords } from '#core/transcript/redacted-words'
import { conversation } from '#core/edits/testing/samples'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { createEditorStore } from '../editor-store.ts'
import { isSelectionRedacted, redactAtCaret, redactSpeaker } from './redact.ts'

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

const wordsOf = (index: number): string[] => conversation().paragraphs[index]?.words.map(({ id }) => id) ?? []

it('redacts a selection in one step, and shows it again', () => {
  const { session, store, select, redacted } = opened()
  const [first = '', second = ''] = wordsOf(0)
  select(first, second)
  expect(isSelectionRedacted(store, session)).toBe(false)
  redactAtCaret(store, session)
  expect(redacted()).toEqual([first, second])
  expect(isSelectionRedacted(store, session)).toBe(true)
  expect(session.applied).toHaveLength(1)
  // The word at the caret alone.
  select(first, null)
  redactAtCaret(store, session)
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
