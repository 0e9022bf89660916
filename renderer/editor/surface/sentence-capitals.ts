import {
  EditorState,
  StateEffect,
  StateField,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { typedCapitals } from '#core/language/typed-capitals'
import { paragraphOfLine } from './lines.ts'
import { fromCore, linesField } from './lines-field.ts'

const setRaised = StateEffect.define<readonly number[]>()

/** Positions of capitals that are due to a full stop typed before them. */
const raisedField = StateField.define<readonly number[]>({
  create: () => [],
  update(raised, { effects, changes, docChanged }) {
    for (const effect of effects) if (effect.is(setRaised)) return effect.value
    return docChanged && raised.length > 0 ? raised.map((at) => changes.mapPos(at, 1)) : raised
  },
})

/**
 * Capitalizes the word after a typed full stop, in the same change and therefore in the same step of undo;
 * reverts that once the stop is removed. Not during a composition, as the input method owns the surrounding
 * text.
 */
export const sentenceCapitals = [raisedField, EditorState.transactionFilter.of(withCapitals)]

function withCapitals(transaction: Transaction): Transaction | readonly [Transaction, TransactionSpec] {
  const { startState, changes, newDoc, docChanged } = transaction
  if (!docChanged || transaction.annotation(fromCore) !== undefined) return transaction
  if (transaction.isUserEvent('input.type.compose')) return transaction
  const raised = startState.field(raisedField)
  const isTyped = transaction.isUserEvent('input.type')
  if (!isTyped && raised.length === 0) return transaction
  const places: { from: number; to: number; removed: number }[] = []
  changes.iterChanges((fromA, toA, from, to) => places.push({ from, to, removed: toA - fromA }))
  const [place] = places
  // For changes at several positions, such as the removal of lines, only the positions of capitals are
  // updated.
  if (place === undefined || places.length > 1) return transaction
  const line = newDoc.lineAt(place.from)
  if (place.to > line.to) return transaction
  const { from, to, removed } = place
  const shift = removed - (to - from)
  const isOnLine = (at: number): boolean => at >= line.from && at <= line.to + shift
  const { letters, raised: kept } = typedCapitals(
    line.text,
    { from: from - line.from, to: to - line.from, removed },
    raised.filter(isOnLine).map((at) => at - line.from),
    languageAt(startState, from),
    isTyped,
  )
  const others = raised.filter((at) => !isOnLine(at)).map((at) => changes.mapPos(at, 1))
  const now = [...others, ...kept.map((at) => at + line.from)].toSorted((a, b) => a - b)
  const isAsMapped = now.length === raised.length && raised.every((at, i) => changes.mapPos(at, 1) === now[i])
  if (letters.length === 0 && isAsMapped) return transaction
  const written = letters.map(({ at, letter }) => {
    const start = at + line.from
    return { from: start, to: start + letter.length, insert: letter }
  })
  return [transaction, { changes: written, effects: setRaised.of(now), sequential: true }]
}

function languageAt(state: EditorState, at: number): string {
  const lines = state.field(linesField)
  const line = state.doc.lineAt(Math.min(at, state.doc.length)).number - 1
  const { language = 'und' } = paragraphOfLine(lines, line) ?? {}
  return language === 'und' ? lines.transcript.language : language
}
