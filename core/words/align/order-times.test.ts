import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Word } from '../../transcript/transcript.ts'
import { orderTimes } from './order-times.ts'

const spans = fc.array(fc.tuple(fc.nat(500), fc.nat(200), fc.constantFrom('a', 'word', 'longer')), {
  maxLength: 15,
})

it('puts the times of words in order inside the time they had together', () => {
  fc.assert(
    fc.property(spans, (plan) => {
      const words = plan.map(([startMs, length, text], index): Word => {
        const endMs = startMs + length
        return { id: `${index}`, before: ' ', text, startMs, endMs, confidence: null, origin: 'imported' }
      })
      const ordered = orderTimes(words)
      let last = Math.min(0, ...words.map((word) => word.startMs))
      for (const word of ordered) {
        expect(word.startMs).toBeGreaterThanOrEqual(last)
        expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
        last = word.endMs
      }
      expect(last).toBeLessThanOrEqual(Math.max(0, ...words.map((word) => word.endMs)))
      expect(ordered.map((word) => word.id)).toEqual(words.map((word) => word.id))
      orderTimes(ordered).forEach((word, index) => expect(word).toBe(ordered[index]))
    }),
  )
})
