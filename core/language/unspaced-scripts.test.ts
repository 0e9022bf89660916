import { expect, it } from 'vitest'
import { isUnspaced } from './unspaced-scripts.ts'

it.each([
  ['Chinese', '你好'],
  ['Japanese', 'ひらがな'],
  ['Thai', 'ภาษาไทย'],
  ['Lao', 'ພາສາລາວ'],
  ['Khmer', 'ភាសាខ្មែរ'],
  ['Burmese', 'မြန်မာဘာသာ'],
])('%s is written without spaces between words', (_language, text) => {
  expect(isUnspaced(text)).toBe(true)
})

it.each([
  ['Korean', '안녕하세요'],
  ['Hindi', 'नमस्ते'],
  ['Russian', 'привет'],
  ['French', 'été'],
])('%s is written with spaces', (_language, text) => {
  expect(isUnspaced(text)).toBe(false)
})
