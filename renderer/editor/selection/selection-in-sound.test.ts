// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { createEditorStore, noSelection } from '../editor-store.ts'
import type { Surface } from '../surface/surface.ts'
import { showSelectionInSound } from './selection-in-sound.ts'
import { wordsSpan } from './words-span.ts'

const [, paragraph] = conversation.paragraphs
const words = paragraph?.words ?? []
const [first, second, third] = words
if (paragraph === undefined || first === undefined || second === undefined || third === undefined) {
  throw new Error('three words')
}
const range = { fromWordId: first.id, toWordId: second.id }
const span = { startMs: first.startMs, endMs: second.endMs }
const selected = { ...noSelection, paragraphId: paragraph.id, wordId: first.id, range }

function shown(hasFocus = true) {
  const { player } = silentPlayer()
  const session = fakeSession(conversation)
  const store = createEditorStore()
  store.setState({ surface: { hasFocus } as Surface })
  const end = showSelectionInSound(store, session, player)
  return { player, store, end }
}

it('wordsSpan goes from the first word to the last, and is nothing where one is gone', () => {
  expect(wordsSpan(conversation, range)).toEqual(span)
  expect(wordsSpan(conversation, null)).toBeNull()
  expect(wordsSpan(conversation, { ...range, toWordId: 'gone' })).toBeNull()
})

describe('what is selected in the text', () => {
  it('is selected in the wave, and no more when it is not', () => {
    const { player, store } = shown()
    store.setState({ selection: selected })
    expect(player.state.selection).toEqual(span)
    const toWordId = third.id
    store.setState({ selection: { ...selected, range: { ...range, toWordId } } })
    expect(player.state.selection).toEqual({ ...span, endMs: third.endMs })
    store.setState({ selection: noSelection })
    expect(player.state.selection).toBeNull()
  })

  it('a stretch that the person chose in the wave stays when the caret moves', () => {
    const { player, store } = shown()
    player.select({ startMs: 1, endMs: 900 })
    store.setState({ selection: { ...noSelection, paragraphId: paragraph.id } })
    expect(player.state.selection).toEqual({ startMs: 1, endMs: 900 })
    store.setState({ selection: selected })
    // Its edges were moved in the waveform, so the selection now belongs to the waveform.
    player.select({ ...span, endMs: span.endMs + 40 })
    store.setState({ selection: noSelection })
    expect(player.state.selection).toEqual({ ...span, endMs: span.endMs + 40 })
  })

  it('a loop goes on while the person writes, and its stretch goes when it ends', () => {
    const { player, store } = shown()
    store.setState({ selection: selected })
    player.setLooping(true)
    store.setState({ selection: noSelection })
    expect(player.state).toMatchObject({ selection: span, looping: true })
    player.setLooping(false)
    expect(player.state.selection).toBeNull()
  })

  it('places that the program selects are not shown as chosen', () => {
    const { player, store } = shown(false)
    store.setState({ selection: selected })
    expect(player.state.selection).toBeNull()
  })

  it('ends', () => {
    const { player, store, end } = shown()
    end()
    store.setState({ selection: selected })
    expect(player.state.selection).toBeNull()
  })
})
