import { act } from '@testing-library/react'
import type { SoundFromPage, SoundToPage } from '#contracts/sound-wire'
import { blockFromBytes } from '#core/recording/block-bytes'
import type { SoundBlock } from '#core/recording/block'
import { createSteadyClock } from '#core/recording/steady-clock'
import type { ConnectSound, SoundListeners } from '../../rpc/sound-connection.ts'
import type { CapturedSound } from '../capture/capture-messages.ts'
import type { ListedInput } from '../capture/list-inputs.ts'
import { SourceFailed, type SourceProblem } from '../capture/open-sources.ts'
import type { SoundSystem } from '../running/sources.ts'
import type { SoundShelf } from '../sending/kept-block.ts'
import { memoryShelf } from './memory-shelf.ts'

export interface FakeSound {
  readonly system: SoundSystem
  /** Inputs of the system; changed by a test. */
  inputs: readonly ListedInput[]
  /** Error with which opening an input fails. */
  problem: SourceProblem | null
  /** Inputs open once this is resolved. */
  opens: Promise<void>
  /**
   * Delivers a block of 80 ms to every captured input. Blocks are consecutive; time advances to the end of
   * the block.
   */
  play(amplitude?: number): void
  /** Time passes without sound. Only this, `play` and `sleep` advance it. */
  pass(ms: number): void
  /** The wall clock advances, the steady one does not. */
  sleep(ms: number): void
  /** Ends the device's track. */
  unplug(label: string): void
  /** Labels of the open devices. */
  openTracks(): readonly string[]
}

const BLOCK_FRAMES = 3_840
const BLOCK_MS = 80

export function fakeSound(shelf: SoundShelf = memoryShelf()): FakeSound {
  const tracks: { label: string; readyState: string; stop: () => void }[] = []
  let listener: (sound: CapturedSound) => void = () => {}
  let taken: readonly number[] = []
  let firstFrame = 0
  let steadyMs = Date.now()
  let wallMs = steadyMs
  let endMs = steadyMs
  const streamOf = (label: string): MediaStream => {
    const track = { label, readyState: 'live', stop: () => (track.readyState = 'ended') }
    tracks.push(track)
    return { getTracks: () => [track], getAudioTracks: () => [track] } as unknown as MediaStream
  }
  const open = async (deviceId: string | null): Promise<MediaStream> => {
    await sound.opens
    if (sound.problem !== null) throw new SourceFailed(sound.problem)
    const found = deviceId === null ? sound.inputs[0] : sound.inputs.find((one) => one.deviceId === deviceId)
    if (found === undefined) throw new SourceFailed('not-found')
    return streamOf(found.label)
  }
  const sound: FakeSound = {
    inputs: [
      { deviceId: 'a', label: 'Headset', isMonitor: false },
      { deviceId: 'b', label: 'Built-in', isMonitor: false },
    ],
    problem: null,
    opens: Promise.resolve(),
    system: {
      openCapture: () =>
        Promise.resolve({
          connect: () => {},
          take: (inputs) => (taken = inputs),
          onSound: (next) => {
            listener = next
            return () => {}
          },
          resume: () => Promise.resolve(),
          close: () => Promise.resolve(),
        }),
      openInput: (deviceId) => open(deviceId),
      openMonitor: (deviceId) => open(deviceId),
      openSystemSound: () => Promise.reject(new SourceFailed('cancelled')),
      listInputs: () => Promise.resolve(sound.inputs),
      shelf,
      createClock: () =>
        createSteadyClock(
          () => wallMs,
          () => steadyMs,
        ),
    },
    play(amplitude = 0.5) {
      endMs += BLOCK_MS
      sound.pass(Math.max(0, endMs - wallMs))
      act(() => {
        for (const input of taken)
          listener({
            input,
            firstFrame,
            endWallMs: endMs,
            samples: new Int16Array(BLOCK_FRAMES).fill(amplitude * 32_767),
            peak: amplitude,
            clipped: amplitude >= 1 ? 1 : 0,
          })
        firstFrame += BLOCK_FRAMES
      })
    },
    pass(ms) {
      steadyMs += ms
      wallMs += ms
    },
    sleep: (ms) => (wallMs += ms),
    unplug(label) {
      sound.inputs = sound.inputs.filter((one) => one.label !== label)
      for (const track of tracks) if (track.label === label) track.readyState = 'ended'
    },
    openTracks: () => tracks.filter(({ readyState }) => readyState === 'live').map(({ label }) => label),
  }
  return sound
}

/** The writer's end of the page's connections for sound. */
export function fakeWriter() {
  const blocks: SoundBlock[] = []
  const attached: string[] = []
  let listeners: SoundListeners | null = null
  let isAway = false
  let refusal: SoundToPage | null = null
  const safe = () => [{ source: 0, sequence: nextOf(blocks), frames: nextOf(blocks) * BLOCK_FRAMES }]
  const connect: ConnectSound = (given) => {
    if (isAway) {
      queueMicrotask(given.onClose)
      return { send: () => {}, sendBytes: () => {}, bufferedBytes: 0, close: () => {} }
    }
    listeners = given
    queueMicrotask(given.onOpen)
    return {
      send: (message: SoundFromPage) => {
        attached.push(message.runningId)
        const refused = refusal
        refusal = null
        if (refused !== null) {
          act(() => given.onMessage(refused))
          return
        }
        act(() =>
          given.onMessage({
            kind: 'attached',
            sources: [{ source: 0, sequence: 0, frames: 0 }],
            isPaused: false,
          }),
        )
      },
      sendBytes: (bytes) => {
        const block = blockFromBytes(bytes)
        if (block !== null) blocks.push(block)
      },
      bufferedBytes: 0,
      close: () => {},
    }
  }
  return {
    connect,
    blocks,
    attached,
    /** Connections fail, or the next one is answered by a refusal. */
    refuseConnections(on: boolean, answer: SoundToPage | null = null) {
      isAway = on
      refusal = answer
    },
    /** Everything that was sent is on disk. */
    acknowledge: () => act(() => listeners?.onMessage({ kind: 'safe', sources: safe() })),
    /** The answer to `recorder.stop`: everything that was sent is on disk. */
    stop: ({ atMs }: { readonly atMs: number }) => ({ sources: safe(), atMs }),
    tell: (message: Parameters<SoundListeners['onMessage']>[0]) => act(() => listeners?.onMessage(message)),
    lose: () => act(() => listeners?.onClose()),
  }
}

function nextOf(blocks: readonly SoundBlock[]): number {
  return Math.max(0, ...blocks.map(({ sequence }) => sequence + 1))
}
