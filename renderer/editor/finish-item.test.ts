import { describe, expect, it } from 'vitest'
import { setMarkEdit } from '#core/edits/kinds/set-mark'
import { conversation } from '#core/edits/testing/samples'
import { fakeSession } from '../sound/testing/fake-session.ts'
import type { CheckItem } from './check-item.ts'
import { changeCheck, createEditorStore, goToCheck, noSelection, openToCheck } from './editor-store.ts'
import { finishItem, followCorrection, isInOpenItem } from './finish-item.ts'

const item = (paragraphId: string, wordId: string, startMs: number, text = 'word'): CheckItem => ({
  key: wordId,
  reason: 'unsure',
  startMs,
  endMs: startMs + 300,
  text,
  likelihood: 0.5,
  isLikely: true,
  words: { paragraphId, fromWordId: wordId, toWordId: wordId },
  takesTyping: true,
  show: () => ({
    why: [],
    text: 'word',
    name: 'word',
    lines: [],
    accept: {
      label: 'Right',
      outcome: 'right',
      edits(transcript, newId) {
        const id = newId()
        const mark = {
          id: `${id}.0`,
          kind: 'accepted',
          fromWordId: wordId,
          toWordId: wordId,
          value: null,
        } as const
        return [setMarkEdit(transcript, { id, mark })]
      },
    },
  }),
})

function opened(text?: string) {
  const session = fakeSession(conversation([]))
  const store = createEditorStore('check')
  const [first, second, third] = [
    item('p1', 'c1.2', 800),
    item('p2', 'c2.0', 2_100, text),
    item('p3', 'c3.1', 5_400),
  ]
  changeCheck(store, { items: [first, second, third], order: 'reading' })
  openToCheck(store, second)
  return { session, store, first, second, third }
}

const caretAt = (paragraphId: string, wordId: string | null, touchedWordId = wordId) => ({
  selection: { ...noSelection, paragraphId, wordId, touchedWordId },
})

describe('an item that is finished in the text', () => {
  it('is right as it is where nothing was changed, and the next one is open', () => {
    const { session, store, second, third } = opened()
    finishItem(session, store, second)
    expect(session.state.transcript.marks).toMatchObject([{ kind: 'accepted', fromWordId: 'c2.0' }])
    expect(store.getState().check).toMatchObject({
      open: third,
      done: [{ item: second, outcome: 'right' }],
      wantsFocus: true,
      isCorrecting: false,
    })
  })

  it('gets no mark where it was corrected, though the list does not know it yet', () => {
    const { session, store, second, third } = opened('ward')
    finishItem(session, store, second)
    expect(session.applied).toEqual([])
    expect(store.getState().check).toMatchObject({ open: third, done: [{ outcome: 'corrected' }] })
  })

  it('counts as corrected where a key leads on once it has left the list', () => {
    const { store, first, second, third } = opened()
    changeCheck(store, { items: [first, third] })
    goToCheck(store, 1, 0)
    expect(store.getState().check).toMatchObject({
      open: third,
      done: [{ item: second, outcome: 'corrected' }],
    })
  })
})

describe('whether Enter ends a correction', () => {
  it('with the caret in the words of the open item, while the list is shown', () => {
    const { session, store } = opened()
    store.setState(caretAt('p2', 'c2.0'))
    expect(isInOpenItem(store, session)).toBe(true)
    store.setState(caretAt('p2', 'c2.1', 'c2.0'))
    expect(isInOpenItem(store, session)).toBe(true)
    store.setState({ panel: 'voices' })
    expect(isInOpenItem(store, session)).toBe(false)
    store.setState({ panel: 'check', ...caretAt('p2', 'c2.3') })
    expect(isInOpenItem(store, session)).toBe(false)
    store.setState(caretAt('p3', 'c3.1'))
    expect(isInOpenItem(store, session)).toBe(false)
  })

  it('goes on in the paragraph, whatever became of the words, and ends in another', () => {
    const { session, store } = opened()
    changeCheck(store, { isCorrecting: true })
    store.setState(caretAt('p2', 'e1.0'))
    followCorrection(store, session)
    expect(store.getState().check.isCorrecting).toBe(true)
    store.setState(caretAt('p1', 'c1.1'))
    followCorrection(store, session)
    expect(store.getState().check.isCorrecting).toBe(false)
  })
})
