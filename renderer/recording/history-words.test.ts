import { expect, test } from 'vitest'
import { say } from '#core/messages/messages'
import { historyWords } from './history-words.ts'

test.each([
  ['rename-speaker', 'Undo renaming a speaker'],
  ['set-caption-rules', 'Undo changing the caption rules'],
  ['set-mark.comment', 'Undo writing a comment'],
  ['set-mark.accepted', 'Undo accepting a word'],
  ['remove-mark.comment', 'Undo deleting a comment'],
  ['remove-mark', 'Undo removing a mark'],
  ['set-mark.unknown', 'Undo adding a mark'],
  ['chapter.move', 'Undo moving a chapter'],
  ['moment.add', 'Undo marking a moment'],
  ['dance', 'Undo'],
])('a step of kind %s is called %s', (kind, expected) => {
  const words = historyWords('undo', { stepId: 's', kind }, (key, values) => say('en', key, values))
  expect(words).toBe(expected)
})

test('marks that were taken over are one step with a name of its own', () => {
  const label = { stepId: 'take-over.w1-7', kind: 'set-mark.comment' }
  expect(historyWords('redo', label, (key, values) => say('fr', key, values))).toBe(
    'Rétablir la reprise de repères',
  )
})

test.each([
  ['live-text.t1', 'replace-text', 'Undo corrections made while recording'],
  ['live-names.t1', 'rename-speaker', 'Undo names given while recording'],
])('what was changed while recording is a step of its own: %s', (stepId, kind, expected) => {
  expect(historyWords('undo', { stepId, kind }, (key, values) => say('en', key, values))).toBe(expected)
})

test('nothing to undo has no name', () => {
  expect(historyWords('redo', null, (key) => say('fr', key))).toBe('Rétablir')
})
