import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Mark } from './mark.ts'
import { markKinds } from './mark-kinds.ts'
import { lintMark } from './lint-mark.ts'
import { isMark, readStoredMark, toStoredMark } from './stored-mark.ts'

const place = { id: 'm', fromWordId: 'w1', toWordId: 'w2' }
const one = { count: 1, durationMs: 5_000 }
const two = { ...one, count: 2 }

const kindName = fc.constantFrom(...markKinds.map(({ kind }) => kind), 'unknown', 'mood', '')
const storedValue = fc.option(
  fc.oneof(fc.string(), fc.json(), fc.constantFrom('true', '120', '{"vertical":"top","horizontal":"left"}')),
)

describe('a stored mark', () => {
  it('is read and written back, whatever it says', () => {
    fc.assert(
      fc.property(kindName, storedValue, (kind, value) => {
        const stored = { ...place, kind, value }
        const read = readStoredMark(stored)
        expect(isMark(read)).toBe(true)
        const written = toStoredMark(read)
        expect(readStoredMark(written)).toEqual(read)
        if (read.kind === 'unknown') expect(written).toEqual(stored)
      }),
    )
  })

  test.each([
    ['comment', 'why?', 'why?'],
    ['wording', '', ''],
    ['bookmark', null, null],
    ['accepted', null, null],
    ['cue-start', '1200', 1200],
    ['speaker-name', 'false', false],
    ['speaker-checked', null, null],
    ['different-speakers', '["s1","s2"]', ['s1', 's2']],
    ['position', '{"vertical":"top","horizontal":"center"}', { vertical: 'top', horizontal: 'center' }],
  ])('%s has its own value', (kind, value, expected) => {
    expect(readStoredMark({ ...place, kind, value })).toEqual({ ...place, kind, value: expected })
  })

  test.each([
    ['mood', 'sunny'],
    ['cue-start', 'soon'],
    ['cue-start', '"1200"'],
    ['speaker-name', null],
    ['accepted', 'yes'],
    ['different-speakers', '["s1","s1"]'],
    ['position', '{"vertical":"top"}'],
  ])('%s with %s is kept as a mark that is not known', (kind, value) => {
    const read = readStoredMark({ ...place, kind, value })
    expect(read).toEqual({ ...place, kind: 'unknown', name: kind, value })
    expect(toStoredMark(read)).toEqual({ ...place, kind, value })
  })
})

test.each([
  [{ ...place, kind: 'comment', value: 'x' }, true],
  [{ ...place, kind: 'comment', value: null }, false],
  [{ ...place, kind: 'cue-end', value: '12' }, false],
  [{ ...place, kind: 'mood', value: null }, false],
  [{ ...place, kind: 'unknown', name: 'mood', value: null }, true],
  [{ ...place, kind: 'unknown', value: null }, false],
  [{ ...place, id: '', kind: 'accepted', value: null }, false],
  [{ ...place, kind: 'accepted', value: null, more: 1 }, false],
  ['accepted', false],
])('%j from outside is a mark: %s', (data, expected) => {
  expect(isMark(data)).toBe(expected)
})

test.each<[Mark, typeof one, string[]]>([
  [{ ...place, kind: 'comment', value: ' ' }, one, ['mark-value']],
  [{ ...place, kind: 'comment', value: 'why?' }, two, []],
  [{ ...place, kind: 'break-before', value: null }, two, ['mark-span']],
  [{ ...place, kind: 'line-break', value: null }, one, []],
  [{ ...place, kind: 'cue-start', value: 1.5 }, one, ['mark-value']],
  [{ ...place, kind: 'cue-end', value: 5_001 }, two, ['mark-span', 'mark-value']],
  [{ ...place, kind: 'cue-end', value: 5_000 }, one, []],
  [{ ...place, kind: 'unknown', name: 'cue-end', value: 'soon' }, two, []],
])('the rules of its kind: %j', (mark, words, expected) => {
  expect(lintMark(mark, words).map(({ rule }) => rule)).toEqual(expected)
})
