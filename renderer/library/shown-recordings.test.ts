import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choice, filters, fits, shownRecordings, sorts, tagsOf } from './shown-recordings.ts'
import { recordingCard, transcriptCard } from './testing/cards.ts'

const nowMs = new Date(2026, 10, 25, 12).getTime()
const at = (month: number, day: number, year = 2026): number => new Date(year, month - 1, day, 9).getTime()
const all: Choice = { filter: 'all', sort: 'newest', tag: null }

describe('shownRecordings', () => {
  it('groups by the day it was added: a week, the rest of the month, months', () => {
    const cards = [at(11, 25), at(11, 19), at(11, 18), at(10, 30), at(11, 3, 2025)].map((addedAtMs, index) =>
      recordingCard({ id: String(index), addedAtMs }),
    )
    const groups = shownRecordings(cards, all, nowMs)
    expect(groups.map(({ name, cards: here }) => [name?.kind, here.map(({ id }) => id)])).toEqual([
      ['week', ['0', '1']],
      ['this-month', ['2']],
      ['month', ['3']],
      ['month', ['4']],
    ])
  })

  it('knows what is to check and what is checked', () => {
    const toCheck = recordingCard({ transcript: transcriptCard({ toCheck: 3 }) })
    const checked = recordingCard({ transcript: transcriptCard({ toCheck: 0, checkedShare: 1 }) })
    const running = recordingCard({ transcript: transcriptCard({ state: 'running', toCheck: 0 }) })
    expect(filters.map((filter) => [toCheck, checked, running].map((card) => fits(card, filter)))).toEqual([
      [true, true, true],
      [true, false, false],
      [false, true, false],
    ])
  })

  it('orders by title as people count, by length, by share checked', () => {
    const cards = [
      recordingCard({
        id: 'a',
        title: 'Part 10',
        durationMs: 5,
        transcript: transcriptCard({ checkedShare: 1 }),
      }),
      recordingCard({ id: 'b', title: 'part 9', durationMs: null }),
      recordingCard({
        id: 'c',
        title: 'Élan',
        durationMs: 9,
        transcript: transcriptCard({ checkedShare: 0.1 }),
      }),
    ]
    const order = (sort: Choice['sort']) =>
      shownRecordings(cards, { ...all, sort }, nowMs).flatMap((group) => group.cards.map(({ id }) => id))
    expect(order('title')).toEqual(['c', 'b', 'a'])
    expect(order('longest')).toEqual(['c', 'a', 'b'])
    expect(order('least-checked')).toEqual(['c', 'a', 'b'])
  })

  it('shows each recording that fits exactly once, in every order', () => {
    const card = fc
      .record({
        addedAtMs: fc.integer({ min: at(1, 1, 2020), max: nowMs }),
        tags: fc.subarray(['a', 'b']),
        toCheck: fc.nat(3),
        state: fc.constantFrom('running' as const, 'done' as const),
      })
      .map(({ addedAtMs, tags, toCheck, state }) =>
        recordingCard({ addedAtMs, tags, transcript: transcriptCard({ toCheck, state }) }),
      )
    fc.assert(
      fc.property(
        fc.array(card),
        fc.constantFrom(...sorts),
        fc.constantFrom(...filters),
        fc.constantFrom(null, 'a'),
        (cards, sort, filter, tag) => {
          const given = cards.map((one, index) => ({ ...one, id: String(index) }))
          const shown = shownRecordings(given, { sort, filter, tag }, nowMs).flatMap((group) => group.cards)
          const wanted = given.filter((one) => fits(one, filter) && (tag === null || one.tags.includes(tag)))
          expect(shown.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
        },
      ),
    )
  })
})

it('tagsOf names each tag once, in order', () => {
  expect(tagsOf([recordingCard({ tags: ['radio', 'été'] }), recordingCard({ tags: ['radio'] })])).toEqual([
    'été',
    'radio',
  ])
})
