import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversation } from '../testing/conversation.ts'
import { lanesOf, segmentColumns, segmentsBetween } from './segment-columns.ts'

describe('turns as columns', () => {
  it('come in order of starts, with voice and speaker', () => {
    const columns = segmentColumns(conversation)
    expect([...columns.starts]).toEqual([1_000, 10_000, 39_000, 50_000])
    expect([...columns.voices]).toEqual([1, 2, 3, 1])
    expect([...columns.speakers]).toEqual([0, 1, 2, 0])
  })

  it('are those of the paragraphs where nobody heard turns', () => {
    const columns = segmentColumns({ ...conversation, turns: [] })
    expect(columns.count).toBe(4)
    expect(columns.starts[1]).toBe(10_000)
  })

  it('leave out whoever is no speaker any more', () => {
    expect(segmentColumns({ ...conversation, speakers: conversation.speakers.slice(0, 1) }).count).toBe(2)
  })

  it('find every turn that is heard between two times', () => {
    const anyTurns = fc.array(
      fc.record({
        speakerId: fc.constantFrom('nora', 'idris'),
        startMs: fc.nat(1_000),
        endMs: fc.nat(1_000),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(anyTurns, fc.nat(1_100), fc.nat(1_100), (turns, a, b) => {
        const [startMs, endMs] = [Math.min(a, b), Math.max(a, b) + 1]
        const columns = segmentColumns({ ...conversation, turns })
        const [from, to] = segmentsBetween(columns, startMs, endMs)
        const heard = [...columns.starts.keys()].filter(
          (turn) => (columns.starts[turn] ?? 0) < endMs && (columns.ends[turn] ?? 0) > startMs,
        )
        expect(heard.every((turn) => turn >= from && turn < to)).toBe(true)
      }),
    )
  })
})

describe('lanes', () => {
  it('are in order of first word, then of first turn', () => {
    expect([...lanesOf(conversation)]).toEqual([
      ['nora', 0],
      ['idris', 1],
      ['third', 2],
    ])
    const swapped = { ...conversation, paragraphs: conversation.paragraphs.toReversed().slice(0, 2) }
    expect([...lanesOf(swapped).keys()]).toEqual(['nora', 'third', 'idris'])
  })
})
