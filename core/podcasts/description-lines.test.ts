import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { descriptionLines } from './description-lines.ts'

const chapters = (...given: [atMs: number, title: string][]) =>
  given.map(([atMs, title]) => ({ atMs, title, isListed: true }))

const whole = chapters([400, 'Forty people'], [724_000, 'One iron'], [3_723_900, 'The ledger\n again'])

it('are whole seconds and titles, with hours where needed', () => {
  expect(descriptionLines(whole, 4_000_000)).toEqual({
    text: '0:00 Forty people\n12:04 One iron\n1:02:03 The ledger again',
    misfits: [],
  })
})

it('say what sites would not take for chapters', () => {
  const misfits = (given: typeof whole, durationMs = 100_000) => descriptionLines(given, durationMs).misfits
  expect(misfits([])).toEqual([{ kind: 'none' }])
  expect(misfits(chapters([0, 'a'], [20_000, 'b']))).toEqual([{ kind: 'few', count: 2 }])
  const late = chapters([1_000, 'a'], [20_000, 'b'], [40_000, 'c'])
  expect(misfits(late)).toEqual([{ kind: 'late', atMs: 1_000 }])
  // Compared as they are written: 0:19 to 0:29 are ten seconds.
  const short = chapters([0, 'a'], [19_900, 'b'], [29_000, 'c'], [38_000, 'd'])
  expect(misfits(short, 47_000)).toEqual([{ kind: 'short', titles: ['c', 'd'] }])
  // The length of a text without sound is unknown.
  expect(misfits(short, 0)).toEqual([{ kind: 'short', titles: ['c'] }])
  expect(misfits(chapters([0, 'a'.repeat(5_000)], [20_000, 'b'], [40_000, 'c']))).toEqual([
    { kind: 'long', bytes: 5_019 },
  ])
})

it('leave out chapters that players do not list, and say which have no title', () => {
  const given = [...whole, { atMs: 60_000, title: 'picture', isListed: false }, ...chapters([90_000, ' '])]
  const { text, misfits } = descriptionLines(
    given.toSorted((a, b) => a.atMs - b.atMs),
    4_000_000,
  )
  expect(text.split('\n')).toHaveLength(3)
  expect(misfits).toEqual([{ kind: 'untitled', times: [90_000] }])
})

it('are as many lines as there are chapters, whatever their titles contain', () => {
  const chapter = fc.record({ atMs: fc.nat(90_000_000), title: fc.string(), isListed: fc.constant(true) })
  fc.assert(
    fc.property(fc.array(chapter), (given) => {
      const { text, misfits } = descriptionLines(given, 90_000_000)
      const lines = text === '' ? [] : text.split('\n')
      const untitled = misfits.find(({ kind }) => kind === 'untitled')
      const without = untitled?.kind === 'untitled' ? untitled.times.length : 0
      expect(lines).toHaveLength(given.length - without)
      for (const line of lines) expect(line).toMatch(/^(?:\d+:)?\d{1,2}:\d\d \S/u)
    }),
  )
})
