import { describe, expect, it } from 'vitest'
import { cueFieldAction } from './cue-field-keys.ts'

const text = 'So you had\nforty people'
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

describe('keys in a caption', () => {
  it.each([
    ['Enter splits', press('Enter'), at(3), 'split'],
    ['Ctrl Enter breaks the line', press('Enter', { ctrlKey: true }), at(3), 'line-break'],
    ['Alt and an arrow move a word', press('ArrowUp', { altKey: true }), at(3), 'word-to-before'],
    ['Backspace at the start joins', press('Backspace'), at(0), 'join-before'],
    ['Backspace elsewhere deletes', press('Backspace'), at(1), null],
    ['Backspace deletes what is selected', press('Backspace'), at(0, 5), null],
    ['Delete at the end joins', press('Delete'), at(text.length), 'join-after'],
    ['up from the first line', press('ArrowUp'), at(4), 'to-before'],
    ['up inside the text', press('ArrowUp'), at(14), null],
    ['down from the last line', press('ArrowDown'), at(14), 'to-next'],
    ['down inside the text', press('ArrowDown'), at(4), null],
    ['left at the start', press('ArrowLeft'), at(0), 'to-before'],
    ['right at the end', press('ArrowRight'), at(text.length), 'to-next'],
    ['a letter', press('a'), at(3), null],
    ['undo', press('z', { ctrlKey: true }), at(3), 'undo'],
  ] as const)('%s', (_name, event, state, action) => {
    expect(cueFieldAction(event, state)).toBe(action)
  })

  it('leaves the keys of an input method alone', () => {
    expect(cueFieldAction({ ...press('Enter'), isComposing: true }, at(3))).toBeNull()
  })
})
