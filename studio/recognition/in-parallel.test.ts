import { describe, expect, it } from 'vitest'
import { inParallel } from './in-parallel.ts'

const turn = () => new Promise(setImmediate)

describe('inParallel', () => {
  it('works on everything in order, so many at once', async () => {
    let atWork = 0
    let most = 0
    const started: number[] = []
    await inParallel([0, 1, 2, 3, 4, 5, 6], 3, async (item, index) => {
      expect(item).toBe(index)
      started.push(item)
      most = Math.max(most, ++atWork)
      await turn()
      atWork--
    })
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(most).toBe(3)
  })

  it('starts nothing after a failure, and throws the first once all at work have ended', async () => {
    const ended: number[] = []
    const all = inParallel([0, 1, 2, 3, 4, 5], 2, async (item) => {
      if (item === 1) throw new Error('first')
      await turn()
      await turn()
      ended.push(item)
      if (item === 0) throw new Error('second')
    })
    await expect(all).rejects.toThrow('first')
    expect(ended).toEqual([0])
  })

  it('has nothing to do with nothing', async () => {
    await expect(inParallel([], 4, () => Promise.reject(new Error('never')))).resolves.toBeUndefined()
  })
})
