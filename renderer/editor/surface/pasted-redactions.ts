import { Annotation, EditorState, type Extension, type Transaction } from '@codemirror/state'
import { redactedOfCopied } from './copied-words.ts'

/** The parts of a transaction's inserted text that were cut or copied from redacted words. */
export const pastedRedactions = Annotation.define<readonly string[]>()

/** Finds them when the browser inserts what was last copied: as plain text, or by dragging. */
export const findPastedRedactions: Extension = EditorState.transactionExtender.of((transaction) => {
  const isPut = ['input.paste', 'input.drop', 'move.drop'].some((event) => transaction.isUserEvent(event))
  if (!transaction.docChanged || !isPut || transaction.annotation(pastedRedactions) !== undefined) return null
  const redacted = redactedOfCopied(insertedBy(transaction))
  return redacted.length === 0 ? null : { annotations: pastedRedactions.of(redacted) }
})

function insertedBy({ changes }: Transaction): string {
  let text = ''
  changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
    text += `${inserted.toString()}\n`
  })
  return text
}

/**
 * Splits a drag within the text into two changes, the removal and the insertion: a single change would not
 * show which letters were moved. Null for anything else. The second applies to the state after the first.
 */
export function partedMove(
  transaction: Transaction,
): readonly [Transaction, (state: EditorState) => Transaction] | null {
  if (!transaction.isUserEvent('move.drop')) return null
  const removed: { from: number; to: number }[] = []
  const put: { from: number; insert: string }[] = []
  transaction.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    if (to > from) removed.push({ from, to })
    if (inserted.length > 0) put.push({ from: to, insert: inserted.toString() })
  })
  if (removed.length === 0 || put.length === 0) return null
  const first = transaction.startState.update({ changes: removed, userEvent: 'delete.cut' })
  const redacted = transaction.annotation(pastedRedactions)
  const second = (state: EditorState): Transaction =>
    state.update({
      changes: put.map(({ from, insert }) => ({ from: first.changes.mapPos(from), insert })),
      selection: transaction.newSelection,
      scrollIntoView: true,
      userEvent: 'move.drop',
      ...(redacted === undefined ? {} : { annotations: pastedRedactions.of(redacted) }),
    })
  return [first, second]
}
