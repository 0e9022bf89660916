import { createSteadyClock } from '#core/recording/steady-clock'

/** The clock of this process's inputs, which includes time during which the computer slept. */
export const inputClock = createSteadyClock(
  () => Date.now(),
  () => performance.timeOrigin + performance.now(),
)
