import { tableCell } from '../tables/table-cell.ts'
import type { SpeakerTime, SpeakingTime } from './speaking-time.ts'

const columns = [
  'id',
  'name',
  'speakingMs',
  'share',
  'turns',
  'longestTurnMs',
  'words',
  'wordsPerMinute',
  'overlapMs',
] as const satisfies readonly (keyof SpeakerTime)[]

/**
 * The figures as CSV (RFC 4180, UTF-8, decimal point): one row per speaker with the names of the JSON, then
 * three rows without an id for the whole recording: `silence`, `overlap` and `recording`, with their
 * milliseconds under `speakingMs`.
 */
export function speakingCsv({ speakers, silenceMs, overlapMs, durationMs }: SpeakingTime): string {
  const whole = { silence: silenceMs, overlap: overlapMs, recording: durationMs }
  const rows = [
    [...columns],
    ...speakers.map((speaker) => columns.map((column) => field(speaker[column]))),
    ...Object.entries(whole).map(([name, ms]) => ['', name, field(ms), ...columns.slice(3).map(() => '')]),
  ]
  return rows.map((row) => `${row.join(',')}\r\n`).join('')
}

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Math.round(value * 10_000) / 10_000)
  return tableCell(value, 'csv')
}
