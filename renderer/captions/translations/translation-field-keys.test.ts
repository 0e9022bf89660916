import { expect, it } from 'vitest'
import { translationAction } from './translation-field-keys.ts'

const text = 'Il était tard\net froid.'
const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
})
const at = (from: number, to = from) => ({ text, from, to })

it.each([
  ['Enter goes to the next caption', press('Enter'), at(3), false, 'next'],
  ['Enter cuts a text that is shown with several', press('Enter'), at(3), true, 'split'],
  ['Enter at its end goes on', press('Enter'), at(text.length), true, 'next'],
  ['Shift Enter breaks the line', press('Enter', { shiftKey: true }), at(3), true, 'line-break'],
  ['Ctrl Enter breaks the line', press('Enter', { ctrlKey: true }), at(3), false, 'line-break'],
  ['Alt and an arrow move a word', press('ArrowDown', { altKey: true }), at(3), false, 'word-to-next'],
  ['down from the last line', press('ArrowDown'), at(text.length), false, 'to-next'],
  ['down inside the text', press('ArrowDown'), at(3), false, null],
  ['up from the first line', press('ArrowUp'), at(3), false, 'to-before'],
  ['left at the start', press('ArrowLeft'), at(0), false, 'to-before'],
  ['an arrow with a selection', press('ArrowLeft'), at(0, 4), false, null],
  ['Backspace at the start', press('Backspace'), at(0), false, null],
  ['undo', press('z', { ctrlKey: true }), at(3), false, 'undo'],
] as const)('%s', (_name, event, state, isShared, action) => {
  expect(translationAction(event, state, isShared)).toBe(action)
})

it('leaves the keys of an input method alone', () => {
  expect(translationAction({ ...press('Enter'), isComposing: true }, at(3), false)).toBeNull()
})
