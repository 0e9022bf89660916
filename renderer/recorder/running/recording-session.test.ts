import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SoundFromPage } from '#contracts/sound-wire'
import type { SoundListeners } from '../../rpc/sound-connection.ts'
import { ModelStudio } from '../testing/model-studio.ts'
import { BLOCK_FRAMES, recordingPage, sessionOptions } from '../testing/recorded-session.ts'
import { RecordingSession } from './recording-session.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('says what it keeps only where that follows what the studio had: a page that goes on after another has a gap', async () => {
  const sent: SoundFromPage[] = []
  let listeners: SoundListeners | null = null
  const connect = (given: SoundListeners) => {
    listeners = given
    return {
      send: (message: SoundFromPage) => sent.push(message),
      sendBytes: () => undefined,
      bufferedBytes: 0,
      close: () => undefined,
    }
  }
  const session = new RecordingSession(
    sessionOptions(
      { studio: new ModelStudio().client, connect },
      { runningId: 'run1', nextSequences: [7], run: 2 },
    ),
  )
  const samples = new Int16Array(BLOCK_FRAMES)
  session.begin()
  await vi.advanceTimersByTimeAsync(100)
  session.take({ input: 0, firstFrame: 0, endWallMs: Date.now(), samples, peak: 1, clipped: 0 })
  const link = (): SoundListeners => listeners ?? expect.unreachable('no connection')
  link().onOpen()
  expect(sent[0]?.kept).toEqual([])
  link().onMessage({ kind: 'attached', isPaused: false, sources: [{ source: 0, sequence: 7, frames: 0 }] })
  link().onClose()
  await vi.advanceTimersByTimeAsync(1_000)
  link().onOpen()
  expect(sent.at(-1)?.kept).toEqual([{ source: 0, sequence: 7 }])
})

/** Twenty blocks, four of which the studio reports as safe; then Stop with the given state of the disk. */
async function stoppedWhile(disk: ModelStudio['disk'], { isSilent = false } = {}) {
  const studio = new ModelStudio()
  const page = await recordingPage(studio)
  for (let block = 0; block < 20; block += 1) {
    if (block === 4) {
      studio.sync()
      studio.disk = disk
    }
    await page.sound()
  }
  studio.isSilent = isSilent
  page.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  return { studio, page }
}

const sequences = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index)

it.each([false, true])(
  'makes no second recording of sound that the studio keeps elsewhere while its disk fails (told by the answer alone: %s)',
  async (isSilent) => {
    const { studio, page } = await stoppedWhile('kept', { isSilent })
    expect(page.end).toEqual({ how: 'asked' })
    expect(studio.parts).toHaveLength(1)
    expect(studio.kept).toEqual(sequences(0, 20))
  },
)

it.each([false, true])(
  'keeps what is not on disk after Stop, whether the channel tells it or the answer alone (%s)',
  async (isSilent) => {
    const { studio, page } = await stoppedWhile('fails', { isSilent })
    expect(page.end).toMatchObject({ how: 'kept' })
    expect(studio.kept).toEqual(sequences(0, 4))
    expect(page.stored()).toEqual(sequences(4, 20))
  },
)

it('does not record again what was stopped by a call whose answer was lost', async () => {
  const studio = new ModelStudio()
  const page = await recordingPage(studio)
  for (let block = 0; block < 10; block += 1) await page.sound()
  studio.losesStop = true
  page.stop()
  await vi.advanceTimersByTimeAsync(500)
  studio.losesStop = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(page.end).toEqual({ how: 'asked' })
  expect(studio.parts).toHaveLength(1)
  expect(studio.kept).toEqual(sequences(0, 10))
})
