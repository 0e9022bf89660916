import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupRecordings, sorts } from './group-recordings.ts'
import { recordingCard } from '../testing/cards.ts'

const nowMs = new Date(2026, 10, 25, 12).getTime()
const at = (month: number, day: number, year = 2026): number => new Date(year, month - 1, day, 9).getTime()

describe('groupRecordings', () => {
  it('groups by the day it was added: a week, the rest of the month, months', () => {
    const cards = [at(11, 25), at(11, 19), at(11, 18), at(10, 30), at(11, 3, 2025)].map((addedAtMs, index) =>
      recordingCard({ id: String(index), addedAtMs }),
    )
    const groups = groupRecordings(cards, 'newest', nowMs)
    expect(groups.map(({ name, cards: here }) => [name?.kind, here.map(({ id }) => id)])).toEqual([
      ['week', ['0', '1']],
      ['this-month', ['2']],
      ['month', ['3']],
      ['month', ['4']],
    ])
  })

  it('where a recording was published, the day of that counts', () => {
    const old = recordingCard({ addedAtMs: at(11, 25), publishedAtMs: at(10, 30) })
    expect(groupRecordings([old], 'newest', nowMs)[0]?.name).toMatchObject({
      kind: 'month',
      atMs: at(10, 30),
    })
  })

  it('makes one group of a list that is not ordered by time, none of an empty one', () => {
    const cards = [recordingCard({ id: 'b' }), recordingCard({ id: 'a' })]
    expect(groupRecordings(cards, 'title', nowMs)).toEqual([{ key: 'all', name: null, cards }])
    for (const sort of sorts) expect(groupRecordings([], sort, nowMs)).toEqual([])
  })

  it('shows each recording exactly once, in every order', () => {
    const card = fc
      .integer({ min: at(1, 1, 2020), max: nowMs })
      .map((addedAtMs) => recordingCard({ addedAtMs }))
    fc.assert(
      fc.property(fc.array(card), fc.constantFrom(...sorts), (cards, sort) => {
        const given = cards.map((one, index) => ({ ...one, id: String(index) }))
        const shown = groupRecordings(given, sort, nowMs).flatMap((group) => group.cards)
        expect(shown.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort())
      }),
    )
  })
})
