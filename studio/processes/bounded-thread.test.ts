import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askThread } from './bounded-thread.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-thread-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A thread that answers with how many inputs it had, never to `hang`, and throws at `throw`. */
async function countingThread(name: string): Promise<string> {
  const file = path.join(folder, `${name}.mjs`)
  const code = `
    import { parentPort } from 'node:worker_threads'
    let inputs = 0
    parentPort.on('message', (input) => {
      inputs += 1
      if (input === 'throw') throw new Error('broken')
      if (input !== 'hang') parentPort.postMessage(inputs)
    })`
  await writeFile(file, code)
  return file
}

describe('a thread with limits', () => {
  it('answers one input after another', async () => {
    const thread = await countingThread('kept')
    for (const expected of [1, 2, 3]) expect(await askThread(thread, 'a', 'a.srt')).toBe(expected)
  })

  it('answers inputs at the same time in threads of their own', async () => {
    const thread = await countingThread('two')
    const asked = ['a', 'b', 'c'].map((input) => askThread(thread, input, 'a.srt'))
    expect(await Promise.all(asked)).toEqual([1, 1, 1])
    expect(await askThread(thread, 'd', 'a.srt')).toBe(2)
  })

  it('is another one after an input that it did not answer', async () => {
    const thread = await countingThread('ended')
    expect(await askThread(thread, 'a', 'a.srt')).toBe(1)
    const slow = askThread(thread, 'hang', 'a.srt', { mostSeconds: 0.2 })
    await expect(slow).rejects.toMatchObject({ code: 'format.too-slow' })
    expect(await askThread(thread, 'a', 'a.srt')).toBe(1)
    await expect(askThread(thread, 'throw', 'a.srt')).rejects.toThrow('broken')
    expect(await askThread(thread, 'a', 'a.srt')).toBe(1)
    // What cannot be sent to it ends it as well.
    await expect(askThread(thread, () => 'no data', 'a.srt')).rejects.toThrow('could not be cloned')
    expect(await askThread(thread, 'a', 'a.srt')).toBe(1)
    const controller = new AbortController()
    const given = askThread(thread, 'hang', 'a.srt', { signal: controller.signal })
    controller.abort()
    await expect(given).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await askThread(thread, 'a', 'a.srt')).toBe(1)
  })
})
