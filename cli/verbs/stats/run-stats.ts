import { shownFigures } from '#core/speaking/shown-figures'
import { formatDecimals, formatPercent } from '#core/notation/numbers'
import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import { hasRange, rangeOfRun, rangeTimes } from '#core/sound/range'
import { speakingCsv } from '#core/speaking/speaking-csv'
import { speakingInSpan } from '#core/speaking/speaking-in-span'
import type { SpeakingTime } from '#core/speaking/speaking-time'
import { spokenLength } from '#core/notation/lengths'
import { speakerNames } from '#core/transcript/speaker-names'
import { wholeDocument } from '#studio/export/transcript-document'
import { readTranscriptFile } from '#studio/imports/reading/read-transcript-file'
import type { Studio } from '#studio/studio'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import { choice, resolveFromCallerDir, type Invocation } from '../../options/arguments.ts'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'

const STATS_FORMATS = ['table', 'csv', 'json'] as const

/** A result file of this program, readable without a library. */
export function isStatsFile(invocation: Invocation): boolean {
  return /\.json$/iu.test(invocation.words.join(' '))
}

export async function runStats(
  openStudio: () => Promise<Studio>,
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const format = choice(invocation, 'format', STATS_FORMATS, 'table')
  if (invocation.words.length === 0) throw new Fault('usage.missing-file', { verb: 'stats' })
  const { transcript, recording, part } = isStatsFile(invocation)
    ? await readDocument(invocation.words.join(' '))
    : await documentInLibrary(openStudio, invocation)
  const { speakers } = transcript
  const range = rangeOfRun(transcript.run.settings)
  const span = part ?? (hasRange(range) ? rangeTimes(range, recording.durationMs) : null)
  const speaking = speakingInSpan(transcript, recording.durationMs, span)
  if (format === 'json') terminal.result(`${JSON.stringify(speaking, null, 2)}\n`)
  else if (format === 'csv') terminal.result(speakingCsv(speaking))
  else {
    const names = speakerNames(speakers, (number) => terminal.words('speaker.numbered', { number }))
    terminal.lines(printedSpeakingTable(speaking, names, terminal))
  }
  return 0
}

/** Throws the faults of `readTranscriptFile`. */
export async function readDocument(given: string): Promise<DocumentWithExtras> {
  return (await readTranscriptFile(resolveFromCallerDir(given), given)).document
}

async function documentInLibrary(
  openStudio: () => Promise<Studio>,
  invocation: Invocation,
): Promise<DocumentWithExtras> {
  const studio = await openStudio()
  try {
    const { document, facts } = await openDocument(studio, await namedRecording(studio, invocation))
    // Placeholders would count as words: as on the page, redacted words are counted, and never shown.
    const { paragraphs } = (await wholeDocument(studio.library, facts.id)).transcript
    return { ...document, transcript: { ...document.transcript, paragraphs } }
  } finally {
    await studio.close()
  }
}

/** Names on the left, figures on the right; then the totals. */
export function printedSpeakingTable(
  { speakers, overlaps, silenceMs, overlapMs, durationMs }: SpeakingTime,
  names: ReadonlyMap<string, string>,
  terminal: Pick<Terminal, 'words' | 'locale'>,
): string[] {
  const { locale } = terminal
  const count = (value: number): string => formatDecimals(value, locale, 0)
  const nameOf = (id: string): string => names.get(id) ?? id
  const length = (ms: number): string => spokenLength(ms, locale)
  const headings = (
    [
      'speaking.speaker',
      'speaking.time',
      'speaking.share',
      'speaking.turns',
      'speaking.longest',
      'stats.words',
      'speaking.pace',
      'speaking.over',
    ] as const
  ).map((key) => terminal.words(key))
  const shown = shownFigures(speakers, silenceMs, 1)
  const rows = speakers.map((speaker) => [
    nameOf(speaker.id),
    length(shown.speakingMs.get(speaker.id) ?? 0),
    formatPercent(shown.shares.get(speaker.id) ?? 0, locale, 1),
    count(speaker.turns),
    length(speaker.longestTurnMs),
    count(speaker.words),
    count(speaker.wordsPerMinute),
    length(speaker.overlapMs),
  ])
  const whole = [
    [terminal.words('stats.length'), shortTime(durationMs)],
    [terminal.words('speaking.silence'), length(shown.silenceMs)],
    [terminal.words('speaking.overlaps'), length(overlapMs)],
    ...overlaps.map(({ a, b, ms }) => [`  ${nameOf(a)} / ${nameOf(b)}`, length(ms)]),
  ]
  const top = speakers.length === 0 ? [terminal.words('stats.nobody')] : aligned([headings, ...rows])
  return [...top, '', ...aligned(whole)]
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - width(cell))
      return column === 0 ? cell + space : space + cell
    })
    return cells.join('  ').trimEnd()
  })
}

const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u

/** Width of a text in terminal columns. */
function width(text: string): number {
  let places = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) places += wide.test(segment) ? 2 : 1
  return places
}
