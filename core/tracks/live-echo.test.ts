import { expect, it } from 'vitest'
import type { Word } from '../transcript/transcript.ts'
import { withoutLiveEcho } from './live-echo.ts'

const spoken = (text: string, startMs: number): Word[] =>
  text.split(' ').map((word, index) => ({
    id: `${startMs}.${index}`,
    before: ' ',
    text: word,
    startMs: startMs + index * 300,
    endMs: startMs + index * 300 + 250,
    confidence: 0.9,
    origin: 'recognised',
  }))
const left = (words: Word[], far: Word[]): string =>
  withoutLiveEcho(words, far, 'en')
    .map(({ text }) => text)
    .join(' ')

const far = spoken('The hall is free on the fourteenth of June. Is that good?', 10_000)

it('drops what the computer played, also with a word heard otherwise, and short lines beside it', () => {
  expect(left(spoken('The hall is three on the fourteenth of June. Is that good?', 10_150), far)).toBe('')
})

it('keeps what somebody says over it, or the same words at another time', () => {
  const own = 'I would rather take the week after.'
  expect(left(spoken(own, 10_000), far)).toBe(own)
  expect(left(spoken('The hall is free on the fourteenth of June.', 16_000), far)).toBe(
    'The hall is free on the fourteenth of June.',
  )
  expect(left(spoken('Is that', 12_700), far)).toBe('Is that')
})

it('keeps the own lines of a passage that has both', () => {
  const both = [
    ...spoken('The hall is free on the fourteenth of June.', 10_150),
    ...spoken('Then I agree.', 13_000),
  ]
  expect(left(both, far)).toBe('Then I agree.')
})
