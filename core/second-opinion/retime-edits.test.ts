import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { retimeEdits } from './retime-edits.ts'

it('words come to exactly the given times, in whichever direction they move, where there is room', () => {
  const starts = fc
    .uniqueArray(fc.nat(90), { minLength: 5, maxLength: 5 })
    .map((some) => some.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(starts, fc.nat(4), fc.nat(4), (places, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      const words = saidWords('c', 'one two three four five', 1_000)
      // Between the words that stay.
      const earliest = from === 0 ? 0 : 1_000 + (from - 1) * 400 + 300
      const latest = to === 4 ? 10_000 : 1_000 + (to + 1) * 400
      const scale = (latest - earliest) / 100
      const targets = words.map((_, index) => {
        if (index < from || index > to) return null
        const startMs = Math.round(earliest + (places[index] ?? 0) * scale)
        const next = index === to ? latest : Math.round(earliest + (places[index + 1] ?? 0) * scale)
        return { startMs, endMs: next }
      })
      fc.pre(targets.every((target) => target === null || target.endMs - target.startMs >= 20))
      let made = 0
      const edits = retimeEdits(words, targets, () => `e${(made += 1)}`)
      const before = { ...conversation([]), turns: [], paragraphs: [paragraph('p', null, words)] }
      const after = edits.length === 0 ? before : applyEdits(before, edits).transcript
      expect(after.paragraphs[0]?.words.map(({ startMs, endMs }) => ({ startMs, endMs }))).toEqual(
        targets.map(
          (target, index) => target ?? { startMs: words[index]?.startMs, endMs: words[index]?.endMs },
        ),
      )
    }),
  )
})
