import { describe, expect, it } from 'vitest'
import type { Edit } from '../edit.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { refusal } from '../testing/outcomes.ts'
import { conversation } from '../testing/samples.ts'

const before = conversation()

describe('retime-word', () => {
  it('holds though the word is typed back to what it was', () => {
    const text = 'Nobody. Theyx all went home.'
    const typed = expectEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text }).transcript
    const edit: Edit = { kind: 'retime-word', id: 'f', wordId: 'c2.1', startMs: 2510, endMs: 2660 }
    const moved = expectEdit(typed, edit).transcript
    const back = {
      kind: 'replace-text',
      id: 'g',
      paragraphId: 'p2',
      text: 'Nobody. They all went home.',
    } as const
    const { transcript } = expectEdit(moved, back)
    const { startMs, endMs } = moved.paragraphs[1]?.words[1] ?? {}
    expect(transcript.paragraphs[1]?.words[1]).toMatchObject({
      text: 'They',
      startMs,
      endMs,
      origin: 'edited',
      confidence: 0.96,
    })
  })

  it('moves the edges up to the neighbours and leaves the turns', () => {
    const edit: Edit = { kind: 'retime-word', id: 'e', wordId: 'c2.1', startMs: 2000, endMs: 2880 }
    const { transcript, touched } = expectEdit(before, edit)
    expect(transcript.paragraphs[1]?.words[1]).toMatchObject({
      startMs: 2400,
      endMs: 2880,
      origin: 'edited',
      confidence: 0.96,
    })
    expect(touched.turns).toBe(false)
  })

  it('stays inside the recording, and refuses what is no time', () => {
    const edit = { kind: 'retime-word', id: 'e', wordId: 'c3.4', startMs: 6700, endMs: 9000 } as const
    const { transcript } = expectEdit(before, edit, undefined, { durationMs: 8000 })
    expect(transcript.paragraphs[2]?.words[4]?.endMs).toBe(8000)
    expect(refusal({ ...edit, endMs: 6000 }, before)).toBe('bad-time e')
    expect(refusal({ ...edit, startMs: 6700.5 }, before)).toBe('bad-time e')
  })
})

describe('set-mark and remove-mark', () => {
  it('sets, changes and removes a mark in its place', () => {
    const mark = { id: 'm1', kind: 'comment' as const, fromWordId: 'c1.0', toWordId: 'c1.1', value: 'new' }
    const { transcript } = expectEdit(before, { kind: 'set-mark', id: 'e', mark })
    expect(transcript.marks.map(({ id, value }) => [id, value])).toEqual([
      ['m1', 'new'],
      ['m2', null],
    ])
    const removed = expectEdit(before, { kind: 'remove-mark', id: 'e', markId: 'm1' })
    expect(removed.transcript.marks).toHaveLength(1)
    expect(refusal({ kind: 'remove-mark', id: 'e', markId: 'm9' }, before)).toBe('mark-gone m9')
    const backwards = { ...mark, fromWordId: 'c2.0' }
    expect(refusal({ kind: 'set-mark', id: 'e', mark: backwards }, before)).toBe('backwards m1')
  })
})
