import { expect, it } from 'vitest'
import { withoutMinutes } from './without-minutes.ts'

const blocks = (...texts: string[]) => texts.map((text) => ({ name: null, text }))
const lines = (own: string[], quotes: string[] = []) => ({ own, quotes, comments: [] })

it('leaves out a decision, and keeps the paragraph with the same words wherever it is repeated', () => {
  const said = ['Who is for it?', 'Yes.', 'Yes. We all are.']
  const returned = blocks('Yes.', ...said)
  expect(withoutMinutes(returned, lines(['Yes.']), said)).toEqual(blocks(...said))
  const twice = ['Yes.', 'And you?', 'Yes.']
  expect(withoutMinutes(blocks('Yes.', ...twice), lines(['Yes.']), twice)).toEqual(blocks(...twice))
})

it('leaves out a quoted sentence, and keeps it where it became a paragraph of its own', () => {
  const quotes = ['It stays at twenty.']
  const said = ['I asked. It stays at twenty.']
  expect(withoutMinutes(blocks(...quotes, ...said), lines([], quotes), said)).toEqual(blocks(...said))
  const split = blocks('I asked.', 'It stays at twenty.')
  expect(withoutMinutes([...blocks(...quotes), ...split], lines([], quotes), said)).toEqual(split)
})

it('keeps what somebody wrote on', () => {
  const [decision] = blocks('Yes.')
  const comment = { from: 0, to: 1, by: 'Ann', atMs: null, text: 'No.', replies: [] }
  const changed = { name: null, text: 'Yes.', comments: [comment] }
  expect(withoutMinutes([changed], lines(['Yes.']), [])).toEqual([changed])
  expect(withoutMinutes(decision === undefined ? [] : [decision], lines(['Yes.']), [])).toEqual([])
})
