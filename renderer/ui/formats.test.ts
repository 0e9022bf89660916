import { describe, expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'
import { dayInText, daysAgo, formatDay } from './format-date.ts'
import { formatDuration } from './format-duration.ts'
import { chosenLanguage, localeOf } from './words.tsx'

describe('formatDuration', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [65_900, '1:05'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [10_985_000, '3:03:05'],
    [-5, '0:00'],
  ])('%d ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text))
})

describe('formatDay', () => {
  const now = new Date(2026, 10, 25, 0, 30).getTime()
  const on = (month: number, day: number, year = 2026): number =>
    new Date(year, month - 1, day, 23, 50).getTime()

  it('counts days by the calendar, not by hours', () => {
    expect(daysAgo(on(11, 24), now)).toBe(1)
    // The night on which clocks change has 23 or 25 hours.
    expect(daysAgo(new Date(2026, 9, 25, 0, 5).getTime(), new Date(2026, 9, 26, 0, 5).getTime())).toBe(1)
  })

  it('says it as people do', () => {
    expect(formatDay(new Date(2026, 10, 25, 0, 10).getTime(), now, 'fr')).toMatch(/^Aujourd.hui 0?0:10$/u)
    expect(formatDay(on(11, 24), now, 'fr')).toBe('Hier')
    expect(formatDay(on(11, 22), now, 'fr')).toBe('Dimanche')
    expect(formatDay(on(11, 7), now, 'fr')).toBe('7 novembre')
    expect(formatDay(on(3, 3, 2025), now, 'fr')).toBe('3 mars 2025')
    expect(dayInText(now, now, 'fr')).toMatch(/^aujourd.hui$/u)
    expect(dayInText(on(11, 24), now, 'en')).toBe('yesterday')
    expect(dayInText(on(11, 22), now, 'fr')).toBe('dimanche')
    expect(dayInText(on(11, 22), now, 'en')).toBe('Sunday')
  })
})

describe('formatBytes', () => {
  it('takes the unit that fits, in the words of the language', () => {
    expect(formatBytes(79e6, 'en')).toBe('79\u00A0MB')
    expect(formatBytes(1.25e9, 'fr')).toMatch(/^1,3\sGo$/u)
    expect(formatBytes(999_600, 'en')).toBe('1\u00A0MB')
    expect(formatBytes(312, 'en')).toBe('312\u00A0bytes')
    expect(formatBytes(312, 'fr')).toMatch(/^312\soctets$/u)
  })
})

describe('the language of the program', () => {
  it('is the person’s choice, else the system’s', () => {
    expect(chosenLanguage('system', 'fr-CA')).toBe('fr')
    expect(chosenLanguage('system', 'de-DE')).toBe('en')
    expect(chosenLanguage('fr', 'en-US')).toBe('fr')
  })

  it('keeps the person’s region', () => {
    expect(localeOf('fr', 'fr-CA')).toBe('fr-CA')
    expect(localeOf('fr', 'en-US')).toBe('fr-FR')
    expect(localeOf('en', 'de-DE')).toBe('en-GB')
  })
})
