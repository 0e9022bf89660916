import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Transcript } from '../transcript/transcript.ts'
import { cutSpans } from './joins.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { joinWindow } from './join-window.ts'
import { joinsToRecognize } from './joins-to-recognize.ts'
import { randomCut } from './testing/random-cuts.ts'

const RATE = 48_000

it('each cut is listened to with the words around it, those in it cut, and its window begins and ends beside it', () => {
  fc.assert(
    fc.property(randomCut, ({ transcript, ...wanted }) => {
      const { kept } = findKeptSpans({ ...wanted, transcript, rate: RATE })
      const { part, durationMs } = wanted
      const whole = part ?? { startMs: 0, endMs: durationMs }
      const joins = joinsToRecognize(kept, transcript, part)
      expect(new Set(joins.map(({ key }) => key)).size).toBe(joins.length)
      for (const join of joins) {
        const { startMs, endMs, words } = join
        expect(cutSpans(kept).some((cut) => cut.startMs <= startMs && cut.endMs >= endMs)).toBe(true)
        for (const { side, startMs: from, endMs: to } of words) {
          const middle = (from + to) / 2
          expect(side).toBe(middle < startMs ? 'before' : middle < endMs ? 'cut' : 'after')
        }
        const window = joinWindow(join, 3_000, whole)
        expect(window.before?.endMs ?? startMs).toBe(startMs)
        expect(window.after?.startMs ?? endMs).toBe(endMs)
        for (const span of window.whole) {
          expect(span.startMs).toBeGreaterThanOrEqual(Math.min(whole.startMs, startMs))
          expect(span.endMs).toBeLessThanOrEqual(Math.max(whole.endMs, endMs))
          expect(span.endMs - span.startMs).toBeLessThan(15_000)
        }
      }
    }),
    { numRuns: 200 },
  )
})

const text: Pick<Transcript, 'paragraphs' | 'marks'> = {
  paragraphs: [
    {
      id: 'p',
      speakerId: 's',
      language: 'en',
      kind: 'speech',
      words: 'one two three four five six seven eight'.split(' ').map((each, place) => ({
        id: each,
        before: ' ',
        text: each,
        startMs: 500 * place,
        endMs: 500 * place + 400,
        confidence: null,
        origin: 'recognised',
      })),
    },
  ],
  marks: [],
}

const struck = (...ids: readonly string[]) => {
  const transcript = {
    ...text,
    marks: ids.map((id) => ({
      id: `m ${id}`,
      kind: 'cut' as const,
      fromWordId: id,
      toWordId: id,
      value: { reason: 'person' as const },
    })),
  }
  const { kept } = findKeptSpans({ transcript, stretches: [], durationMs: 4_000, rate: RATE, loudness: null })
  return joinsToRecognize(kept, transcript)
}

it('a cut elsewhere leaves the key of a join, a change of its own cut gives it another', () => {
  const [join] = struck('three')
  const keys = struck('three', 'six').map(({ key }) => key)
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(join?.key)
  expect(struck('three', 'four').map(({ key }) => key)).not.toContain(join?.key)
})

it('the first words are cut: only what comes after is listened to', () => {
  const [join] = struck('one')
  expect(join?.words[0]).toMatchObject({ id: 'one', side: 'cut', isStruck: true })
  if (join === undefined) throw new Error('no join')
  const { before, after } = joinWindow(join, 2_000, { startMs: 0, endMs: 4_000 })
  expect(before).toBeNull()
  expect(after?.startMs).toBe(join.endMs)
})
