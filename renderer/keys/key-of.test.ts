import { describe, expect, it } from 'vitest'
import { digitOf, type KeyPress, keyOf, writesText } from './key-of.ts'
import { showKey } from './show-key.ts'

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held }
}

describe('keyOf', () => {
  it.each([
    ['a letter with Ctrl', press('k', 'KeyK', { ctrlKey: true }), 'Mod+K'],
    ['with Shift too', press('F', 'KeyF', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+F'],
    ['a function key', press('F8', 'F8', { shiftKey: true }), 'Shift+F8'],
    ['an arrow', press('ArrowUp', 'ArrowUp', { altKey: true }), 'Alt+ArrowUp'],
    ['the question mark, on Shift or not', press('?', 'Slash', { shiftKey: true }), '?'],
    ['a digit of a French keyboard', press('&', 'Digit1', { ctrlKey: true }), 'Mod+1'],
    ['the full stop of a French keyboard', press('.', 'Comma', { ctrlKey: true, shiftKey: true }), 'Mod+.'],
    ['A of a French keyboard, where Q is elsewhere', press('a', 'KeyQ', { ctrlKey: true }), 'Mod+A'],
    ['a Greek keyboard', press('κ', 'KeyK', { ctrlKey: true }), 'Mod+K'],
    ['a letter of its own', press('k', 'KeyK'), 'K'],
    ['space', press(' ', 'Space', { shiftKey: true }), 'Shift+Space'],
  ])('%s', (_name, event, key) => {
    expect(keyOf(event, false)).toBe(key)
  })

  it('takes Cmd on a Mac, where Alt writes other signs', () => {
    expect(keyOf(press('k', 'KeyK', { metaKey: true }), true)).toBe('Mod+K')
    expect(keyOf(press('k', 'KeyK', { ctrlKey: true }), true)).toBe('Ctrl+K')
    expect(keyOf(press('ç', 'KeyC', { altKey: true }), true)).toBe('Alt+C')
    expect(keyOf(press('¡', 'Digit1', { altKey: true }), true)).toBe('Alt+1')
    expect(keyOf(press('Dead', 'KeyI', { altKey: true }), true)).toBe('Alt+I')
  })

  it('is nothing for modifiers, dead keys and what AltGr writes', () => {
    expect(keyOf(press('Shift', 'ShiftLeft', { shiftKey: true }), false)).toBeNull()
    expect(keyOf(press('Dead', 'BracketLeft'), false)).toBeNull()
    const at = {
      ...press('@', 'Digit0', { ctrlKey: true, altKey: true }),
      getModifierState: (name: string) => name === 'AltGraph',
    }
    expect(keyOf(at, false)).toBeNull()
  })
})

describe('writesText', () => {
  it.each(['?', 'K', 'Shift+K', 'Space'])('%s writes', (key) => expect(writesText(key)).toBe(true))
  it.each(['Mod+K', 'F1', 'Escape', 'Alt+1'])('%s does not', (key) => expect(writesText(key)).toBe(false))
})

describe('showKey', () => {
  it('shows a key as it is printed', () => {
    expect(showKey('Mod+Shift+F', 'en', false)).toBe('Ctrl Shift F')
    expect(showKey('Mod+Shift+F', 'fr', false)).toBe('Ctrl Maj F')
    expect(showKey('Mod+Shift+F', 'fr', true)).toBe('⌘ ⇧ F')
    expect(showKey('Alt+ArrowUp', 'en', false)).toBe('Alt ↑')
    expect(showKey('Mod++', 'en', false)).toBe('Ctrl +')
    expect(showKey('Escape', 'fr', false)).toBe('Échap')
  })
})

describe('digitOf', () => {
  it.each([
    ['a digit', press('2', 'Digit2'), 2],
    ['a digit of the number pad', press('2', 'Numpad2'), 2],
    ['the key of a French keyboard', press('é', 'Digit2'), 2],
    ['the same with Shift', press('2', 'Digit2', { shiftKey: true }), 2],
    ['a sign on Shift', press('@', 'Digit2', { shiftKey: true }), null],
    ['a digit with Ctrl', press('2', 'Digit2', { ctrlKey: true }), null],
    ['a letter', press('é', 'KeyE'), null],
  ])('reads %s', (_, event, digit) => expect(digitOf(event)).toBe(digit))
})
