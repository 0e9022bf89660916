import { isEntry } from './is-entry.ts'
import type { JournalEntry } from './journal-entry.ts'

export interface ReadJournal {
  readonly entries: readonly JournalEntry[]
  /** Characters in complete lines; the rest is a line truncated by a crash. */
  readonly wholeLength: number
  /** Numbers (from 1) of complete lines that are not entries of this version; they are not changed. */
  readonly unknownLines: readonly number[]
}

/** Reads a journal's text; tolerates a truncated last line. */
export function readJournal(text: string): ReadJournal {
  const end = text.lastIndexOf('\n') + 1
  const entries: JournalEntry[] = []
  const unknownLines: number[] = []
  for (const [index, line] of text.slice(0, end).split('\n').entries()) {
    if (line === '') continue
    const value = parsed(line)
    if (isEntry(value)) entries.push(value)
    else unknownLines.push(index + 1)
  }
  return { entries, wholeLength: end, unknownLines }
}

/** One line, including its line end. */
export function journalLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    // After a power failure a line may contain zeros.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
