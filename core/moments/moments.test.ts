import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byTime, type Moment, momentKinds, momentText, withKind } from './moment.ts'
import { changedMoment, knownMoments, readMoment } from './read-moment.ts'
import { randomMoment, randomStoredMoment } from './testing/random-moments.ts'

it('a known moment is read as it was stored', () => {
  fc.assert(
    fc.property(randomMoment, (moment) => {
      expect(readMoment(moment)).toEqual(moment)
    }),
  )
})

it('any stored moment is read or left aside, and never fails', () => {
  fc.assert(
    fc.property(fc.array(randomStoredMoment), (stored) => {
      const known = knownMoments(stored)
      expect(known.toSorted(byTime)).toEqual(known)
      for (const moment of known) expect(momentKinds).toContain(moment.kind)
    }),
  )
})

it('a bare text is the text of an action, null an empty one, and another value is none', () => {
  const at = { id: 'm1', atMs: 5 }
  expect(readMoment({ ...at, kind: 'action', value: 'call' })?.value).toEqual({
    text: 'call',
    who: '',
    until: '',
  })
  expect(readMoment({ ...at, kind: 'action', value: { who: 'Ruth' } })?.value).toEqual({
    text: '',
    who: 'Ruth',
    until: '',
  })
  expect(readMoment({ ...at, kind: 'bookmark', value: null })?.value).toBe('')
  expect(readMoment({ ...at, kind: 'action', value: { who: 4 } })).toBeNull()
  expect(readMoment({ ...at, kind: 'decision', value: {} })).toBeNull()
  expect(readMoment({ ...at, kind: 'vote', value: 'yes' })).toBeNull()
})

it('a change of kind keeps place and text', () => {
  fc.assert(
    fc.property(randomMoment, fc.constantFrom(...momentKinds), (moment, kind) => {
      const changed = withKind(moment, kind)
      expect([changed.id, changed.atMs, changed.kind, momentText(changed)]).toEqual([
        moment.id,
        moment.atMs,
        kind,
        momentText(moment),
      ])
    }),
  )
})

it('what another program put into the value stays when a person changes the rest', () => {
  const before = {
    id: 'm1',
    atMs: 5,
    kind: 'action',
    value: { text: 'a', who: '', until: '', 'x-urgent': true },
  }
  const after: Moment = { id: 'm1', atMs: 7, kind: 'action', value: { text: 'b', who: 'Piet', until: '' } }
  expect(changedMoment(before, after)).toEqual({
    ...after,
    value: { text: 'b', who: 'Piet', until: '', 'x-urgent': true },
  })
  expect(changedMoment(before, { ...after, kind: 'decision', value: 'b' }).value).toBe('b')
})
