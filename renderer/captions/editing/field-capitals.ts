import { typedCapitals } from '#core/language/typed-capitals'
import { commonTextEnds } from '#core/sequences/common-ends'

type Field = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'setSelectionRange'>

/** Capitalizes after a full stop typed in a caption, and reverts that when the stop is removed. */
export class FieldCapitals {
  #former: string | null = null
  #raised: readonly number[] = []

  /** Called before a key changes the field. If the program set the text, no capital is due to a stop. */
  expect(text: string): void {
    if (text === this.#former) return
    this.#former = text
    this.#raised = []
  }

  /** Called after it; writes the letters into the field without moving the caret. */
  follow(field: Field, isTyped: boolean, language: () => string): void {
    const { value, selectionStart: caret } = field
    const former = this.#former
    this.#former = value
    const mayRaise = isTyped && /[.?!\s]$/u.test(value.slice(0, caret))
    if (former === null || (!mayRaise && this.#raised.length === 0)) return
    const change = changeAt(former, value, caret)
    const { letters, raised } = typedCapitals(value, change, this.#raised, language(), mayRaise)
    this.#raised = raised
    if (letters.length === 0) return
    let text = value
    for (const { at, letter } of letters) text = text.slice(0, at) + letter + text.slice(at + letter.length)
    field.value = text
    field.setSelectionRange(caret, caret)
    this.#former = text
  }
}

/** The change before the caret: the text after it is the same. */
function changeAt(
  former: string,
  value: string,
  caret: number,
): { from: number; to: number; removed: number } {
  const { head: from } = commonTextEnds(former, value.slice(0, caret))
  const removed = former.length - (value.length - caret) - from
  return removed < 0 ? { from: from + removed, to: caret, removed: 0 } : { from, to: caret, removed }
}
