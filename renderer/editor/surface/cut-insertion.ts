import { Annotation, Text, Transaction, type TransactionSpec } from '@codemirror/state'
import { isBlankText } from './lines.ts'

/** Lines that one task plans, draws and hands on well within 200 ms, in the longest transcript. */
const mostLinesAtOnce = 4_000
/** UTF-16 units. */
const mostTextAtOnce = 200_000

/** A change that puts more lines in at one place than one task takes. */
export interface CutInsertion {
  /** Its first and its last line, with the caret where the whole change has it. */
  readonly ends: TransactionSpec
  /** The lines between them go below the line that is here once `ends` is made. */
  readonly at: number
  /** In order. Lines of space alone are left out: they make no paragraph. */
  readonly slices: readonly (readonly string[])[]
}

/** On a slice: it is not cut once more. */
const isSlice = Annotation.define<boolean>()

/** Null where one task takes the change whole. */
export function cutInsertion(transaction: Transaction): CutInsertion | null {
  if (transaction.annotation(isSlice) === true) return null
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
  // What is blank above the first text of a line of its own would go again at once.
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

/** Puts lines below the line at a place, in one task. */
export function linesBelow(
  doc: Text,
  at: number,
  lines: readonly string[],
): { readonly changes: { readonly from: number; readonly insert: Text } } & TransactionSpec {
  const changes = { from: doc.lineAt(at).to, insert: Text.of(['', ...lines]) }
  return { changes, annotations: isSlice.of(true), userEvent: 'input.paste' }
}
