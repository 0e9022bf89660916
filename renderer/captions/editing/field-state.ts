import type { FieldState } from './cue-field-keys.ts'

/** The selection in the field of a caption; the end of its text if there is no field. */
export function fieldStateOf(index: number, text: string): FieldState {
  const field = document.querySelector<HTMLTextAreaElement>(`[data-cue-field="${index}"]`)
  if (field === null) return { text, from: text.length, to: text.length }
  return { text: field.value, from: field.selectionStart, to: field.selectionEnd }
}

export function stateOf({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): FieldState {
  return { text: value, from: selectionStart, to: selectionEnd }
}

/** One row per line; browsers that fit a field to its content do it better (CSS `field-sizing`). */
export function fitRows(element: HTMLTextAreaElement): void {
  element.rows = element.value.split('\n').length
}
