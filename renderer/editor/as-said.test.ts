import { expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { readTranscript } from '#core/reading/read-transcript'
import { paragraphText } from '#core/transcript/transcript'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { isSelectionAsSaid, toggleAsSaidAtCaret } from './as-said.ts'
import { createEditorStore } from './editor-store.ts'

it('excepts the number at the caret, or all of a selection, each in one step', () => {
  const session = fakeSession({
    ...conversation([]),
    paragraphs: [paragraph('p', 's1', saidWords('c', 'Um, we saw three hundred cats', 0))],
    fillers: 'hidden',
    numbers: 'digits',
  })
  const store = createEditorStore()
  const select = (wordId: string, toWordId: string | null): void => {
    const range = toWordId === null ? null : { fromWordId: wordId, toWordId }
    const { selection } = store.getState()
    store.setState({ selection: { ...selection, wordId, touchedWordId: wordId, range } })
  }
  const read = () => readTranscript(session.state.transcript).paragraphs.map(paragraphText)
  select('c.5', null)
  expect(isSelectionAsSaid(store, session)).toBeNull()
  toggleAsSaidAtCaret(store, session)
  expect(session.applied).toEqual([])
  select('c.4', null)
  expect(isSelectionAsSaid(store, session)).toBe(false)
  toggleAsSaidAtCaret(store, session)
  expect(read()).toEqual(['We saw three hundred cats'])
  select('c.0', 'c.5')
  toggleAsSaidAtCaret(store, session)
  expect(isSelectionAsSaid(store, session)).toBe(true)
  expect(read()).toEqual(['Um, we saw three hundred cats'])
  toggleAsSaidAtCaret(store, session)
  expect(read()).toEqual(['We saw 300 cats'])
  expect(session.applied).toHaveLength(3)
})
