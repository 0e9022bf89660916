import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '#core/edits/apply'
import { lint } from '#core/transcript/lint'
import type { Transcript, Word } from '#core/transcript/transcript'
import { edgesOf, heldEdge, retimeEdit } from './retime.ts'

const word = (id: string, startMs: number, endMs: number): Word => ({
  id,
  before: ' ',
  text: id,
  startMs,
  endMs,
  confidence: 0.9,
  origin: 'recognised',
})
const transcript: Transcript = {
  id: 't',
  recordingId: 'r',
  language: 'en',
  run: { program: 'parolo', version: '1', models: [], settings: {} },
  speakers: [],
  turns: [],
  marks: [],
  paragraphs: [
    {
      id: 'p',
      speakerId: null,
      language: 'en',
      kind: 'speech',
      words: [word('a', 100, 300), word('b', 350, 500), word('c', 500, 900)],
    },
  ],
}
const DURATION = 2_000
const at = (wordId: string | null) => edgesOf(transcript, { paragraphId: 'p', wordId }, DURATION)

describe('the edges of a word', () => {
  it('may go to the words beside it', () => {
    expect(at('b')).toMatchObject({
      startMs: 350,
      endMs: 500,
      text: 'b',
      earliest: { start: 300, end: 370 },
      latest: { start: 480, end: 500 },
    })
    expect(at('a')?.earliest.start).toBe(0)
    expect(at('c')?.latest.end).toBe(DURATION)
  })

  it('are none where the word or the paragraph is gone', () => {
    expect(at('z')).toBeNull()
    expect(edgesOf(transcript, { paragraphId: 'q', wordId: null }, DURATION)).toBeNull()
  })

  it('are those of the first and the last word for a paragraph', () => {
    const edges = at(null)
    expect(edges).toMatchObject({ startMs: 100, endMs: 900, text: null })
    expect(edges && retimeEdit(transcript, edges, 'start', 40, 'e1')).toEqual({
      kind: 'retime-word',
      id: 'e1',
      wordId: 'a',
      startMs: 40,
      endMs: 300,
    })
    expect(edges && retimeEdit(transcript, edges, 'end', 950, 'e1')).toMatchObject({
      wordId: 'c',
      endMs: 950,
    })
  })

  it('make no edit where they stay', () => {
    const edges = at('b')
    expect(edges && retimeEdit(transcript, edges, 'start', 350, 'e')).toBeNull()
    expect(edges && retimeEdit(transcript, edges, 'end', 700, 'e')).toBeNull()
  })

  it('come to lie where the edit puts them, and the transcript stays sound', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b', 'c', null),
        fc.constantFrom('start' as const, 'end' as const),
        fc.integer({ min: -500, max: 3_000 }),
        (wordId, side, ms) => {
          const edges = at(wordId)
          if (edges === null) throw new Error('no edges')
          const edit = retimeEdit(transcript, edges, side, ms, 'e')
          if (edit === null) return
          const { transcript: after } = applyEdit(transcript, edit, { durationMs: DURATION })
          const moved = edgesOf(after, { paragraphId: 'p', wordId }, DURATION)
          expect(side === 'start' ? moved?.startMs : moved?.endMs).toBe(heldEdge(edges, side, ms))
          expect(lint(after, DURATION)).toEqual([])
        },
      ),
    )
  })
})
