import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation } from '../edits/testing/samples.ts'
import { carryCorrections } from './carry-corrections.ts'
import { openCorrections } from './open-corrections.ts'
import type { ProposedCorrection, WordsCorrection } from './proposed-corrections.ts'
import { proposed } from './testing/proposed.ts'

const base = conversation()
const words = (change: Partial<WordsCorrection>): WordsCorrection => ({
  kind: 'words',
  id: '1',
  wordBeforeId: 'c1.1',
  wordAfterId: 'c1.3',
  expected: [{ id: 'c1.2', text: 'there' }],
  text: 'inside',
  ...change,
})
const after = (text: string) =>
  applyEdits(base, [{ kind: 'replace-text', id: 'x', paragraphId: 'p1', text }]).transcript
const carried = (text: string, item: ProposedCorrection): ProposedCorrection[] => {
  const now = after(text)
  const items = carryCorrections(base, now, [item])
  // What is carried can be decided.
  expect(openCorrections(now, [proposed(items)])).toHaveLength(items.length)
  return items
}

it('where nothing was changed here, a correction is the same', () => {
  expect(carried('Who was there last evening?', words({}))).toEqual([words({})])
})

it('where words were changed here since, both are shown; what is here already is left out', () => {
  expect(carried('Who was here last night?', words({}))).toMatchObject([
    { kind: 'words', text: 'inside', exported: 'there', expected: [{ text: 'here' }] },
  ])
  expect(carried('Who was last night?', words({}))).toMatchObject([
    { kind: 'words', text: 'inside', exported: 'there', expected: [] },
  ])
  expect(carried('Who was inside last night?', words({}))).toEqual([])
})

it('words that were inserted where the document inserts some are shown, too', () => {
  const insertion = words({ wordAfterId: 'c1.2', expected: [] })
  expect(carried('Who was really there last night?', insertion)).toMatchObject([
    { text: 'inside', exported: '', expected: [{ text: 'really' }] },
  ])
})

it('what has no place any more is told', () => {
  const gone = applyEdits(base, [{ kind: 'delete-paragraph', id: 'x', paragraphId: 'p1' }]).transcript
  expect(carryCorrections(base, gone, [words({})])).toMatchObject([{ kind: 'told', text: 'inside' }])
  const comment = {
    kind: 'comment',
    id: '2',
    fromWordId: 'c1.0',
    toWordId: 'c1.1',
    text: 'Who?',
    by: 'Léa',
  } as const
  expect(carryCorrections(base, gone, [comment])).toMatchObject([{ kind: 'told', text: 'Who?', by: 'Léa' }])
})
