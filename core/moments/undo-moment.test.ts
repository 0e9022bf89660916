import { expect, it } from 'vitest'
import type { StoredMoment } from './moment.ts'
import { momentHistoryKind, momentTurned } from './undo-moment.ts'

const chapter = (title: string, atMs = 0, others = {}): StoredMoment => ({
  id: 'c',
  kind: 'chapter',
  atMs,
  value: { title, ...others },
})
const decision: StoredMoment = { id: 'd', kind: 'decision', atMs: 9, value: 'Buy bread' }

it('takes back what a change did and leaves what somebody else changed since', () => {
  expect(momentTurned(chapter('New'), chapter('Old'), chapter('New', 5_000, { link: 'x' }))).toEqual(
    chapter('Old', 5_000, { link: 'x' }),
  )
  expect(momentTurned(chapter('New', 5_000), chapter('New'), chapter('Newer', 5_000))).toEqual(
    chapter('Newer'),
  )
  expect(momentTurned(chapter('a', 0, { link: 'x' }), chapter('a'), chapter('b', 0, { link: 'x' }))).toEqual(
    chapter('b'),
  )
})

it('brings back what was deleted, and removes what was added', () => {
  expect(momentTurned(null, decision, null)).toBe(decision)
  expect(momentTurned(decision, null, { ...decision, value: 'Buy cake' })).toBeNull()
  expect(momentTurned({ ...decision, value: 'x' }, decision, null)).toBe(decision)
})

it('changes a kind back with its value', () => {
  const action: StoredMoment = {
    ...decision,
    kind: 'action',
    value: { text: 'Buy bread', who: '', until: '' },
  }
  expect(momentTurned(action, decision, { ...action, atMs: 20 })).toEqual({ ...decision, atMs: 20 })
})

it.each([
  [null, chapter('a'), 'chapter.add'],
  [chapter('a'), null, 'chapter.delete'],
  [chapter('a'), chapter('a', 5), 'chapter.move'],
  [chapter('a'), chapter('b'), 'chapter.rename'],
  [null, decision, 'moment.add'],
  [decision, null, 'moment.delete'],
  [decision, { ...decision, atMs: 5 }, 'moment.change'],
])('names the change from %j to %j', (before, after, kind) => {
  expect(momentHistoryKind(before, after)).toBe(kind)
})
