import { expect, it } from 'vitest'
import { startingWith } from './starting-with.ts'

const labels = ['Word', 'WebVTT', 'Écrit', 'web page']
const found = (typed: string, current: string | null = null): string | null =>
  startingWith(labels, (label) => label, typed, current)

it('finds by the first letters, regardless of case and accents', () => {
  expect(found('w')).toBe('Word')
  expect(found('we')).toBe('WebVTT')
  expect(found('web ')).toBe('web page')
  expect(found('ecr')).toBe('Écrit')
  expect(found('x')).toBeNull()
})

it('goes on to the next one with the same letter again, and stays with more letters', () => {
  expect(found('w', 'Word')).toBe('WebVTT')
  expect(found('w', 'web page')).toBe('Word')
  expect(found('we', 'WebVTT')).toBe('WebVTT')
})
