// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import type { OpenSession } from './open-session.ts'
import type { SavedState } from './transcript-session.ts'
import { useSavedState } from './use-saved-state.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function shown() {
  const listeners = new Set<() => void>()
  const base = fakeSession(conversation)
  let saved: SavedState = 'saved'
  const session: OpenSession = {
    ...base,
    sendError: null,
    refused: [],
    dismissRefused: () => undefined,
    setDuration: () => undefined,
    get state() {
      return { ...base.state, saved }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const { result } = renderHook(() => useSavedState(session))
  return {
    result,
    become: (next: SavedState, forMs: number) =>
      act(() => {
        saved = next
        for (const listener of listeners) listener()
        if (forMs > 0) vi.advanceTimersByTime(forMs)
      }),
  }
}

it('says at once that something is not saved, and that all is once it stays so', () => {
  const { result, become } = shown()
  expect(result.current).toBe('saved')
  // Rendered with the change itself, whatever else waits for the frame.
  become('saving', 0)
  expect(result.current).toBe('saving')
  become('saved', 100)
  expect(result.current).toBe('saving')
  become('saving', 100)
  become('saved', 300)
  expect(result.current).toBe('saving')
  become('saved', 500)
  expect(result.current).toBe('saved')
})

it('says at once that saving fails', () => {
  const { result, become } = shown()
  become('failed', 10)
  expect(result.current).toBe('failed')
})
