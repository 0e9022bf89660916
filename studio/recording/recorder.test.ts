import { expect, it } from 'vitest'
import { openLibrary } from '../library/open.ts'
import { Recorder } from './recorder.ts'
import { BLOCK_FRAMES, dataFolderForTest, START_MS, startEntry, toneBlocks } from './testing/running.ts'

it('knows what a recording has whose file could not be made, also after the next start', async () => {
  const dataFolder = await dataFolderForTest()
  const library = await openLibrary(dataFolder)
  const options = {
    library,
    dataFolder,
    codec: () => Promise.reject(new Error('no file is made')),
    onError: (error: unknown) => expect.unreachable(String(error)),
  }
  const recorder = new Recorder(options)
  const { id, writer } = await recorder.start({ ...startEntry(), consent: null, fromPage: true })
  expect(recorder.isWriting(id)).toBe(true)
  for (const block of toneBlocks(0, 40)) writer.append(block)
  const running = await recorder.stop(id, START_MS + 2_000, 'asked')
  await expect(running.result).rejects.toThrow('no file is made')
  const sources = [0, 1].map((source) => ({ source, sequence: 40, frames: 40 * BLOCK_FRAMES }))
  expect(recorder.isWriting(id)).toBe(false)
  expect(await recorder.endedSound(id)).toEqual(sources)
  expect(await new Recorder(options).endedSound(id)).toEqual(sources)
  expect(await recorder.endedSound('none')).toBeNull()
  await recorder.close()
  await library.close()
})
