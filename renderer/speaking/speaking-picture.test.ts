import { expect, it } from 'vitest'
import { linesOf } from './speaking-picture.ts'

it('breaks a long note into lines that fit, and loses no word', () => {
  const note = 'Share is of all speech. A turn ends with a pause.'
  const lines = linesOf(note, 20, (text) => text.length)
  expect(lines.every((line) => line.length <= 20)).toBe(true)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.join(' ')).toBe(note)
  expect(linesOf('incomprehensibilities', 5, (text) => text.length)).toEqual(['incomprehensibilities'])
})
