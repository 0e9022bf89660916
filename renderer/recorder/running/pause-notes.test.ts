import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Timeline } from '#core/recording/timeline'
import { elapsedMs } from './own-clock.ts'
import { PauseNotes } from './pause-notes.ts'

const START_MS = 1_000
/** Alternating times of Pause and Resume. */
const times = fc
  .array(fc.integer({ min: 1, max: 500 }), { maxLength: 12 })
  .map((gaps) => gaps.map((_, index) => START_MS + gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap)))

it('gives each recording the pauses that its clock needs, however often a call has to be made again', async () => {
  await fc.assert(
    fc.asyncProperty(times, fc.nat(3_000), fc.infiniteStream(fc.boolean()), async (all, later, fails) => {
      const notes = new PauseNotes(START_MS)
      const whole = new Timeline(START_MS)
      for (const [index, atMs] of all.entries()) {
        const kind = index % 2 === 0 ? 'pause' : 'resume'
        notes.add({ kind, atMs })
        whole[kind](atMs)
      }
      for (const startedAtMs of [START_MS, START_MS + later]) {
        notes.beginPart(startedAtMs)
        const studio = new Timeline(startedAtMs)
        while (!notes.areReported)
          await notes
            .tellNext(({ kind, atMs }) => {
              studio[kind](atMs)
              // The answer is lost, so it is sent once more.
              return fails.next().value ? Promise.reject(new Error('lost')) : Promise.resolve()
            })
            .catch(() => undefined)
        const clock = notes.clockFrom(startedAtMs)
        for (let atMs = startedAtMs; atMs < START_MS + 7_000; atMs += 137) {
          const frame = whole.frameAt(atMs) - whole.frameAt(startedAtMs)
          expect(studio.frameAt(atMs)).toBeCloseTo(frame, 3)
          if (atMs >= (all.at(-1) ?? 0)) expect(elapsedMs(clock, atMs) * 48).toBeCloseTo(frame, 3)
        }
      }
    }),
  )
})

it('wants no sound of a pause, but all of a block in which one begins', () => {
  const notes = new PauseNotes(START_MS)
  notes.add({ kind: 'pause', atMs: 2_000 })
  expect([1_900, 1_990, 2_000, 2_500].map((atMs) => notes.isWanted(atMs, 20))).toEqual([
    true,
    true,
    false,
    false,
  ])
  notes.add({ kind: 'resume', atMs: 2_600 })
  expect([2_500, 2_590, 2_600].map((atMs) => notes.isWanted(atMs, 20))).toEqual([false, true, true])
})
