import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSteadyClock } from '#core/recording/steady-clock'
import { memoryStorage } from '../testing/memory-shelf.ts'
import { ModelStudio } from '../testing/model-studio.ts'
import { RecordingSession, type SessionEnd } from './recording-session.ts'

const BLOCK_MS = 80
const BLOCK_FRAMES = 48 * BLOCK_MS

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Step = 'sound' | 'sync' | 'lose' | 'kill' | 'up' | 'close' | 'full' | 'room' | 'wait' | 'stop'
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step>('sound') },
    { weight: 2, arbitrary: fc.constantFrom<Step>('sync', 'wait') },
    { weight: 1, arbitrary: fc.constantFrom<Step>('lose', 'kill', 'up', 'close', 'full', 'room') },
  ),
  { maxLength: 80 },
)

/** Records through all of it, presses Stop, and lets the studio work again. */
async function recorded(all: readonly Step[]) {
  const studio = new ModelStudio()
  const now = (): number => Date.now()
  const storage = memoryStorage()
  const over: { end: SessionEnd | null } = { end: null }
  const session = new RecordingSession({
    studio: studio.client,
    language: () => 'en',
    clock: createSteadyClock(now, now),
    connect: studio.connect,
    storage,
    options: {
      title: 'Talk',
      language: 'auto',
      people: null,
      type: 'meeting',
      sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
      consent: null,
    },
    startedAtMs: now(),
    runningId: null,
    library: null,
    inputs: [0],
    nextSequences: [0],
    run: 1,
    isWanted: () => true,
    onTaken: () => undefined,
    onPart: () => undefined,
    onConnected: () => undefined,
    onSafe: () => undefined,
    onDiskLow: () => undefined,
    onFailing: () => undefined,
    onError: () => undefined,
  })
  void session.ended.then((how) => (over.end = how))
  session.begin()
  await vi.advanceTimersByTimeAsync(0)
  let taken = 0
  const sound = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(BLOCK_MS)
    session.take({
      input: 0,
      firstFrame: taken * BLOCK_FRAMES,
      endWallMs: now(),
      samples: new Int16Array(BLOCK_FRAMES).fill(taken + 1),
      peak: 1,
      clipped: 0,
    })
    taken += 1
  }
  const perform: Readonly<Record<Step, () => unknown>> = {
    sound,
    sync: () => studio.sync(),
    lose: () => studio.lose(),
    kill: () => studio.kill(),
    up: () => (studio.isUp = true),
    close: () => studio.close(),
    full: () => (studio.isFull = true),
    room: () => (studio.isFull = false),
    wait: () => vi.advanceTimersByTimeAsync(1_500),
    stop: () => session.stop(now()),
  }
  for (const step of all) {
    await perform[step]()
    await vi.advanceTimersByTimeAsync(0)
  }
  await perform.stop()
  const captured = taken
  for (let after = 0; after < 3; after += 1) await sound()
  for (let tries = 0; tries < 60 && over.end === null; tries += 1) {
    studio.isUp = true
    studio.isFull = false
    studio.sync()
    await vi.advanceTimersByTimeAsync(500)
  }
  const stored = [...storage.files.values()].flat().map(({ sequence }) => sequence)
  return { studio, captured, stored, end: over.end }
}

it('loses no block that was captured before Stop, and takes none after it, whatever the studio does', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { studio, captured, stored, end } = await recorded(all)
      expect(end).not.toBeNull()
      if (end?.how === 'failed') return
      const kept = new Set([...studio.kept, ...stored])
      const missing = Array.from({ length: captured }, (_, index) => index).filter((one) => !kept.has(one))
      // What is left over is shorter than half a second only where no recording took it.
      expect(missing.length * BLOCK_MS).toBeLessThan(500)
      expect([...kept].filter((sequence) => sequence >= captured)).toEqual([])
      expect(studio.parts.every(({ isOpen }) => !isOpen) || end?.how === 'kept').toBe(true)
    }),
    { numRuns: 150 },
  )
}, 60_000)
