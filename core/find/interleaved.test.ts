import fc from 'fast-check'
import { expect, it } from 'vitest'
import { interleaved } from './interleaved.ts'

it('takes the best of each list before the second best of any', () => {
  expect(interleaved([['a1', 'a2', 'a3'], [], ['c1'], ['d1', 'd2']])).toEqual([
    'a1',
    'c1',
    'd1',
    'a2',
    'd2',
    'a3',
  ])
})

it('loses nothing and keeps the order of each list', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat())), (lists) => {
      const tagged = lists.map((list, of) => list.map((_, rank) => ({ of, rank })))
      const all = interleaved(tagged)
      for (const [of, list] of tagged.entries()) expect(all.filter((one) => one.of === of)).toEqual(list)
      expect(all).toHaveLength(tagged.flat().length)
    }),
  )
})
