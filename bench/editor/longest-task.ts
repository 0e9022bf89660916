import type { Page } from 'playwright'

/**
 * The longest task of the page's main thread, on the CPU's clock and on the wall clock; not the same task if
 * other programs run.
 */
export interface LongestTask {
  readonly cpuMs: number
  readonly wallMs: number
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const CATEGORIES = ['disabled-by-default-devtools.timeline']

/** Records the browser's tasks from now until `longest`, which ends it. */
export async function traceTasks(page: Page): Promise<{ longest(): Promise<LongestTask> }> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page has no browser to trace')
  await browser.startTracing(page, { categories: CATEGORIES })
  return {
    async longest() {
      const text = (await browser.stopTracing()).toString()
      const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] }
      const mains = traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`)
      const tasks = traceEvents.filter(
        ({ name, pid, tid }) => name === 'RunTask' && mains.includes(`${pid} ${tid}`),
      )
      if (tasks.length === 0) throw new Error('the trace has no task of the page')
      let cpuMs = 0
      let wallMs = 0
      for (const { dur = 0, tdur = 0 } of tasks) {
        cpuMs = Math.max(cpuMs, tdur / 1_000)
        wallMs = Math.max(wallMs, dur / 1_000)
      }
      return { cpuMs, wallMs }
    },
  }
}
