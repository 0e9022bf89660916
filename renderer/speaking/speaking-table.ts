import { shownFigures } from '#core/speaking/shown-figures'
import { formatNumber } from '#core/notation/numbers'
import type { Say } from '../ui/words.tsx'
import type { ProgramLanguage } from '#core/messages/messages'
import { spokenLength } from '#core/notation/lengths'
import { formatPercent } from '#core/notation/numbers'
import { byTime } from './by-time.ts'
import type { LiveSpeaking } from './use-speaking.ts'

export interface SpeakingTable {
  readonly head: readonly string[]
  readonly rows: readonly { readonly id: string | null; readonly cells: readonly string[] }[]
}

/** The figures as shown, copied and drawn: one row per speaker, then the time without speech. */
export function speakingTable(speaking: LiveSpeaking, say: Say, language: ProgramLanguage): SpeakingTable {
  const length = (ms: number): string => spokenLength(ms, language)
  const speakers = byTime(speaking)
  const shown = shownFigures(
    speakers.map((one) => one.figures),
    speaking.figures.silenceMs,
    1,
  )
  return {
    head: [
      say('speaking.speaker'),
      say('speaking.time'),
      say('speaking.share'),
      say('speaking.turns'),
      say('speaking.longest'),
      say('speaking.pace'),
      say('speaking.over'),
    ],
    rows: [
      ...speakers.map(({ figures: one }) => ({
        id: one.id,
        cells: [
          speaking.displays.get(one.id)?.name ?? '',
          length(shown.speakingMs.get(one.id) ?? 0),
          formatPercent(shown.shares.get(one.id) ?? 0, language, 1),
          formatNumber(one.turns, language),
          length(one.longestTurnMs),
          formatNumber(Math.round(one.wordsPerMinute), language),
          length(one.overlapMs),
        ],
      })),
      {
        id: null,
        cells: [
          say('speaking.nobody'),
          length(shown.silenceMs),
          '',
          '',
          length(speaking.longestSilenceMs),
          '',
          '',
        ],
      },
    ],
  }
}

/** For a spreadsheet: one line per row, separated by tabs. */
export function tableText({ head, rows }: SpeakingTable): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')
  return [head, ...rows.map(({ cells }) => cells)].map(line).join('\n')
}

/** For an office suite: an HTML table. */
export function tableHtml({ head, rows }: SpeakingTable): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row.cells)).join('')}</tbody></table>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
