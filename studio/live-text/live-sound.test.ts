import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../library/testing/fixtures.ts'
import { LiveSound } from './live-sound.ts'

it('begins anew where a program that was killed left sound of the same recording', async () => {
  const folder = temporaryFolder()
  await writeFile(path.join(folder, '0-1.pcm'), Buffer.alloc(1_000, 7))
  const frames = new Int16Array(4_800).fill(1_000)
  const sound = new LiveSound({
    folder,
    source: 0,
    read: (from, count) => Promise.resolve(frames.subarray(from, from + count)),
  })
  await sound.follow()
  expect(await readFile(sound.path)).toHaveLength(sound.endSample * 2)
  expect(sound.endSample).toBeGreaterThan(1_000)
  await sound.close()
})
