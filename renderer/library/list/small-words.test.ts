import { describe, expect, it } from 'vitest'
import { say as sayIn } from '#core/messages/messages'
import type { Say } from '../../ui/words.tsx'
import { progressWords, stageWords } from '../../jobs/job-words.ts'
import { speakerLine } from './speaker-line.ts'
import { spokenLanguages } from '../../ui/spoken-languages.ts'
import { jobCard } from '../testing/cards.ts'
import { timeLeft } from '../../jobs/time-left.ts'

const say: Say = (key, values) => sayIn('en', key, values)
const speaker = (name: string | null) => ({ id: 's', name, colour: 0, groupId: null })

describe('speakerLine', () => {
  it('names up to three', () => {
    expect(speakerLine([speaker('Bea'), speaker('Jo')], say)).toBe('Bea, Jo')
    expect(speakerLine(['Nora', 'Idris', 'Margaret', 'Tam', 'Ed'].map(speaker), say)).toBe(
      'Nora, Idris, Margaret and 2 more',
    )
    expect(speakerLine([speaker('Bea'), speaker(null)], say)).toBe('Bea and 1 more')
  })

  it('counts those without a name', () => {
    expect(
      speakerLine(
        Array.from({ length: 9 }, () => speaker(null)),
        say,
      ),
    ).toBe('9 speakers')
    expect(speakerLine([speaker(null)], say)).toBe('1 speaker')
    expect(speakerLine([], say)).toBeNull()
  })
})

describe('timeLeft', () => {
  it.each([
    [null, 'a few minutes left'],
    [10, 'less than a minute left'],
    [60, 'about 1\u00A0min left'],
    [840, 'about 14\u00A0min left'],
    [3_590, 'about 1\u00A0h 0\u00A0min left'],
    [7_500, 'about 2\u00A0h 5\u00A0min left'],
  ])('%s s', (seconds, text) => expect(timeLeft(seconds, say)).toBe(text))
})

describe('a running job', () => {
  it('says what it does, how far of the whole, and how long', () => {
    expect(stageWords(jobCard(), say)).toBe('Transcribing')
    expect(progressWords(jobCard(), 600_000, say)).toBe('38%, about 14\u00A0min left')
    const unknown = jobCard({ wholeFraction: 0.999, secondsLeft: null })
    expect(progressWords(unknown, 600_000, say)).toBe('99%, a few minutes left')
    expect(progressWords(unknown, 10_000, say)).toBe('99%')
    expect(progressWords(unknown, null, say)).toBe('99%')
    expect(stageWords(jobCard({ state: 'paused' }), say)).toBe('Paused')
    expect(progressWords(jobCard({ state: 'paused' }), 600_000, say)).toBe('38%')
    expect(stageWords(jobCard({ state: 'queued', step: null }), say)).toBe('Queued')
    expect(progressWords(jobCard({ wholeFraction: null, elsewhere: true }), 600_000, say)).toBe(
      'Running in another program',
    )
  })
})

describe('spokenLanguages', () => {
  it('puts the program’s own two first, the rest by name', () => {
    const labels = spokenLanguages({ languages: ['de', 'fr', 'en', 'cs'] }, 'fr').map(({ id }) => id)
    expect(labels).toEqual(['fr', 'en', 'de', 'cs'])
    expect(spokenLanguages({ languages: ['*'] }, 'en').length).toBeGreaterThan(90)
    expect(spokenLanguages({ languages: ['*'] }, 'en').find(({ id }) => id === 'jw')?.label).toBe('Javanese')
  })
})
