import type { Correction } from '#core/formats/format'
import type { Terminal } from './terminal.ts'

/** How many corrections of one kind are printed individually; the JSON has all of them. */
const MAX_SHOWN = 20
const DETAIL_LENGTH = 80

/** Prints the corrections made while reading a file, each with its line. */
export function reportCorrections(
  terminal: Terminal,
  file: string,
  corrections: readonly Correction[],
): void {
  if (corrections.length === 0) return
  const byCode = Map.groupBy(corrections, ({ code }) => code)
  const lines = [...byCode.values()].flatMap((own) => {
    const shown = own.slice(0, MAX_SHOWN).map((correction) => correctionLine(terminal, file, correction))
    const more = own.length - shown.length
    return more > 0 ? [...shown, terminal.words('correction.more', { file, count: more })] : shown
  })
  terminal.note('corrected', { file, corrections }, lines.join('\n'))
}

function correctionLine(terminal: Terminal, file: string, { code, line, detail }: Correction): string {
  const short = Array.from(detail.replaceAll(/\s+/gu, ' ').trim()).slice(0, DETAIL_LENGTH).join('')
  const what = terminal.words(`correction.${code}`, { detail: short })
  return line === null
    ? terminal.words('correction.file', { file, what })
    : terminal.words('correction.line', { file, line: String(line), what })
}
