import { Annotation, Text, Transaction, type TransactionSpec } from '@codemirror/state'
import { isBlankText } from './lines.ts'
import { pastedRedactions } from './pasted-redactions.ts'

/** Number of lines that one task can plan, draw and send well within 200 ms, even in the longest transcript. */
const mostLinesAtOnce = 4_000
/** In UTF-16 units. */
const mostTextAtOnce = 200_000

/** An insertion with more lines than one task can take. */
export interface CutInsertion {
  /** The first and last line, with the caret where the whole change puts it. */
  readonly ends: TransactionSpec
  /** Insertion point of the slices: below the line at this position once `ends` is applied. */
  readonly at: number
  /** In order. Blank lines are omitted, as they are not paragraphs. */
  readonly slices: readonly (readonly string[])[]
}

/** Marks a slice, which is not cut again. */
const isSlice = Annotation.define<boolean>()

/** Null if one task can take the whole change. */
export function cutInsertion(transaction: Transaction): CutInsertion | null {
  if (transaction.annotation(isSlice) === true) return null
  // Redacted parts are reported to core with the whole insertion.
  if (transaction.annotation(pastedRedactions) !== undefined) return null
  const { startState } = transaction
  const places: { from: number; to: number; inserted: Text }[] = []
  transaction.changes.iterChanges((from, to, _fromB, _toB, inserted) => places.push({ from, to, inserted }))
  const [place] = places
  if (place === undefined || places.length > 1) return null
  const { from, to, inserted } = place
  if (inserted.lines < 3 || (inserted.lines <= mostLinesAtOnce && inserted.length <= mostTextAtOnce))
    return null
  const lines = inserted.toJSON()
  const head = startState.sliceDoc(startState.doc.lineAt(from).from, from)
  // A blank line above the first text would be removed again immediately.
  const begin = isBlankText(head) ? lines.findIndex((line) => !isBlankText(line)) : 0
  const first = lines[begin]
  const last = lines.at(-1)
  if (first === undefined || last === undefined || begin === lines.length - 1) return null
  const between = lines.slice(begin + 1, -1).filter((line) => !isBlankText(line))
  const userEvent = transaction.annotation(Transaction.userEvent)
  return {
    ends: {
      changes: { from, to, insert: Text.of([first, last]) },
      selection: { anchor: from + first.length + 1 + last.length },
      scrollIntoView: true,
      ...(userEvent === undefined ? {} : { userEvent }),
    },
    at: from + first.length,
    slices: slicesOf(between),
  }
}

function slicesOf(lines: readonly string[]): string[][] {
  const slices: string[][] = []
  let slice: string[] = []
  let length = 0
  for (const line of lines) {
    if (slice.length >= mostLinesAtOnce || (slice.length > 0 && length + line.length > mostTextAtOnce)) {
      slices.push(slice)
      slice = []
      length = 0
    }
    slice.push(line)
    length += line.length
  }
  return slice.length > 0 ? [...slices, slice] : slices
}

/** Inserts lines below the line at a position, in one task. */
export function linesBelow(
  doc: Text,
  at: number,
  lines: readonly string[],
): { readonly changes: { readonly from: number; readonly insert: Text } } & TransactionSpec {
  const changes = { from: doc.lineAt(at).to, insert: Text.of(['', ...lines]) }
  return { changes, annotations: isSlice.of(true), userEvent: 'input.paste' }
}
