import { Annotation, StateField, type Transaction } from '@codemirror/state'
import type { Lines } from './lines.ts'

/** Marks a transaction that applies core's state: the lines after it. It creates no edit. */
export const fromCore = Annotation.define<Lines>()

const planned = new WeakMap<Transaction, Lines>()

/** Provides core's result of a person's change before the view applies it. */
export function setPlanned(transaction: Transaction, lines: Lines): void {
  planned.set(transaction, lines)
}

/** Core's paragraphs for the lines; in sync with the text after every transaction. */
export const linesField = StateField.define<Lines>({
  create() {
    throw new Error('The lines are given at the start')
  },
  update(lines, transaction) {
    const given = transaction.annotation(fromCore) ?? planned.get(transaction)
    if (given !== undefined) return given
    if (transaction.docChanged) throw new Error('A change of the text that core does not know of')
    return lines
  },
})
