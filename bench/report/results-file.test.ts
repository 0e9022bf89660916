import { expect, test } from 'vitest'
import { withSection } from './results-file.ts'
import { table } from './table.ts'

const order = ['Errors', 'Speed']

test('a run takes the place of the last one of its kind and leaves the others', () => {
  let text = withSection('', { title: 'Speed', body: 'old' }, order)
  text = withSection(text, { title: 'Errors', body: 'few' }, order)
  text = withSection(text, { title: 'Speed', body: 'new' }, order)
  expect(text.match(/^## .*$/gmu)).toEqual(['## Errors', '## Speed'])
  expect(text).toContain('few')
  expect(text).not.toContain('old')
})

test('writing a section again changes nothing', () => {
  const once = withSection('', { title: 'Errors', body: 'few\n\n### By kind\n\nnone' }, order)
  expect(withSection(once, { title: 'Errors', body: 'few\n\n### By kind\n\nnone' }, order)).toBe(once)
})

test('columns line up', () => {
  expect(table(['kind', 'n'], [['meeting', 12]])).toBe(
    '| kind    |   n |\n| ------- | --: |\n| meeting |  12 |',
  )
})
