import { describe, expect, it, test } from 'vitest'
import { continuesTyping, type Typing, typingOf, typingPauseMs } from './typing.ts'

const type = (old: string, text: string): Typing =>
  typingOf(old, { kind: 'replace-text', id: 'e', paragraphId: 'p', text })

test.each([
  ['abc', 'abxc', { at: 2, earliestAt: 2, removed: 0, inserted: 'x' }],
  ['abc', 'ac', { at: 1, earliestAt: 1, removed: 1, inserted: '' }],
  ['abc', 'axc', { at: 1, earliestAt: 1, removed: 1, inserted: 'x' }],
  ['al', 'all', { at: 2, earliestAt: 1, removed: 0, inserted: 'l' }],
  ['aaa', 'aa', { at: 2, earliestAt: 0, removed: 1, inserted: '' }],
])('what %j became %j by', (old, text, expected) => {
  expect(type(old, text)).toEqual({ paragraphId: 'p', ...expected })
})

describe('a key goes on in the step of the one before', () => {
  const first = type('a', 'ab')
  const goesOn = (next: Typing, ms = 0, before = first): boolean => continuesTyping(before, next, ms)

  it('at the place where that stopped', () => {
    expect(goesOn(type('ab', 'abc'))).toBe(true)
    expect(goesOn(type('ab', 'cab'))).toBe(false)
  })

  it('within the pause between two keys, and not after it', () => {
    expect(goesOn(type('ab', 'abc'), typingPauseMs)).toBe(true)
    expect(goesOn(type('ab', 'abc'), typingPauseMs + 1)).toBe(false)
  })

  it('in the same paragraph alone', () => {
    expect(goesOn({ ...type('ab', 'abc'), paragraphId: 'q' })).toBe(false)
  })

  it('while it types, not after it deleted, nor the other way round', () => {
    const deleted = type('abc', 'ab')
    expect(goesOn(type('ab', 'abd'), 0, deleted)).toBe(false)
    expect(goesOn(type('ab', 'a'))).toBe(false)
  })

  it('after a selection was typed over whose first letter is the same: one undo brings it back', () => {
    const over = type('Rosa Keller said', 'Rosa K said')
    expect(goesOn(type('Rosa K said', 'Rosa Kö said'), 0, over)).toBe(true)
    expect(goesOn(type('Rosa K said', 'Rosa K said!'), 0, over)).toBe(false)
  })

  it('deleting backwards or forwards from one place', () => {
    const backwards = type('abcd', 'abc')
    expect(goesOn(type('abc', 'ab'), 0, backwards)).toBe(true)
    const forwards = type('abcd', 'bcd')
    expect(goesOn(type('bcd', 'cd'), 0, forwards)).toBe(true)
    expect(goesOn(type('bcd', 'bc'), 0, forwards)).toBe(false)
  })

  it('up to twelve letters at once: more was pasted or dictated and is a step of its own', () => {
    const twelve = 'x'.repeat(12)
    expect(goesOn(type('ab', `ab${twelve}`))).toBe(true)
    expect(goesOn(type('ab', `ab${twelve}x`))).toBe(false)
    const pasted = type('a', `a${twelve}x`)
    expect(goesOn(type(`a${twelve}x`, `a${twelve}xy`), 0, pasted)).toBe(false)
    const cut = type(`ab${twelve}x`, 'ab')
    expect(goesOn(cut, 0, type(`ab${twelve}xy`, `ab${twelve}x`))).toBe(false)
  })
})
