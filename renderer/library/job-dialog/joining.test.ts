import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Joining, joinedFiles, joinRequest, moved, SEPARATE } from './joining.ts'
import { recordingCard } from '../testing/cards.ts'

const cards = ['a', 'b', 'c', 'd'].map((id) => recordingCard({ id, fileName: `call-${id}.wav` }))
const together: Joining = { ...SEPARATE, order: 'together' }

it('moves change the order alone: every file stays, with what was typed of it', () => {
  const moves = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(1 as const, -1 as const)),
  )
  fc.assert(
    fc.property(moves, (steps) => {
      let joining: Joining = { ...together, names: { b: 'Ben' }, offsets: { c: '0:03' } }
      const places = ['a', 'b', 'c', 'd']
      for (const [id, by] of steps) {
        joining = moved(cards, joining, id, by)
        const from = places.indexOf(id)
        const other = places[from + by]
        if (other !== undefined) [places[from], places[from + by]] = [other, id]
      }
      const asked = joinRequest(cards, joining)
      expect(asked?.recordingIds).toEqual(places)
      expect(asked?.names?.[places.indexOf('b')]).toBe('Ben')
      expect(asked?.offsetsMs).toEqual(places.map((id) => (id === 'c' ? 3_000 : 0)))
    }),
  )
})

it('a file that comes later follows those that were ordered before', () => {
  const ordered = moved(cards.slice(0, 2), together, 'b', -1)
  expect(joinedFiles(cards, ordered).map(({ card }) => card.id)).toEqual(['b', 'a', 'c', 'd'])
})
