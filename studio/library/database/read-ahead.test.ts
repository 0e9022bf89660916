import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/fixtures.ts'
import { readAhead } from './read-ahead.ts'

it('reads all of a file that fits into memory, and nothing of another', () => {
  const file = path.join(temporaryFolder(), 'file')
  writeFileSync(file, Buffer.alloc(20_000_000))
  const reported = (freeBytes: number) => {
    const bytes: number[] = []
    readAhead(file, (done) => bytes.push(done), freeBytes)
    return bytes
  }
  expect(reported(20_000_000)).toEqual([0, 16e6, 20e6])
  expect(reported(19_999_999)).toEqual([0])
})
