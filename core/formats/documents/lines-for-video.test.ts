import { expect, it } from 'vitest'
import { linesForVideo } from './lines-for-video.ts'

it('has a line a chapter, the first one at 0:00, and a name for one without a title', () => {
  const chapters = [
    { atMs: 4_000, title: 'Forty people' },
    { atMs: 724_900, title: '' },
    { atMs: 3_725_000, title: 'What comes in' },
  ]
  expect(linesForVideo(chapters, (number) => `Chapter ${number}`)).toBe(
    '0:00 Forty people\n12:04 Chapter 2\n1:02:05 What comes in\n',
  )
  expect(linesForVideo([], String)).toBe('')
})
