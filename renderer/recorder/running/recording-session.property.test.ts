import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Timeline } from '#core/recording/timeline'
import { ModelStudio, placedIn } from '../testing/model-studio.ts'
import { BLOCK_MS, recordingPage } from '../testing/recorded-session.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const troubles = [
  'lose',
  'kill',
  'up',
  'close',
  'full',
  'room',
  'fail',
  'fail-kept',
  'write',
  'silent',
  'heard',
  'lose-stop',
  'answer',
] as const
type Step = 'sound' | 'sync' | 'wait' | 'turn' | (typeof troubles)[number]
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step>('sound') },
    { weight: 3, arbitrary: fc.constantFrom<Step>('sync', 'wait', 'turn') },
    { weight: 3, arbitrary: fc.constantFrom<Step>(...troubles) },
  ),
  { maxLength: 80, size: 'max' },
)

/** Records through all steps, presses Stop, and makes the studio work again after a while. */
async function recorded(all: readonly Step[]) {
  const studio = new ModelStudio()
  const page = await recordingPage(studio)
  const perform: Readonly<Record<Step, () => unknown>> = {
    sound: () => page.sound(),
    turn: () => page.turn(),
    sync: () => studio.sync(),
    lose: () => studio.lose(),
    kill: () => studio.kill(),
    up: () => (studio.isUp = true),
    close: () => studio.close(),
    full: () => (studio.isFull = true),
    room: () => (studio.isFull = false),
    fail: () => (studio.disk = 'fails'),
    'fail-kept': () => (studio.disk = 'kept'),
    write: () => (studio.disk = 'works'),
    silent: () => (studio.isSilent = true),
    heard: () => (studio.isSilent = false),
    'lose-stop': () => (studio.losesStop = true),
    answer: () => (studio.losesStop = false),
    wait: () => vi.advanceTimersByTimeAsync(1_500),
  }
  for (const step of all) {
    await perform[step]()
    await vi.advanceTimersByTimeAsync(0)
  }
  page.stop()
  const { captured, pauses } = page
  for (let after = 0; after < 3; after += 1) await page.sound()
  // Stop happens during whatever failures there are.
  await vi.advanceTimersByTimeAsync(3_000)
  for (let tries = 0; tries < 60 && page.end === null; tries += 1) {
    studio.mend()
    studio.sync()
    await vi.advanceTimersByTimeAsync(500)
  }
  return { studio, captured, pauses, stored: page.stored(), end: page.end }
}

it('loses no block that was captured before Stop, takes none after it, of a pause, or twice, whatever the studio does', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { studio, captured, pauses, stored, end } = await recorded(all)
      expect(end).not.toBeNull()
      if (end?.how === 'failed') return
      // A later page learns what the last recording has.
      const { safe } = studio.parts.at(-1) ?? { safe: 0 }
      const left = stored.filter((sequence) => sequence >= safe)
      const kept = [...studio.kept, ...left].toSorted((a, b) => a - b)
      expect(kept).toEqual([...new Set(kept)])
      const missing = Array.from({ length: captured }, (_, index) => index).filter(
        (one) => !kept.includes(one),
      )
      // A remainder is only missing if it is shorter than half a second and no recording took it.
      expect(missing.length * BLOCK_MS).toBeLessThan(500)
      expect(kept.filter((sequence) => sequence >= captured)).toEqual([])
      expect(studio.parts.every(({ isOpen }) => !isOpen) || end?.how === 'kept').toBe(true)
      for (const part of studio.parts) {
        const timeline = new Timeline(part.atMs)
        for (const { kind, atMs } of pauses) timeline[kind](atMs)
        for (const { block, frame } of placedIn(part)) {
          expect(block.samples[0]).toBe(block.sequence + 1)
          expect(frame).toBeCloseTo(timeline.frameAt(block.atMs), 3)
        }
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)
