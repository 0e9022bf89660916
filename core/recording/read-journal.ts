import { isEntry } from './is-entry.ts'
import type { JournalEntry } from './journal-entry.ts'

export interface ReadJournal {
  readonly entries: readonly JournalEntry[]
  /** Characters of the whole lines; what follows is a line that was cut by a crash. */
  readonly wholeLength: number
  /** Numbers (from 1) of whole lines that are no entry of this version; they are left as they are. */
  readonly unknownLines: readonly number[]
}

/** Reads a journal's text; tolerant of a last line that was cut. */
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

/** One line, with its end. */
export function journalLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    // After power loss a line may hold zeros.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
