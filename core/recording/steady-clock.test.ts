import { expect, it } from 'vitest'
import { createSteadyClock, type Sleep } from './steady-clock.ts'

it('never goes back, counts sleep, and places what another thread stamped', () => {
  const time = { wall: 10_000, steady: 500 }
  const clock = createSteadyClock(
    () => time.wall,
    () => time.steady,
  )
  const sleeps: Sleep[] = []
  clock.onSleep((sleep) => sleeps.push(sleep))
  expect(clock.now()).toBe(10_000)
  time.steady += 1_000
  time.wall += 1_000
  expect(clock.now()).toBe(11_000)
  expect(clock.ofWall(time.wall - 80)).toBe(10_920)
  // The system clock is set back.
  time.wall -= 3_600_000
  time.steady += 10
  expect(clock.now()).toBe(11_010)
  expect(clock.ofWall(time.wall - 80)).toBe(10_930)
  // The lid is closed for a minute: the steady clock stops on some systems.
  time.wall += 3_600_000 + 60_000
  expect(clock.now()).toBeCloseTo(71_000, -1)
  time.steady += 5
  time.wall += 5
  expect(clock.now()).toBeGreaterThan(71_000)
  expect(sleeps).toHaveLength(1)
  expect(sleeps[0]?.fromMs).toBeCloseTo(11_010, -1)
  expect((sleeps[0]?.toMs ?? 0) - (sleeps[0]?.fromMs ?? 0)).toBeCloseTo(60_000, -2)
})

it('places what another thread stamped, though its own is interrupted between reading the two clocks', () => {
  const time = { wall: 10_000, steady: 500 }
  let isRead = false
  const clock = createSteadyClock(
    () => {
      // Interrupted for 90 ms after the first reading of the steady clock.
      if (isRead) {
        time.wall += 90
        time.steady += 90
      }
      isRead = false
      return time.wall
    },
    () => {
      isRead = time.wall === 11_000
      return time.steady
    },
  )
  time.wall += 1_000
  time.steady += 1_000
  expect(clock.ofWall(10_920)).toBe(10_920)
})
