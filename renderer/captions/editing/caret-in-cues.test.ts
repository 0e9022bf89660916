import { expect, it } from 'vitest'
import type { Cue } from '#core/captions/cues'
import { conversation } from '../../sound/testing/conversation.ts'
import { caretAfter, lettersAhead, lettersBefore, offsetAfter, sameLetters } from './caret-in-cues.ts'

const cue = (index: number, text: string): Cue => ({
  index,
  startMs: index * 1_000,
  endMs: index * 1_000 + 900,
  lines: [{ speakerId: null, text }],
  wordIds: [],
})
const textOf = ({ lines }: Cue): string => lines.map(({ text }) => text).join('\n')

it('counts letters, and finds the offset after so many', () => {
  expect(lettersBefore('a b\nc', 4)).toBe(2)
  expect(offsetAfter('a b\nc', 2)).toBe(3)
  expect(offsetAfter('a b', 0)).toBe(0)
  expect(offsetAfter('a b', 9)).toBe(3)
})

it('takes texts that differ in line breaks and spaces for the same', () => {
  expect(sameLetters('So you had\nforty', 'So you had forty ')).toBe(true)
  expect(sameLetters('So you', 'So your')).toBe(false)
})

it('follows the caret into the next caption where the text was cut before it', () => {
  const cues = [cue(0, 'So you had'), cue(1, 'forty people')]
  expect(caretAfter(cues, 0, 8, textOf)).toEqual({ index: 0, offset: 10 })
  expect(caretAfter(cues, 0, 10, textOf)).toEqual({ index: 1, offset: 2 })
  expect(caretAfter(cues, 0, 99, textOf)).toEqual({ index: 1, offset: 12 })
})

it('counts what stands before typed text once its first word went to the caption before', () => {
  const [said] = conversation.paragraphs
  const words = said?.words ?? []
  const wordIds = words.map(({ id }) => id)
  const letters = words.slice(0, 2).reduce((sum, { text }) => sum + lettersBefore(text, text.length), 0)
  // The edited caption began with the third word, after the second.
  expect(lettersAhead({ wordIds }, wordIds[1], conversation)).toBe(letters)
  expect(letters).toBeGreaterThan(0)
  expect(lettersAhead({ wordIds: wordIds.slice(2) }, wordIds[1], conversation)).toBe(0)
  expect(lettersAhead({ wordIds }, undefined, conversation)).toBe(0)
})
