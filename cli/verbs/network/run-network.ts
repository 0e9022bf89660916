import { formatDate, formatLongDate } from '#core/notation/dates'
import type { Connection } from '#core/network/connection'
import { connectionWords } from '#core/network/connection-words'
import { byteSize } from '#core/notation/sizes'
import { listedConnections } from '#studio/network/listed-connections'
import type { Studio } from '#studio/studio'
import { type Invocation, isOn } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Prints every connection to another computer, newest first. */
export async function runNetwork(
  { library }: Studio,
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const totals = await library.connectionTotals()
  const connections = await listedConnections(library, { limit: Number.MAX_SAFE_INTEGER })
  if (isOn(invocation, 'json')) {
    const { sinceMs, ...sums } = totals
    const listed = connections.map(({ startedAtMs, ...one }) => ({ startedAt: isoTime(startedAtMs), ...one }))
    const whole = { since: isoTime(sinceMs), ...sums, connections: listed }
    terminal.result(`${JSON.stringify(whole, null, 2)}\n`)
    return 0
  }
  const { locale } = terminal
  const { count, blocked, sinceMs, receivedBytes, sentBytes } = totals
  const date = formatLongDate(sinceMs, locale)
  const received = byteSize(receivedBytes, locale)
  const sent = byteSize(sentBytes, locale)
  const lines = [
    terminal.words('network.since', { count, date }),
    ...(count === 0 ? [] : [terminal.words('network.sums', { received, sent })]),
    ...(blocked === 0 ? [] : [terminal.words('network.blocked', { count: blocked })]),
    ...connections.map((connection) => lineOf(connection, terminal)),
  ]
  terminal.lines(lines)
  return 0
}

/** Local time, host, received, sent, purpose, where it was requested, how it ended, address. */
function lineOf(connection: Connection, { language, locale }: Terminal): string[] {
  const { what, host, askedFor, end, received, sent } = connectionWords(connection, language)
  const at = formatDate(connection.startedAtMs, locale, { dateStyle: 'short', timeStyle: 'medium' })
  return [at, host, received, sent, what, askedFor, end || '-', connection.url ?? '-']
}

const isoTime = (ms: number): string => new Date(ms).toISOString()
