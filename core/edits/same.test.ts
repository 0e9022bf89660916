import { describe, expect, it } from 'vitest'
import { applyEdit } from './apply.ts'
import { sameRecord } from './same.ts'
import { throughJson } from './testing/expect-edit.ts'
import { conversation } from './testing/samples.ts'

describe('sameRecord', () => {
  it('knows a word again that crossed a border, with what it was', () => {
    const text = 'Nobody. Theyall went home.'
    const { transcript } = applyEdit(conversation(), {
      kind: 'replace-text',
      id: 'e',
      paragraphId: 'p2',
      text,
    })
    const [, joined] = transcript.paragraphs[1]?.words ?? []
    if (joined?.was === undefined) throw new Error('no word that was two')
    expect(sameRecord(throughJson(joined), joined)).toBe(true)
    expect(sameRecord({ ...joined, was: joined.was.slice(1) }, joined)).toBe(false)
    const other = joined.was.map((former) => ({ ...former, text: 'x' }))
    expect(sameRecord({ ...joined, was: other }, joined)).toBe(false)
    const { was, ...without } = joined
    expect(was).toHaveLength(2)
    expect(sameRecord<object>(without, joined)).toBe(false)
  })
  it('compares records inside records, whatever the order of their keys', () => {
    const rules = { preset: 'bbc', changes: { maxLines: 1, readable: [{ ms: 1000, characters: 12 }] } }
    const other = { changes: { readable: [{ characters: 12, ms: 1000 }], maxLines: 1 }, preset: 'bbc' }
    expect(sameRecord(rules, other)).toBe(true)
    expect(sameRecord(rules, { ...rules, changes: { ...rules.changes, readable: [] } })).toBe(false)
    expect(sameRecord<object>({ changes: {} }, { changes: [] })).toBe(false)
    expect(sameRecord<object>({ changes: {} }, { changes: null })).toBe(false)
  })
})
