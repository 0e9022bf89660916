import type { CDPSession, Page } from 'playwright'

/** Work of the page's main thread so far, in ms of the CPU: other programs do not count. */
export type WorkClock = () => Promise<number>

export async function workClock(page: Page): Promise<WorkClock> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
}
