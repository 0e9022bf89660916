// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Edit } from '#core/edits/edit'
import type { EditGroup } from './edit-group.ts'
import { unsentEdits } from './unsent-edits.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  localStorage.clear()
})

const group = (key: string, count: number): EditGroup => ({
  key,
  order: 1,
  edits: Array.from({ length: count }, (_, index): Edit => ({
    kind: 'replace-text',
    id: `${key}.${index}`,
    paragraphId: 'p1',
    text: 'new',
  })),
  stepId: key,
  baseNumber: 0,
})

it('keeps what is typed at once, and takes away what the studio has', () => {
  const unsent = unsentEdits(localStorage, 't1')
  unsent.put(group('a', 1))
  unsent.put(group('b', 1))
  expect(unsentEdits(localStorage, 't1').left()).toEqual([group('a', 1), group('b', 1)])
  unsent.remove(['a'])
  expect(unsentEdits(localStorage, 't1').left()).toEqual([group('b', 1)])
  expect(unsentEdits(localStorage, 't2').left()).toEqual([])
})

it('writes a replacement everywhere once the page has shown it', () => {
  const unsent = unsentEdits(localStorage, 't1')
  unsent.put(group('a', 2_000))
  expect(localStorage).toHaveLength(0)
  vi.advanceTimersByTime(100)
  expect(unsentEdits(localStorage, 't1').left()).toEqual([group('a', 2_000)])
})

it('never writes what the studio took meanwhile', () => {
  const unsent = unsentEdits(localStorage, 't1')
  unsent.put(group('a', 2_000))
  unsent.remove(['a'])
  vi.advanceTimersByTime(100)
  expect(localStorage).toHaveLength(0)
})

it('tells of what still waits to be written', () => {
  const unsent = unsentEdits(localStorage, 't1')
  unsent.put(group('a', 2_000))
  expect(unsent.left()).toEqual([group('a', 2_000)])
})
