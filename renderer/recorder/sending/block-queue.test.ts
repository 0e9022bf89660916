import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockQueue } from './block-queue.ts'
import { packed, unpacked } from './browser-storage.ts'
import { memoryStorage } from '../testing/memory-shelf.ts'
import type { KeptBlock } from './kept-block.ts'
import { blockToBytes } from '#core/recording/block-bytes'

const block = (sequence: number, source = 0): KeptBlock => ({
  source,
  sequence,
  atMs: sequence * 80,
  bytes: new Uint8Array(1_000),
})

async function takeAll(queue: BlockQueue): Promise<string[]> {
  const all: string[] = []
  while (queue.hasUnsent)
    for (const { source, sequence } of await queue.take()) all.push(`${source}:${sequence}`)
  return all
}

const onError = (error: unknown): void => {
  throw error
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('the queue of blocks', () => {
  it('keeps what was sent until it is on disk, and sends it again after a lost connection', async () => {
    const queue = new BlockQueue({ storage: null, sources: 1, onError })
    for (const sequence of [0, 1, 2]) queue.add(block(sequence))
    expect(await takeAll(queue)).toEqual(['0:0', '0:1', '0:2'])
    queue.acknowledge(0, 2)
    expect(queue.keptBytes).toBe(1_000)
    queue.rewind()
    expect(await takeAll(queue)).toEqual(['0:2'])
    queue.acknowledge(0, 3)
    expect([queue.isEmpty, queue.keptBytes]).toEqual([true, 0])
  })

  it('moves the oldest to storage when they are many, in order, and deletes them there once they are safe', async () => {
    const storage = memoryStorage()
    const queue = new BlockQueue({ storage, sources: 1, mostInMemoryAway: 5_000, onError })
    for (let sequence = 0; sequence < 9; sequence += 1) {
      queue.add(block(sequence))
      await settled()
    }
    expect(queue.storedBytes).toBeGreaterThan(0)
    expect(queue.keptBytes).toBe(9_000)
    expect(await takeAll(queue)).toEqual(Array.from({ length: 9 }, (_, index) => `0:${index}`))
    queue.acknowledge(0, 9)
    await settled()
    expect([queue.isEmpty, queue.keptBytes, storage.files.size]).toEqual([true, 0, 0])
  })

  it('takes over what a page before it stored', async () => {
    const storage = memoryStorage()
    await storage.store([block(3), block(4)])
    const queue = new BlockQueue({ storage, sources: 1, onError })
    await queue.takeStored()
    expect([queue.firstOf(0), queue.firstOf(1), queue.oldestAtMs, queue.newestAtMs]).toEqual([
      3,
      null,
      240,
      320,
    ])
    queue.add(block(5))
    expect(await takeAll(queue)).toEqual(['0:3', '0:4', '0:5'])
  })

  it('forgets what is on disk, or came after the end, of a file that is kept for the rest', async () => {
    const storage = memoryStorage()
    await storage.store([3, 4, 5, 6].map((sequence) => block(sequence)))
    const queue = new BlockQueue({ storage, sources: 1, onError })
    await queue.takeStored()
    queue.acknowledge(0, 5)
    queue.dropFrom(6 * 80)
    expect([queue.firstOf(0), queue.oldestAtMs, queue.newestAtMs, queue.keptBytes]).toEqual([
      5, 400, 400, 1_000,
    ])
    expect(await takeAll(queue)).toEqual(['0:5'])
    queue.acknowledge(0, 6)
    await settled()
    expect([queue.isEmpty, storage.files.size]).toEqual([true, 0])
  })

  it('loses nothing whatever comes between', async () => {
    const step = fc.oneof(
      fc.constant({ kind: 'add' as const }),
      fc.constant({ kind: 'take' as const }),
      fc.constant({ kind: 'rewind' as const }),
      fc.record({ kind: fc.constant('safe' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const queue = new BlockQueue({
          storage: memoryStorage(),
          sources: 1,
          mostInMemoryAway: 4_000,
          onError,
        })
        let [next, safe] = [0, 0]
        const received = new Set<number>()
        for (const one of steps) {
          if (one.kind === 'add') queue.add(block(next++))
          else if (one.kind === 'take') for (const { sequence } of await queue.take()) received.add(sequence)
          else if (one.kind === 'rewind') queue.rewind()
          else {
            // Only what was received without a gap is on disk.
            let upTo = safe
            while (received.has(upTo)) upTo += 1
            safe += Math.floor((upTo - safe) * one.share)
            queue.acknowledge(0, safe)
          }
          if (next % 3 === 0) await settled()
        }
        await settled()
        queue.rewind()
        const left = (await takeAll(queue)).map((name) => Number(name.slice(2)))
        expect(left).toEqual([...left].sort((a, b) => a - b))
        for (let sequence = safe; sequence < next; sequence += 1) expect(left).toContain(sequence)
        while (queue.hasUnsent) await queue.take()
        queue.acknowledge(0, next)
        expect([queue.isEmpty, queue.keptBytes]).toEqual([true, 0])
      }),
      { numRuns: 40 },
    )
  })
})

it('stored blocks are read back, and a cut file ends before the block that is cut', () => {
  const blocks = [0, 1].map((sequence) => {
    const one = {
      source: 1,
      sequence,
      run: 2,
      firstFrame: 0,
      atMs: 5,
      samples: Int16Array.from([sequence, -7]),
    }
    return { source: 1, sequence, atMs: 5, bytes: blockToBytes(one) }
  })
  const all = packed(blocks)
  expect(unpacked(all)).toEqual(blocks)
  expect(unpacked(all.slice(0, -1))).toEqual(blocks.slice(0, 1))
})
