import fc from 'fast-check'
import { expect, it } from 'vitest'
import { StableFiles } from './stable-files.ts'

const facts = (bytes: number, mtimeMs = 1) => ({ bytes, mtimeMs })

it('counts looks and time since a file last changed', () => {
  const files = new StableFiles()
  expect(files.look('a', facts(1), 0)).toEqual({ looks: 1, forMs: 0, hasChanged: false })
  expect(files.look('a', facts(1), 5)).toEqual({ looks: 2, forMs: 5, hasChanged: false })
  expect(files.look('a', facts(2), 7)).toEqual({ looks: 1, forMs: 0, hasChanged: true })
  // Overwritten with the same size.
  expect(files.look('a', facts(2, 2), 9)).toEqual({ looks: 1, forMs: 0, hasChanged: true })
  expect(files.look('a', facts(2, 2), 12)).toEqual({ looks: 2, forMs: 3, hasChanged: true })
  files.keepOnly(new Set(['b']))
  expect(files.has('a')).toBe(false)
  expect(files.look('a', facts(2, 2), 13)).toEqual({ looks: 1, forMs: 0, hasChanged: false })
})

it('is stable only for what the looks since the last change say, whatever came before', () => {
  const look = fc.record({ bytes: fc.integer({ min: 0, max: 2 }), waitMs: fc.integer({ min: 0, max: 9 }) })
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 30 }), (looks) => {
      const files = new StableFiles()
      let nowMs = 0
      const seen: { bytes: number; atMs: number }[] = []
      for (const { bytes, waitMs } of looks) {
        nowMs += waitMs
        seen.push({ bytes, atMs: nowMs })
        const found = files.look('a', facts(bytes), nowMs)
        const lastOther = seen.findLastIndex((one) => one.bytes !== bytes)
        const same = seen.slice(lastOther + 1)
        expect(found).toEqual({
          looks: same.length,
          forMs: nowMs - (same[0]?.atMs ?? 0),
          hasChanged: lastOther >= 0,
        })
      }
    }),
  )
})
