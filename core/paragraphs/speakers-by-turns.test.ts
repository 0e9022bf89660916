import { expect, test } from 'vitest'
import type { SpeakerSegment } from '../transcript/transcript.ts'
import { speakersByTurns } from './speakers-by-turns.ts'
import { letters, spoken, turn } from './testing/spoken.ts'

const lettersOf = (text: string, turns: readonly SpeakerSegment[]): string =>
  letters(speakersByTurns(spoken(text), turns))

test('the speaker whose turns cover most of a word', () => {
  expect(lettersOf('a b c d', [turn('A', 0, 330), turn('B', 330, 1000)])).toBe('ABBB')
})

test('turns of one speaker that overlap or touch count once, those in pieces together', () => {
  expect(lettersOf('a', [turn('A', 0, 80), turn('A', 20, 80), turn('B', 80, 200)])).toBe('B')
  expect(lettersOf('a', [turn('A', 0, 70), turn('B', 70, 130), turn('A', 130, 200)])).toBe('A')
})

test('where two talk at once, the one with the longer run of words', () => {
  expect(lettersOf('a b c d e', [turn('A', 0, 5000), turn('B', 500, 950)])).toBe('AAAAA')
  expect(lettersOf('a b c d e f', [turn('A', 0, 700), turn('B', 490, 5000)])).toBe('AABBBB')
})

test('a difference of less than a frame between two turns decides nothing', () => {
  expect(lettersOf('a b c d', [turn('A', 0, 940), turn('B', 750, 1000)])).toBe('AAAA')
})

test('without a turn, the nearest within 1 s', () => {
  expect(lettersOf('a', [turn('A', 1100, 2000), turn('B', 1200, 5000)])).toBe('A')
  expect(lettersOf('a', [turn('A', 1201, 2000)])).toBe('.')
  expect(lettersOf('a [2000] b', [turn('A', 700, 1200), turn('B', 4000, 5000)])).toBe('AA')
})

test('nobody where there are no turns, nothing where there are no words', () => {
  expect(lettersOf('a b', [])).toBe('..')
  expect(speakersByTurns([], [turn('A', 0, 100)])).toEqual([])
})

test('a word without length has a speaker', () => {
  const words = spoken('a').map((word) => ({ ...word, endMs: word.startMs }))
  expect(speakersByTurns(words, [turn('A', 0, 500), turn('B', 1, 600)])).toEqual(['A'])
})

test('a sentence that begins with the next turn is its speaker’s, also where the one before still talks', () => {
  const heard = (start: number, end: number) => [turn('A', 0, end), turn('B', start, 3000)]
  expect(lettersOf('for years. Really? All that', heard(480, 720))).toBe('AABBB')
  expect(lettersOf('for years. Really? All that', heard(480, 640))).toBe('AABBB')
  // The next turn begins where the second sentence does.
  expect(lettersOf('so it is. Yes. Really? All that', heard(960, 1220))).toBe('AAAABBB')
  expect(lettersOf('so it is. Yes. Really? All that', heard(700, 1220))).toBe('AAABBBB')
})
