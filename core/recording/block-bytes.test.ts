import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blockFromBytes, blockToBytes } from './block-bytes.ts'

it('a block comes back from its bytes; other bytes are none', () => {
  const block = fc.record({
    source: fc.nat(65_535),
    run: fc.nat(65_535),
    sequence: fc.nat(0xff_ff_ff_ff),
    firstFrame: fc.nat(2 ** 40),
    atMs: fc.double({ min: 0, max: 4e12, noNaN: true }),
    samples: fc.int16Array({ minLength: 1, maxLength: 50 }),
  })
  fc.assert(
    fc.property(block, fc.nat(), (sent, at) => {
      const bytes = blockToBytes(sent)
      expect(blockFromBytes(bytes)).toEqual(sent)
      // At an odd address, as within a longer message.
      const inside = new Uint8Array(bytes.length + 1)
      inside.set(bytes, 1)
      expect(blockFromBytes(inside.subarray(1))).toEqual(sent)
      expect(blockFromBytes(bytes.subarray(0, at % bytes.length))).toBeNull()
      expect(blockFromBytes(Uint8Array.of(...bytes, 0))).toBeNull()
    }),
    { numRuns: 50 },
  )
  expect(
    blockFromBytes(new TextEncoder().encode(JSON.stringify({ kind: 'call', number: 1, name: 'x' }))),
  ).toBeNull()
})
