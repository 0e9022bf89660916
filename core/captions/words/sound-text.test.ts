import { expect, it } from 'vitest'
import { soundText } from './sound-text.ts'

it.each([
  ['laughter', 'netflix', '[laughter]'],
  [' [laughter] ', 'netflix', '[laughter]'],
  ['door slams', 'bbc', 'DOOR SLAMS'],
  ['rires', 'charte', '[rires]'],
  ['♪', 'netflix', '♪'],
  ['♪ La mer', 'podcast', '♪ La mer ♪'],
  ['  ', 'netflix', ''],
])('writes %j for %s as %j', (typed, preset, text) => expect(soundText(typed, preset)).toBe(text))
