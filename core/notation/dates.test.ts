import { expect, it } from 'vitest'
import { dayWords } from '#core/notation/dates'

it('a day is said as the language says it, and what is none stays', () => {
  expect(dayWords('2026-12-10', 'en-GB')).toBe('10 December 2026')
  expect(dayWords('2026-12-10', 'en-US')).toBe('December 10, 2026')
  expect(dayWords('2026-12-01', 'fr-FR')).toBe('1er décembre 2026')
  expect(dayWords('2026-12-11', 'fr-CA')).toBe('11 décembre 2026')
  expect(dayWords('soon', 'en-GB')).toBe('soon')
})
