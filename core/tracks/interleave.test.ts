import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interleaveTracks } from './interleave.ts'
import { spoken } from './testing/spoken.ts'

const read = (...tracks: Parameters<typeof interleaveTracks>[0]): string[] =>
  interleaveTracks(tracks, 'en').map(
    ({ track, words }) => `${track}: ${words.map(({ text }) => text).join(' ')}`,
  )

describe('interleaveTracks', () => {
  it('puts question and answer one after the other', () => {
    const one = [...spoken(0, 0, 'Is it open?'), ...spoken(0, 4000, 'Good.')]
    expect(read(one, spoken(1, 1500, 'It is.'))).toEqual(['0: Is it open?', '1: It is.', '0: Good.'])
  })

  it('does not cut a sentence for what somebody says meanwhile', () => {
    const one = spoken(0, 0, 'This is what we said in May. And it holds.')
    expect(read(one, spoken(1, 700, 'Right.'))).toEqual([
      '0: This is what we said in May.',
      '1: Right.',
      '0: And it holds.',
    ])
  })

  it('leaves a single track as it is', () => {
    expect(read(spoken(0, 0, 'One. Two. Three.'))).toEqual(['0: One. Two. Three.'])
  })

  it('keeps every word once, and those of a track in order', () => {
    const track = (number: number) =>
      fc
        .array(
          fc.record({
            gapMs: fc.integer({ min: 0, max: 900 }),
            text: fc.constantFrom('so', 'yes.', 'No.', 'what', 'we'),
          }),
          { maxLength: 25 },
        )
        .map((words) => {
          let at = 0
          return words.flatMap(({ gapMs, text }, index) => {
            at += gapMs + 300
            return spoken(number, at, text, index)
          })
        })
    fc.assert(
      fc.property(fc.tuple(track(0), track(1), track(2)), (tracks) => {
        const runs = interleaveTracks(tracks, 'en')
        for (const [number, words] of tracks.entries())
          expect(runs.filter((run) => run.track === number).flatMap((run) => run.words)).toEqual(words)
        const begins = runs.map(({ words }) => words[0]?.startMs ?? -1)
        expect(begins).toEqual(begins.toSorted((a, b) => a - b))
      }),
    )
  })
})
