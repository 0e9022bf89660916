import { describe, expect, it } from 'vitest'
import type { Doubt } from '#core/doubt/reasons'
import { conversation } from '#core/edits/testing/samples'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { createEditorStore, noSelection, openPlaceToCheck } from '../editor-store.ts'
import { finishPlace, followCorrection, isInOpenPlace } from './finish-place.ts'
import { placesToCheck } from '#core/doubt/places-to-check'

const doubts = ['c1.2', 'c2.0', 'c3.1'].map((id): Doubt => ({
  fromWordId: id,
  toWordId: id,
  reasons: [{ reason: 'chunk-edge', cutMs: 0 }],
  estimate: 0.5,
}))

function opened() {
  const session = fakeSession(conversation([]))
  const store = createEditorStore()
  const places = placesToCheck(session.state.transcript, doubts, 'reading')
  const [, second, third] = places
  if (second === undefined || third === undefined) throw new Error('three places')
  store.setState({ panel: 'check' })
  openPlaceToCheck(store, second)
  return { session, store, places, second, third }
}

const caretAt = (paragraphId: string, wordId: string | null, touchedWordId = wordId) => ({
  selection: { ...noSelection, paragraphId, wordId, touchedWordId },
})

describe('finishPlace', () => {
  it('an untouched place is right as it is, and the next one is open', () => {
    const { session, store, places, second, third } = opened()
    finishPlace(session, store, places, second, 'reading')
    expect(session.state.transcript.marks).toMatchObject([
      { kind: 'accepted', fromWordId: 'c2.0', toWordId: 'c2.0' },
    ])
    expect(store.getState()).toMatchObject({
      openPlace: third,
      checkedPlace: second,
      wantsCheckFocus: true,
      isCorrecting: false,
    })
  })

  it('of a turn whose speaker is not certain only the speaker is checked', () => {
    const reason = { reason: 'speaker-unsure', otherSpeakerId: 's1', margin: 0, estimate: 0.5 } as const
    const { session, store, places, second } = opened()
    const place = { ...second, doubt: { ...second.doubt, reasons: [reason] } }
    finishPlace(session, store, places, place, 'reading')
    expect(session.state.transcript.marks).toMatchObject([{ kind: 'speaker-checked', fromWordId: 'c2.0' }])
  })

  it('a corrected place gets no mark', () => {
    const { session, store, places, second, third } = opened()
    const left = places.filter((place) => place !== second)
    finishPlace(session, store, left, second, 'reading')
    expect(session.applied).toEqual([])
    expect(store.getState().openPlace).toBe(third)
  })
})

describe('whether Enter ends a correction', () => {
  it('with the caret in the words of the open place, while the list is shown', () => {
    const { session, store } = opened()
    store.setState(caretAt('p2', 'c2.0'))
    expect(isInOpenPlace(store, session)).toBe(true)
    store.setState(caretAt('p2', 'c2.1', 'c2.0'))
    expect(isInOpenPlace(store, session)).toBe(true)
    store.setState({ panel: 'voices' })
    expect(isInOpenPlace(store, session)).toBe(false)
    store.setState({ panel: 'check', ...caretAt('p2', 'c2.3') })
    expect(isInOpenPlace(store, session)).toBe(false)
    store.setState(caretAt('p3', 'c3.1'))
    expect(isInOpenPlace(store, session)).toBe(false)
  })

  it('goes on in the paragraph, whatever became of the words, and ends in another', () => {
    const { session, store } = opened()
    store.setState({ isCorrecting: true, ...caretAt('p2', 'e1.0') })
    followCorrection(store, session)
    expect(store.getState().isCorrecting).toBe(true)
    store.setState(caretAt('p1', 'c1.1'))
    followCorrection(store, session)
    expect(store.getState().isCorrecting).toBe(false)
  })
})
