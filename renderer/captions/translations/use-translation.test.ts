// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { createCueStore } from '../cues/cue-store.ts'
import { useTranslation } from './use-translation.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('texts in another language are placed anew once typing in a caption pauses, or when captions are added', async () => {
  const wordId = conversation.paragraphs[0]?.words[0]?.id ?? ''
  const value = { language: 'fr', text: 'Bonjour.' }
  const mark = { id: 't', kind: 'translation', fromWordId: wordId, toWordId: wordId, value } as const
  const session = fakeSession({ ...conversation, marks: [...conversation.marks, mark] })
  const store = createCueStore(session, 60_000)
  const subscribe = (listener: () => void): (() => void) => store.subscribe(listener)
  const { result } = renderHook(() => {
    const list = useSyncExternalStore(subscribe, () => store.state)
    return { list, translation: useTranslation(session, list) }
  })
  await act(() => vi.runAllTimersAsync())
  const type = (id: string, text: string): void =>
    act(() => {
      session.apply([{ kind: 'replace-text', id, paragraphId: 'p3', text }])
      store.makeNow()
    })
  const before = result.current
  expect(before.translation?.shown.map(({ entry }) => entry.text)).toEqual(['Bonjour.'])

  type('x', 'It was mine.')
  expect(result.current.list.cues).not.toBe(before.list.cues)
  expect(result.current.list.cues).toHaveLength(before.list.cues.length)
  expect(result.current.translation).toBe(before.translation)
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  const paused = result.current
  expect(paused.translation).not.toBe(before.translation)

  type('y', `It was ${'very '.repeat(60)}long.`)
  expect(result.current.list.cues.length).toBeGreaterThan(paused.list.cues.length)
  expect(result.current.translation).not.toBe(paused.translation)
})
