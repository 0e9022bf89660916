import { describe, expect, it } from 'vitest'
import { formatDate, relativeDay } from './dates.ts'
import { exactTime } from './lengths.ts'
import { localeFor } from './locale.ts'
import { formatDecimals, formatList, formatNumber, formatPercent, formatTyped } from './numbers.ts'
import { roundedParts } from './rounded-parts.ts'
import { byteSize } from './sizes.ts'

describe('the locale', () => {
  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['en', 'en_US.UTF-8', 'en-US'],
    ['en', 'en', 'en-US'],
    ['fr', 'fr_CA@euro', 'fr-CA'],
    ['fr', 'fr', 'fr-FR'],
    ['en', 'fr_FR.UTF-8', 'en-GB'],
    ['fr', 'en-US', 'fr-FR'],
    ['en', 'C.UTF-8', 'en-GB'],
    ['en', 'POSIX', 'en-GB'],
    ['en', undefined, 'en-GB'],
    ['en', 'en-Latn-AU-u-ca-gregory', 'en-AU'],
    ['en', 'not a locale', 'en-GB'],
  ] as const)('of %s with %s is %s', (language, system, locale) =>
    expect(localeFor(language, system)).toBe(locale),
  )
})

describe('numbers', () => {
  it('have the decimal sign of the locale', () => {
    expect(formatDecimals(5.7, 'en-GB')).toBe('5.7')
    expect(formatDecimals(5.7, 'fr-FR')).toBe('5,7')
    expect(formatTyped(1234.5, 'fr-FR')).toBe('1234,5')
    expect(formatPercent(0.38, 'en')).toBe('38%')
    expect(formatPercent(0.38, 'fr')).toMatch(/^38\s%$/u)
  })

  it('stay on one line with their unit', () => {
    expect(byteSize(71e9, 'fr-FR')).toBe('71\u00A0Go')
    expect(byteSize(1.25e9, 'en-US')).toBe('1.3\u00A0GB')
    expect(formatNumber(90, 'fr', { style: 'unit', unit: 'second' })).toBe('90\u00A0s')
  })

  it('have separators of thousands that are not those of units', () =>
    expect(formatNumber(12_345, 'fr')).toBe('12\u202F345'))

  it('are listed', () => expect(formatList(['a', 'b', 'c'], 'fr')).toBe('a, b et c'))
})

describe('times', () => {
  it.each([
    [748_140, 'en', 3, '12:28.140'],
    [748_140, 'fr', 3, '12:28,140'],
    [2_390, 'fr', 1, '0:02,3'],
    [767_259, 'en', 2, '12:47.25'],
    [-20, 'en', 1, '0:00.0'],
  ] as const)('%d ms in %s with %d digits is %s', (ms, locale, digits, text) =>
    expect(exactTime(ms, locale, digits)).toBe(text),
  )
})

describe('dates', () => {
  const at = Date.UTC(2026, 10, 29, 12)
  const long = { dateStyle: 'long', timeZone: 'UTC' } as const

  it('are British for British readers', () => {
    expect(formatDate(at, 'en-GB', long)).toBe('29 November 2026')
    expect(formatDate(at, 'en-US', long)).toBe('November 29, 2026')
  })

  it('have the first of a month as the French write it, but not in figures', () => {
    const first = Date.UTC(2026, 2, 1, 12)
    expect(formatDate(first, 'fr-FR', long)).toBe('1er mars 2026')
    expect(formatDate(first, 'fr-FR', { dateStyle: 'short', timeZone: 'UTC' })).toBe('01/03/2026')
  })

  it('are days from today', () => expect(relativeDay(-1, 'fr-FR')).toBe('hier'))
})

describe('rounded parts', () => {
  it('add up to their sum, however they are', () => {
    const parts = Array.from({ length: 50 }, (_, index) => ((index * 7_919) % 10_007) + 0.5)
    const sum = parts.reduce((total, part) => total + part, 0)
    const rounded = roundedParts(parts, 1_000)
    expect(rounded.reduce((total, part) => total + part, 0)).toBe(Math.floor(sum / 1_000) * 1_000)
    for (const [index, part] of rounded.entries())
      expect(Math.abs(part - (parts[index] ?? 0))).toBeLessThan(1_000)
  })

  it('are as they were where they are whole', () =>
    expect(roundedParts([2_000, 3_000], 1_000)).toEqual([2_000, 3_000]))
})
