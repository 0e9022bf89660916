import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newRecording, openedCalls } from '../testing/fixtures.ts'

type Calls = ReturnType<typeof openedCalls>

const byTitle = { filter: 'all', sort: 'title', tag: null } as const

/** Titles in the list's order. */
const listed = (calls: Calls): string[] =>
  calls.cardsOf(calls.listedRecordings(byTitle, 1_000)).map(({ title }) => title)

const { compare } = new Intl.Collator('en', { numeric: true })

it('keeps titles in order, whatever is added, renamed and deleted', () => {
  const title = fc.oneof(
    fc.stringMatching(/^[aAéz _-]{0,3}\d{0,2}$/u),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  )
  const change = fc.record({
    kind: fc.constantFrom('add', 'add', 'rename', 'delete', 'list'),
    title,
    which: fc.nat(),
  })
  const calls = openedCalls()
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let all: { id: string; title: string }[] = []
      for (const [index, { kind, title: given, which }] of changes.entries()) {
        const one = all[which % Math.max(all.length, 1)]
        if (kind === 'add') {
          const { id } = calls.addRecording(newRecording(`${index}`, { title: given }))
          all.push({ id, title: given })
        } else if (kind === 'list') listed(calls)
        else if (one !== undefined && kind === 'rename') {
          calls.renameRecording(one.id, given)
          one.title = given
        } else if (one !== undefined) {
          calls.deleteRecording(one.id)
          all = all.filter((other) => other !== one)
        }
      }
      const titles = listed(calls)
      expect(titles.toSorted()).toEqual(all.map((one) => one.title).toSorted())
      for (const [index, one] of titles.entries())
        expect(compare(titles[index - 1] ?? '', one)).toBeLessThanOrEqual(0)
      for (const { id } of all) calls.deleteRecording(id)
    }),
    { numRuns: 40 },
  )
})

it('makes room for titles that always come between the same two', () => {
  const calls = openedCalls()
  const add = (title: string) => calls.addRecording(newRecording(title)).id
  const [a, z, b, y] = [add('a'), add('z'), add('b'), add('y')]
  const added: string[] = []
  for (let index = 0; index < 150; index += 1) {
    added.push(add(`Meeting ${index}`))
    expect(calls.listedRecordings(byTitle, 1_000)).toEqual([a, b, ...added, y, z])
  }
})

it('orders titles that are the same by their age, the newest first', () => {
  const calls = openedCalls()
  const ids = ['x', 'y', 'w'].map((name) => calls.addRecording(newRecording(name, { title: 'Same' })).id)
  expect(calls.listedRecordings(byTitle, 2)).toEqual(ids.toReversed().slice(0, 2))
  const last = calls.addRecording(newRecording('v', { title: 'same' }))
  expect(calls.listedRecordings(byTitle, 9)).toContain(last.id)
})
