import { describe, expect, it } from 'vitest'
import type { Mark } from '#core/transcript/transcript'
import { readMarks, writeMarks } from './marks.ts'
import { begunTranscript, openedCalls } from '../../testing/fixtures.ts'

function emptyTranscript() {
  const calls = openedCalls()
  const { transcriptId } = begunTranscript(calls)
  const { store } = calls
  const changes = () => store.row<{ rows: number }>('SELECT total_changes() AS rows')?.rows ?? 0
  return {
    store,
    transcriptId,
    read: () => readMarks(store, transcriptId),
    /** Number of rows that it writes or removes. */
    write: (marks: readonly Mark[]): number => {
      const before = changes()
      store.database.transaction(() => writeMarks(store, transcriptId, marks))()
      return changes() - before
    },
  }
}

const on = (id: string) => ({ id, fromWordId: 'w1', toWordId: 'w1' })
const first: Mark = { ...on('a'), kind: 'comment', value: 'why?' }
const second: Mark = { ...on('b'), kind: 'cue-start', value: 1_200 }
const third: Mark = {
  ...on('c'),
  kind: 'position',
  value: { vertical: 'top', horizontal: 'center' },
}

describe('marks in the library', () => {
  it('come back as they were, in their order', () => {
    const { read, write } = emptyTranscript()
    const all: Mark[] = [
      first,
      second,
      third,
      { ...on('d'), kind: 'speaker-name', value: false },
      { ...on('e'), kind: 'unknown', name: 'mood', value: '{"of":"the day"}' },
      { ...on('f'), kind: 'unknown', name: 'cue-end', value: 'soon' },
      { ...on('g'), kind: 'bookmark', value: null },
    ]
    write(all)
    expect(read()).toEqual(all)
  })

  it('hold numbers and objects as JSON text, a comment as its bare text', () => {
    const { store, write } = emptyTranscript()
    write([first, second, third])
    const values = store.rows<{ value: string }>('SELECT value FROM marks ORDER BY position')
    expect(values.map(({ value }) => value)).toEqual([
      'why?',
      '1200',
      '{"vertical":"top","horizontal":"center"}',
    ])
  })

  it('are written row by row: only what changed', () => {
    const { read, write } = emptyTranscript()
    const many = Array.from({ length: 50 }, (_, index): Mark => ({
      ...on(`m${index}`),
      kind: 'accepted',
      value: null,
    }))
    expect(write([first, ...many])).toBe(51)
    expect(write([first, ...many])).toBe(0)
    expect(write([{ ...first, value: 'because' }, ...many])).toBe(1)
    expect(write([first, ...many, second])).toBe(2)
    const without = [first, ...many.toSpliced(20, 1), second]
    expect(write(without)).toBe(1)
    // An undo puts it back at its former position.
    expect(write([first, ...many, second])).toBe(1)
    expect(read()).toEqual([first, ...many, second])
  })

  it('keep any order', () => {
    const { read, write } = emptyTranscript()
    for (const marks of [[first], [second, first], [second, third, first], [first, third, second], []]) {
      write(marks)
      expect(read()).toEqual(marks)
    }
  })
})
