import { afterEach, expect, it, vi } from 'vitest'
import { PcmBlocks } from './pcm-blocks.ts'

afterEach(() => vi.unstubAllGlobals())

/** A studio that answers when `answer` is called. */
function slowStudio() {
  const answers: (() => void)[] = []
  const requested = vi.fn<typeof fetch>(
    async (_url, init) =>
      new Promise<Response>((resolve, reject) => {
        const { signal } = init ?? {}
        signal?.addEventListener('abort', () => reject(signal.reason as Error))
        answers.push(() => resolve(new Response(Uint8Array.of(0, 64, 0, 32).buffer)))
      }),
  )
  vi.stubGlobal('fetch', requested)
  return { requested, answer: () => answers.splice(0).forEach((give) => give()) }
}

it('reads a block for whoever asks last, also if somebody else asked first and no longer wants it', async () => {
  const studio = slowStudio()
  const blocks = new PcmBlocks('http://studio/pcm')
  const first = new AbortController()
  const unwanted = blocks.read(0, 2, first.signal)
  const wanted = blocks.read(0, 2, new AbortController().signal)
  first.abort()
  studio.answer()
  await expect(unwanted).rejects.toThrow('abort')
  expect([...(await wanted)]).toEqual([0.5, 0.25])
  expect(studio.requested).toHaveBeenCalledTimes(1)
})

it('requests a block again that could not be read', async () => {
  const studio = slowStudio()
  studio.requested.mockRejectedValueOnce(new TypeError('no connection'))
  const blocks = new PcmBlocks('http://studio/pcm')
  const { signal } = new AbortController()
  await expect(blocks.read(0, 2, signal)).rejects.toThrow('no connection')
  const again = blocks.read(0, 2, signal)
  studio.answer()
  expect([...(await again)]).toEqual([0.5, 0.25])
})
