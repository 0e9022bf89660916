import { RECORDING_RATE } from '#core/recording/block'
import { type CapturedSound, type CaptureOrder, MAX_SOURCES, PROCESSOR_NAME } from './capture-messages.ts'
import { SourceFailed } from './open-sources.ts'

/** One AudioContext with one worklet node, so that all sources share one clock; one input per source. */
export interface Capture {
  /** Connects a stream to an input, replacing the previous one; null disconnects it. */
  connect(input: number, stream: MediaStream | null): void
  /** The inputs whose sound is delivered, connected or not (silence in that case). */
  take(inputs: readonly number[]): void
  onSound(listener: (sound: CapturedSound) => void): () => void
  /** Called after a click or key, as some browsers only start a context then. */
  resume(): Promise<void>
  close(): Promise<void>
}

export type OpenCapture = () => Promise<Capture>

/**
 * The context renders one block of the processor at a time, in seconds. Chromium leaves out a rendering whose thread is
 * late by more than its length, as on a busy computer: at 20 ms (`playback`) it left out five times as much. Above
 * 100 ms its queue before the context may be too short.
 */
const RENDERED_S = 0.08

export async function openCapture(): Promise<Capture> {
  if (!('AudioWorkletNode' in globalThis)) throw new SourceFailed('not-supported')
  const context = new AudioContext({ sampleRate: RECORDING_RATE, latencyHint: RENDERED_S })
  const listeners = new Set<(sound: CapturedSound) => void>()
  const sources = new Map<number, MediaStreamAudioSourceNode>()
  await leaveOutputAlone(context)
  const { default: address } = await import('./capture-processor.ts?worker&url')
  await context.audioWorklet.addModule(address)
  const node = new AudioWorkletNode(context, PROCESSOR_NAME, {
    numberOfInputs: MAX_SOURCES,
    numberOfOutputs: 1,
    channelCount: 1,
    channelCountMode: 'explicit',
    outputChannelCount: [1],
  })
  node.port.onmessage = ({ data }: MessageEvent<CapturedSound>) => {
    for (const listener of listeners) listener(data)
  }
  // Its output is silence; without a destination some browsers would not run it.
  node.connect(context.destination)
  return {
    connect(input, stream) {
      sources.get(input)?.disconnect()
      sources.delete(input)
      if (stream === null) return
      const source = context.createMediaStreamSource(stream)
      source.connect(node, 0, input)
      sources.set(input, source)
    },
    take(inputs) {
      node.port.postMessage({ inputs } satisfies CaptureOrder)
    },
    onSound(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume: () => context.resume(),
    async close() {
      node.port.onmessage = null
      await context.close()
    },
  }
}

/**
 * The output device is not opened if that is possible: a stalled Bluetooth device would stall the recording.
 */
async function leaveOutputAlone(context: AudioContext): Promise<void> {
  const older = context as AudioContext & { setSinkId?: (sink: { type: 'none' }) => Promise<void> }
  await older.setSinkId?.({ type: 'none' })
}
