import { afterEach, expect, it, vi } from 'vitest'
import type { CapturedSound, CaptureOrder } from './capture-messages.ts'
import { openCapture } from './capture.ts'

interface Port {
  readonly postMessage: (sound: CapturedSound) => void
  onmessage: (event: { readonly data: CaptureOrder }) => void
}
type NewProcessor = new () => { process: (inputs: [][], outputs: [][]) => boolean }

afterEach(() => vi.unstubAllGlobals())

/** The length of the blocks that the processor posts, in frames. */
async function postedFrames(): Promise<number> {
  const posted: CapturedSound[] = []
  const port: Port = {
    postMessage: (sound) => void posted.push(sound),
    onmessage: () => expect.fail('no processor'),
  }
  let Processor: NewProcessor | null = null
  vi.stubGlobal(
    'AudioWorkletProcessor',
    class {
      readonly port = port
    },
  )
  vi.stubGlobal('registerProcessor', (_: string, registered: NewProcessor) => (Processor = registered))
  vi.stubGlobal('currentFrame', 0)
  await import('./capture-processor.ts')
  if (Processor === null) expect.fail('nothing is registered')
  const processor = new (Processor as NewProcessor)()
  port.onmessage({ data: { inputs: [0] } })
  for (let quantum = 0; posted.length === 0 && quantum < 1_000; quantum += 1) processor.process([], [])
  return posted[0]?.samples.length ?? 0
}

it('renders a block at a time, so that a thread that is late by less leaves nothing out', async () => {
  const asked: AudioContextOptions[] = []
  vi.stubGlobal(
    'AudioContext',
    class {
      readonly audioWorklet = { addModule: () => Promise.resolve() }
      constructor(options: AudioContextOptions) {
        asked.push(options)
      }
    },
  )
  vi.stubGlobal(
    'AudioWorkletNode',
    class {
      readonly port = {}
      connect() {}
    },
  )
  await openCapture()
  const [{ latencyHint, sampleRate = 0 } = {}] = asked
  expect(Number(latencyHint) * sampleRate).toBe(await postedFrames())
})
