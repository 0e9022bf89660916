import { expect, it } from 'vitest'
import { fitAss } from './fit-ass.ts'

const ass = (text: string): string =>
  `[Script Info]\nWrapStyle: 2\nPlayResX: 1920\nPlayResY: 1080\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,${text}\n`
const sizeOf = (made: string): number[] =>
  [/PlayResX: (\d+)/u, /PlayResY: (\d+)/u].map((pattern) => Number(pattern.exec(made)?.[1]))

it('keeps the size of text in a wide picture, and wraps only what would leave it', () => {
  const made = fitAss(ass('One, two.'), { width: 1_280, height: 720 })
  expect(sizeOf(made)).toEqual([1_920, 1_080])
  expect(made).toContain('WrapStyle: 0')
})

it('makes text smaller in a narrow picture, by its longest line', () => {
  const tall = { width: 1_080, height: 1_920 }
  expect(sizeOf(fitAss(ass('Short.'), tall))).toEqual([1_080, 1_920])
  expect(sizeOf(fitAss(ass(`Short.\\N{\\i1}${'x'.repeat(42)}{\\i0}`), tall))).toEqual([1_440, 2_560])
})

it('leaves a picture of unknown size alone', () => {
  expect(fitAss(ass('One.'), { width: 0, height: 0 })).toBe(ass('One.'))
})
