import * as fc from 'fast-check'
import { expect } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import type { Fate } from './fake-studio.ts'
import { texts } from './test-session.ts'
import { type Key, typeInTwoWindows } from './two-windows.ts'

const jump = fc.record({ paragraph: fc.nat(2), share: fc.nat(99).map((share) => share / 100) })
const key: fc.Arbitrary<Key> = fc.record({
  window: fc.nat(1),
  kind: fc.oneof(
    { weight: 10, arbitrary: fc.constant('letter' as const) },
    { weight: 1, arbitrary: fc.constantFrom('space' as const, 'enter' as const) },
  ),
  jump: fc.option(jump, { freq: 1 }),
  waitMs: fc.constantFrom(0, 20, 60, 150, 500),
})
const fate: fc.Arbitrary<Fate> = fc.record({
  thereMs: fc.nat(250),
  backMs: fc.nat(250),
  lost: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('there' as const, 'back' as const) },
  ),
})

const letters = (text: string): string => text.replaceAll(/\s/gu, '')

/** Two windows type into the same words and press Enter in them: no text is doubled and no letter lost. */
export function twoWindowsProperty() {
  const before = letters(texts(conversation()).join(''))
  return fc.asyncProperty(
    fc.array(key, { minLength: 30, maxLength: 40, size: 'max' }),
    fc.infiniteStream(fate),
    async (keys, fates) => {
      const { typed, text, windows } = await typeInTwoWindows(keys, () => fates.next().value as Fate)
      expect(typed.filter((letter) => text.split(letter).length !== 2)).toEqual([])
      const own = new Set(typed)
      expect(
        letters(text)
          .split('')
          .filter((letter) => !own.has(letter))
          .join(''),
      ).toBe(before)
      for (const shown of windows) expect(shown).toBe(text)
    },
  )
}
