import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLetters } from './find-letters.ts'

/** The matched text, reconstructed from the passage and the changes found. */
function made(passage: string, text: string): { readonly start: number; readonly text: string } | null {
  const found = findLetters(passage, text)
  if (found === null) return null
  let result = ''
  let from = 0
  for (const { at, removed, inserted } of found.changes) {
    result += passage.slice(from, at) + inserted
    from = at + removed
  }
  return { start: found.start, text: result + passage.slice(from) }
}

describe('findLetters', () => {
  it('finds a passage where it is, also with what was typed into it', () => {
    expect(findLetters('night?', 'last night? Nobody.')).toEqual({ start: 5, changes: [] })
    expect(made('night?', 'last ni ght? Nobody.')?.text).toBe('ni ght?')
    expect(made('night?', 'last ni and much more that was typed here ght? Nobody.')?.text).toMatch(
      /^ni.+ght\?$/u,
    )
    expect(made('night?', 'last nght? Nobody.')?.text).toBe('nght?')
  })

  it('gives changes that make what is there, whatever the texts are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'n'), maxLength: 20 })
    fc.assert(
      fc.property(text, text, (passage, there) => {
        const { start, text: result } = made(passage, there) ?? { start: 0, text: 'too long' }
        expect(there.slice(start, start + result.length)).toBe(result)
      }),
    )
  })

  it('leaves texts alone that are too long to compare', () => {
    expect(findLetters('a'.repeat(2_000), 'b'.repeat(2_000))).toBeNull()
  })
})
