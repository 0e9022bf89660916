import os from 'node:os'
import { describe, expect, it } from 'vitest'
import { bytesForDecoding, ensureFreeSpace, freeBytes } from './free-space.ts'

describe('bytesForDecoding', () => {
  it('grows with the length: some 160 MB an hour', () => {
    expect(bytesForDecoding(3600, 60_000_000)).toBe(162_000_000)
    expect(bytesForDecoding(7200, 60_000_000)).toBe(324_000_000)
  })

  it('does not believe a header that promises more than the file can hold', () => {
    expect(bytesForDecoding(1_000_000, 50_000)).toBeLessThan(5_000_000)
  })

  it('guesses from the size where there is no length', () => {
    const guess = bytesForDecoding(null, 10_000_000)
    expect(guess).toBeGreaterThan(10_000_000)
    expect(guess).toBeLessThan(200_000_000)
  })
})

describe('ensureFreeSpace', () => {
  it('lets pass what fits', async () => {
    await expect(ensureFreeSpace(os.tmpdir(), 1)).resolves.toBeUndefined()
  })

  it('says how much is needed and how much is there', async () => {
    const free = await freeBytes(os.tmpdir())
    await expect(ensureFreeSpace(os.tmpdir(), free + 1e9)).rejects.toMatchObject({
      code: 'disk.full',
      values: { folder: os.tmpdir(), neededMegabytes: expect.any(Number), freeMegabytes: expect.any(Number) },
    })
  })
})
