import { Annotation, StateField, type Transaction } from '@codemirror/state'
import type { Lines } from './lines.ts'

/** On what comes from core: the lines as they are after it. No edit is made of it. */
export const fromCore = Annotation.define<Lines>()

const planned = new WeakMap<Transaction, Lines>()

/** Says, before the view takes a person's change, what core has made of it. */
export function setPlanned(transaction: Transaction, lines: Lines): void {
  planned.set(transaction, lines)
}

/** Core's paragraphs behind the lines; in step with the text after every transaction. */
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
