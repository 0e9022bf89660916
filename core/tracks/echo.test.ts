import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEcho } from './echo.ts'
import { spoken } from './testing/spoken.ts'
import type { Word } from '../transcript/transcript.ts'

const track = (words: readonly Word[], strength = 0) => ({ words, strength: () => strength })
const ids = (words: readonly Word[]): Set<string> => new Set(words.map(({ id }) => id))
const LINE = 'The budget for next year is open.'

describe('findEcho', () => {
  it('finds a line of the weaker track that the other has a moment earlier', () => {
    const [far, near] = [spoken(1, 5000, LINE), spoken(0, 5150, 'the budget for next year is opened')]
    expect(findEcho([track(near, 10), track(far, 40)], 'en')).toEqual(ids(near))
  })

  it('keeps the same words at another time', () => {
    const [far, near] = [spoken(1, 5000, LINE), spoken(0, 9000, LINE)]
    expect(findEcho([track(near, 10), track(far, 40)], 'en')).toEqual(new Set())
  })

  it('keeps other words at the same time', () => {
    const [far, near] = [spoken(1, 5000, LINE), spoken(0, 5000, 'No, we closed the budget in May.')]
    expect(findEcho([track(near, 10), track(far, 40)], 'en')).toEqual(new Set())
  })

  it('keeps one of two tracks that are equally strong', () => {
    const [far, near] = [spoken(1, 5000, LINE), spoken(0, 5000, LINE)]
    expect(findEcho([track(near, 20), track(far, 20)], 'en')).toEqual(new Set())
  })

  it('keeps a short answer that two people give at once, unless an echo is beside it', () => {
    const [far, near] = [spoken(1, 5000, 'Yes.'), spoken(0, 5100, 'Yes.')]
    expect(findEcho([track(near, 10), track(far, 40)], 'en')).toEqual(new Set())
    const after = spoken(1, 6000, LINE)
    const echo = spoken(0, 6100, LINE)
    expect(findEcho([track([...near, ...echo], 10), track([...far, ...after], 40)], 'en')).toEqual(
      ids([...near, ...echo]),
    )
  })

  it('keeps one of three microphones that picked up the same', () => {
    const each = [0, 1, 2].map((number) => spoken(number, 5000 + number * 50, LINE))
    const tracks = each.map((words, number) => track(words, [15, 40, 20][number]))
    expect(findEcho(tracks, 'en')).toEqual(ids([...(each[0] ?? []), ...(each[2] ?? [])]))
  })

  it('drops only what another track keeps', () => {
    const line = fc.record({
      track: fc.integer({ min: 0, max: 2 }),
      slot: fc.integer({ min: 0, max: 12 }),
      delayMs: fc.integer({ min: 0, max: 300 }),
      text: fc
        .array(fc.constantFrom('the', 'budget', 'is', 'open', 'now.', 'Yes.'), { minLength: 1, maxLength: 7 })
        .map((words) => words.join(' ')),
      strength: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const tracks = [0, 1, 2].map((number) => {
          const own = lines.filter((one) => one.track === number).sort((a, b) => a.slot - b.slot)
          const words = own.flatMap(({ slot, delayMs, text }, index) =>
            spoken(number, slot * 2500 + delayMs, text, index),
          )
          const ordered = words.toSorted((a, b) => a.startMs - b.startMs)
          const strengths = new Map(own.map(({ slot, strength }) => [slot, strength]))
          return {
            words: ordered,
            strength: ({ startMs }: { startMs: number }) => strengths.get(Math.floor(startMs / 2500)) ?? 0,
          }
        })
        const echo = findEcho(tracks, 'en')
        const text = (word: Word): string => word.text.toLowerCase().replace('.', '')
        const kept = tracks.flatMap(({ words }, number) =>
          words.filter(({ id }) => !echo.has(id)).map((word) => ({ number, word })),
        )
        for (const [number, { words }] of tracks.entries()) {
          const dropped = words.filter(({ id }) => echo.has(id))
          const proven = dropped.filter((word) =>
            kept.some(
              (one) =>
                one.number !== number &&
                text(one.word) === text(word) &&
                Math.abs(one.word.startMs - word.startMs) <= 1000,
            ),
          )
          expect(proven.length).toBeGreaterThanOrEqual(dropped.length * 0.75)
        }
      }),
    )
  })
})
