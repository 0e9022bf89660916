import { setTimeout as sleep } from 'node:timers/promises'
import type { ArchiveStatus } from '#core/archive/status'
import { readStatus } from '#studio/archive/read-status'
import { badOption, type Invocation, isOn, text } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'
import { archiveFolder } from './archive.ts'

const WATCH_EVERY_MS = 5_000

export function readStatusOptions(invocation: Invocation) {
  const written = text(invocation, 'price')
  const price = written === undefined ? null : Number(written)
  if (price !== null && (written?.trim() === '' || !Number.isFinite(price) || price < 0))
    throw badOption(invocation, 'price', written ?? '')
  return {
    dir: archiveFolder(invocation),
    price,
    isWatched: isOn(invocation, 'watch'),
    asJson: isOn(invocation, 'json'),
  }
}

/** With `--watch` until all is done, or Ctrl-C, which is no failure. */
export async function runStatus(
  terminal: Terminal,
  { dir, price, isWatched, asJson }: ReturnType<typeof readStatusOptions>,
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    const status = await readStatus(dir, price)
    const print = asJson ? `${JSON.stringify(status)}\n` : `${statusLines(terminal, status).join('\n')}\n`
    terminal.result(print)
    if (!isWatched || status.done + status.failed === status.total) return 0
    try {
      await sleep(WATCH_EVERY_MS, undefined, { signal })
    } catch (error) {
      if (signal.aborted) return 0
      throw error
    }
    if (!asJson) terminal.result('\n')
  }
}

function statusLines(terminal: Terminal, status: ArchiveStatus): string[] {
  const { done, total, running, failed, refused, hours, rate, secondsLeft, coreHours, wattHours, cost } =
    status
  const round = (value: number, digits: number): number => Number(value.toFixed(digits))
  const lines = [
    terminal.words('archive.status.recordings', { done, total, running, failed, refused }),
    terminal.words('archive.status.hours', { done: round(hours.done, 2), total: round(hours.total, 2) }),
  ]
  if (rate !== null) lines.push(terminal.words('archive.status.rate', { rate: round(rate, 1) }))
  if (secondsLeft !== null && secondsLeft > 0) {
    const [days, hoursLeft, minutes] = [86_400, 3_600, 60].map((unit) => secondsLeft / unit) as [
      number,
      number,
      number,
    ]
    lines.push(
      days >= 2
        ? terminal.words('archive.status.days-left', { count: Math.round(days) })
        : hoursLeft >= 2
          ? terminal.words('archive.status.hours-left', { count: Math.round(hoursLeft) })
          : terminal.words('archive.status.minutes-left', { count: Math.max(1, Math.round(minutes)) }),
    )
  }
  lines.push(
    terminal.words('archive.status.spent', {
      coreHours: round(coreHours, 2),
      kilowattHours: round(wattHours / 1000, 3),
    }),
  )
  if (cost !== null) lines.push(terminal.words('archive.status.cost', { cost: round(cost, 2) }))
  return lines
}
