import { formatNumber } from '#core/notation/numbers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ArchiveStatus } from '#core/archive/status'
import { readStatus } from '#studio/archive/read-status'
import { badOption, type Invocation, isOn, text } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { archiveFolder } from './archive-call.ts'

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

/** With `--watch`, runs until all is done, or until Ctrl-C, which is no failure. */
export async function runStatus(
  terminal: Terminal,
  { dir, price, isWatched, asJson }: ReturnType<typeof readStatusOptions>,
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    const status = await readStatus(dir, price)
    terminal.lines(asJson ? [JSON.stringify(status)] : statusLines(terminal, status))
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
  /** Three significant digits: an archive ranges from seconds to a million hours. */
  const shown = (value: number): string =>
    formatNumber(
      value,
      terminal.locale,
      value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 },
    )
  const lines = [
    terminal.words('archive.status.recordings', { done, total, running, failed, refused }),
    terminal.words('archive.status.hours', { done: shown(hours.done), total: shown(hours.total) }),
  ]
  if (rate !== null) lines.push(terminal.words('archive.status.rate', { rate: shown(rate) }))
  if (secondsLeft !== null && secondsLeft > 0) lines.push(timeLeft(terminal, secondsLeft))
  const energy = wattHours < 1_000 ? `${shown(wattHours)}\u00A0Wh` : `${shown(wattHours / 1_000)}\u00A0kWh`
  lines.push(terminal.words('archive.status.spent', { coreHours: shown(coreHours), energy }))
  if (cost !== null) lines.push(terminal.words('archive.status.cost', { cost: shown(cost) }))
  return lines
}

function timeLeft(terminal: Terminal, seconds: number): string {
  const [days, hours, minutes] = [86_400, 3_600, 60].map((unit) => Math.round(seconds / unit)) as [
    number,
    number,
    number,
  ]
  if (days >= 2) return terminal.words('archive.status.days-left', { count: days })
  if (hours >= 2) return terminal.words('archive.status.hours-left', { count: hours })
  return terminal.words('archive.status.minutes-left', { count: Math.max(1, minutes) })
}
