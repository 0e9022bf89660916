import { expect, it } from 'vitest'
import type { LiveLine } from '#contracts/sound-wire'
import { liveParagraphs } from './live-paragraphs.ts'

let count = 0
const line = (source: number, startMs: number, text: string | null): LiveLine => ({
  id: `live-${(count += 1)}`,
  source,
  startMs,
  endMs: startMs + 2_000,
  text,
})

it('joins lines of one source, and begins anew with another, a long pause, or speech without text', () => {
  const lines = [
    line(0, 0, 'One'),
    line(0, 3_000, 'two.'),
    line(1, 4_000, 'Three.'),
    line(0, 6_000, 'Four.'),
    line(0, 14_000, 'Five.'),
    line(0, 17_000, null),
    line(0, 20_000, 'Six.'),
  ]
  expect(liveParagraphs(lines).map(({ text }) => text)).toEqual([
    'One two.',
    'Three.',
    'Four.',
    'Five.',
    null,
    'Six.',
  ])
})

it('changes nothing but the last paragraph when a line comes', () => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    line(index % 7 < 4 ? 0 : 1, index * 2_500, 'Some words of a meeting.'),
  )
  for (let length = 1; length < lines.length; length += 1) {
    const before = liveParagraphs(lines.slice(0, length))
    const after = liveParagraphs(lines.slice(0, length + 1))
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1))
    expect(after[before.length - 1]?.text?.startsWith(before.at(-1)?.text ?? '')).toBe(true)
  }
})
