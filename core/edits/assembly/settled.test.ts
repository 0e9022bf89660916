import { expect, test } from 'vitest'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { conversation } from '../testing/samples.ts'
import { settledBy } from './settled.ts'

const edits: readonly (readonly [Edit, readonly string[]])[] = [
  [{ kind: 'split-paragraph', id: 'e', wordId: 'c2.2', offset: 0 }, ['p2', 'e.0']],
  [{ kind: 'merge-paragraphs', id: 'e', firstParagraphId: 'p1', secondParagraphId: 'p2' }, ['p1', 'p2']],
  [{ kind: 'assign-speaker', id: 'e', target: { paragraphId: 'p2' }, speakerId: 's1' }, ['p2']],
  [{ kind: 'insert-paragraphs', id: 'e', afterParagraphId: 'p1', texts: ['New.'], nearMs: 0 }, ['e.0']],
  [{ kind: 'replace-text', id: 'e', paragraphId: 'p2', text: 'Nobody.' }, []],
  [{ kind: 'rename-speaker', id: 'e', speakerId: 's1', name: 'Ada' }, []],
]

test.each(edits)('%j sets bounds and speaker of %j for good', (edit, expected) => {
  const { touched } = applyEdit(conversation(), edit)
  expect([...settledBy(edit, touched)].sort((a, b) => (a < b ? -1 : 1))).toEqual(
    expected.toSorted((a, b) => (a < b ? -1 : 1)),
  )
})
