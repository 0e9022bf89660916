import { expect, it } from 'vitest'
import { EditShape } from './edits.ts'

const set = (rules: unknown) => EditShape.safeParse({ kind: 'set-caption-rules', id: 'e', rules })

it('an edit of caption rules is passed on as it is, within limits', () => {
  const rules = {
    preset: 'House',
    base: 'bbc',
    names: 'always',
    changes: { readable: [{ ms: 1, characters: 2 }] },
  }
  expect(set(rules).data).toEqual({ kind: 'set-caption-rules', id: 'e', rules })
  expect(set(null).success).toBe(true)
  for (const wrong of [undefined, 'bbc', {}, { ...rules, names: 1 }, { ...rules, preset: 'x'.repeat(101) }]) {
    expect(set(wrong).success).toBe(false)
  }
})
