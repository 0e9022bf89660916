import type { FieldState } from './cue-field-keys.ts'

/** The selection in the field of a caption; the end of its text if the field is not there. */
export function fieldStateOf(index: number, text: string): FieldState {
  const field = document.querySelector<HTMLTextAreaElement>(`[data-cue-field="${index}"]`)
  if (field === null) return { text, from: text.length, to: text.length }
  return { text: field.value, from: field.selectionStart, to: field.selectionEnd }
}
