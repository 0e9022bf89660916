import type { TimeSpan } from '#core/transcript/time-span'
import { otherCard } from '#studio/recording/running-cards'
import { writtenRecordings } from '#studio/recording/written-recordings'
import type { Studio } from '#studio/studio'
import { badOption, type Invocation, text } from '../../options/arguments.ts'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'

/** Lines read and printed at once: thousands of small writes take longer than reading the library. */
const AT_ONCE = 1_000

/** A recording without a transcript has no language. */
function stateMessage(state: string | null, language: string | null) {
  if (language === null) return 'state.not-transcribed'
  return state === 'done' ? 'state.done' : 'state.unfinished'
}

const spanWords = ({ startMs, endMs }: TimeSpan) => ({
  from: shortTime(startMs),
  to: shortTime(endMs),
})

/** Prints all recordings, oldest first; with `--limit` and `--after` a page of them. */
export async function runList(studio: Studio, terminal: Terminal, invocation: Invocation): Promise<number> {
  const limit = readLimit(invocation)
  const from = text(invocation, 'after')
  let after = from === undefined ? null : (await studio.library.recording(from)).id
  let printed = 0
  let isLastPage = false
  while (!isLastPage && printed < limit) {
    const wanted = Math.min(AT_ONCE, limit - printed)
    const lines = await studio.library.recordingLines({ after, limit: wanted })
    isLastPage = lines.length < wanted
    after = lines.at(-1)?.id ?? after
    printed += lines.length
    const rows = lines.map(({ id, title, durationMs, language, speakers, state, part }) => [
      id,
      durationMs === null ? '-' : shortTime(durationMs),
      language ?? '-',
      terminal.words('show.speakers', { count: speakers }),
      state === 'done' && part !== null
        ? terminal.words('state.part', spanWords(part))
        : terminal.words(stateMessage(state, language)),
      title,
    ])
    terminal.lines(rows)
  }
  // Recordings in progress come after all others.
  const running = isLastPage ? await runningRows(studio, terminal) : []
  terminal.lines(running)
  if (printed + running.length === 0 && from === undefined) {
    terminal.note('empty', {}, terminal.words('list.empty'))
  }
  return 0
}

function readLimit(invocation: Invocation): number {
  const value = text(invocation, 'limit')
  if (value === undefined) return Infinity
  const limit = Number(value)
  if (!/^\d+$/u.test(value) || limit < 1) throw badOption(invocation, 'limit', value)
  return limit
}

async function runningRows(studio: Studio, terminal: Terminal): Promise<string[][]> {
  const running = (await writtenRecordings(studio.dataFolder)).filter(({ isAlive }) => isAlive)
  return (await Promise.all(running.map(otherCard))).map((card) => [
    card.runningId,
    shortTime(card.durationMs),
    '-',
    terminal.words('show.speakers', { count: 0 }),
    terminal.words('state.recording'),
    card.title,
  ])
}
