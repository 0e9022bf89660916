import { expect, it } from 'vitest'
import { isPartOfTitle } from './part-of-title.ts'

it.each([
  ['Episode 12', 'Episode 12: the repair café', true],
  ['the REPAIR cafe', 'Episode 12: the repair café', true],
  ['repair', 'Repairs, then repair', true],
  ['Episode 1', 'Episode 12: the repair café', false],
  ['pair', 'Episode 12: the repair café', false],
  ['12:', 'Episode 12: the repair café', true],
  [' ', 'Episode 12', false],
])('%j is a part of %j: %s', (part, title, isOne) => expect(isPartOfTitle(part, title)).toBe(isOne))
