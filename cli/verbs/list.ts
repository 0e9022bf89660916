import { otherCard } from '#studio/recording/running-cards'
import { writtenRecordings } from '#studio/recording/written-recordings'
import type { Studio } from '#studio/studio'
import { shortClockTime } from '../clock-time.ts'
import type { Terminal } from '../terminal.ts'

/** A recording without a transcript has no language. */
function stateMessage(state: string | null, language: string | null) {
  if (language === null) return 'state.not-transcribed'
  return state === 'done' ? 'state.done' : 'state.unfinished'
}

export async function runList(studio: Studio, terminal: Terminal): Promise<number> {
  const lines = await studio.library.recordingLines()
  const running = (await writtenRecordings(studio.dataFolder)).filter(({ isAlive }) => isAlive)
  if (lines.length + running.length === 0) terminal.note('empty', {}, terminal.words('list.empty'))
  const rows = lines.map(({ id, title, durationMs, language, speakers, state }) =>
    [
      id,
      durationMs === null ? '-' : shortClockTime(durationMs),
      language ?? '-',
      terminal.words('show.speakers', { count: speakers }),
      terminal.words(stateMessage(state, language)),
      title,
    ].join('\t'),
  )
  for (const card of await Promise.all(running.map(otherCard))) {
    rows.push(
      [
        card.runningId,
        shortClockTime(card.durationMs),
        '-',
        terminal.words('show.speakers', { count: 0 }),
        terminal.words('state.recording'),
        card.title,
      ].join('\t'),
    )
  }
  // Written in one call: thousands of small writes take longer than reading the library.
  if (rows.length > 0) terminal.result(`${rows.join('\n')}\n`)
  return 0
}
