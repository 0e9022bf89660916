// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { createDraftStore, type Draft } from './draft.ts'

const storedDraft = (review = 'r1'): Draft => createDraftStore(window, review).draft

beforeEach(() => {
  localStorage.clear()
})

it('has each key at once, also if the browser is killed right after it', () => {
  const store = createDraftStore(window, 'r1')
  store.change({ texts: { 0: 'One.' } })
  store.change({
    comments: { 0: 'Mine.' },
    voices: { 1: 'Ben' },
    right: [3],
    reviewer: 'Zoé',
    language: 'fr',
  })
  expect(storedDraft()).toEqual(store.draft)
  expect(storedDraft('r2')).toEqual({
    reviewer: null,
    language: null,
    texts: {},
    comments: {},
    right: [],
    voices: {},
  })
  store.change({ texts: {}, right: [], comments: { 0: '' } })
  expect(storedDraft()).toEqual({ ...store.draft, texts: {}, right: [], comments: { 0: '' } })
})

it('two windows that are written in at the same time lose nothing of each other', () => {
  const one = createDraftStore(window, 'r1')
  const other = createDraftStore(window, 'r1')
  one.change({ texts: { 0: 'One.' }, right: [1] })
  other.change({ texts: { 2: 'Two.' }, right: [4] })
  expect(storedDraft()).toMatchObject({ texts: { 0: 'One.', 2: 'Two.' }, right: [1, 4] })
})

it('takes over what another window writes, and keeps its own where there is no room', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  let hasRoom = true
  const limited = new Proxy(localStorage, {
    get(target, name) {
      if (name === 'setItem' && !hasRoom) throw new DOMException('full', 'QuotaExceededError')
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  const own = vi.spyOn(window, 'localStorage', 'get').mockReturnValue(limited)
  const store = createDraftStore(window, 'r1')
  own.mockRestore()
  const before: Draft[] = []
  store.onOther((draft) => before.push(draft))
  hasRoom = false
  store.change({ texts: { 0: 'One.' } })
  expect(store.isKept).toBe(false)
  const key = 'parolo-review r1 texts 2'
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: '"Two."' }))
  expect(store.draft.texts).toEqual({ 0: 'One.', 2: 'Two.' })
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }))
  expect(store.draft.texts).toEqual({ 0: 'One.' })
  window.dispatchEvent(new StorageEvent('storage', { key: 'parolo-review r2 texts 0', newValue: '"no"' }))
  expect(before).toHaveLength(2)
  hasRoom = true
  store.change({ texts: { ...store.draft.texts, 1: 'Three.' } })
  expect(store.isKept).toBe(true)
  expect(storedDraft().texts).toEqual({ 0: 'One.', 1: 'Three.' })
})

it('leaves out what is not its own writing', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  createDraftStore(window, 'r1').change({ texts: { 2: 'Two.' } })
  localStorage.setItem('parolo-review r1 texts 3', '"cut')
  expect(storedDraft().texts).toEqual({ 2: 'Two.' })
})
