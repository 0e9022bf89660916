import { createSteadyClock, type SteadyClock } from '#core/recording/steady-clock'

export const createPageClock = (): SteadyClock =>
  createSteadyClock(
    () => Date.now(),
    () => performance.timeOrigin + performance.now(),
  )
