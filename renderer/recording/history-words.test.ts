import { expect, test } from 'vitest'
import { ACCEPT_STEP, DISMISS_STEP } from '#core/corrections/settle-corrections'
import { say } from '#core/messages/messages'
import { FIX_ALL_STEP, FIX_STEP, MOVE_STEP, SNAP_ALL_STEP, SPLIT_STEP } from '../captions/caption-steps.ts'
import { historyWords } from './history-words.ts'

test.each([
  ['rename-speaker', 'Undo renaming a speaker'],
  ['set-caption-rules', 'Undo changing the caption rules'],
  ['set-mark.comment', 'Undo writing a comment'],
  ['set-mark.accepted', 'Undo accepting a word'],
  ['remove-mark.comment', 'Undo deleting a comment'],
  ['remove-mark', 'Undo removing an annotation'],
  ['set-mark.unknown', 'Undo adding an annotation'],
  ['chapter.move', 'Undo moving a chapter'],
  ['moment.add', 'Undo adding a note'],
  ['dance', 'Undo'],
])('a step of kind %s is called %s', (kind, expected) => {
  const words = historyWords('undo', { stepId: 's', kind }, (key, values) => say('en', key, values))
  expect(words).toBe(expected)
})

test('marks that were taken over are one step with a name of its own', () => {
  const label = { stepId: 'take-over.w1-7', kind: 'set-mark.comment' }
  expect(historyWords('redo', label, (key, values) => say('fr', key, values))).toBe(
    'Rétablir la copie d’annotations',
  )
})

test.each([
  ['live-text.t1', 'replace-text', 'Undo corrections made while recording'],
  ['live-names.t1', 'rename-speaker', 'Undo names given while recording'],
])('what was changed while recording is a step of its own: %s', (stepId, kind, expected) => {
  expect(historyWords('undo', { stepId, kind }, (key, values) => say('en', key, values))).toBe(expected)
})

test.each([
  [FIX_ALL_STEP, 'Undo fixing all captions', 'Annuler la correction de tous les sous-titres'],
  [ACCEPT_STEP, 'Undo accepting corrections', 'Annuler l’acceptation de corrections'],
  [DISMISS_STEP, 'Undo dismissing corrections', 'Annuler la mise à l’écart de corrections'],
  [FIX_STEP, 'Undo fixing a caption', 'Annuler la correction d’un sous-titre'],
  [SNAP_ALL_STEP, 'Undo snapping captions to shots', 'Annuler l’alignement des sous-titres sur les plans'],
  [SPLIT_STEP, 'Undo splitting a caption', 'Annuler la division d’un sous-titre'],
  [MOVE_STEP, 'Undo moving captions in time', 'Annuler le décalage de sous-titres'],
])('what was done to many captions is named after that, not after its first mark: %s', (step, en, fr) => {
  const label = { stepId: `${step}w1-7`, kind: 'set-mark.cue-end' }
  expect(historyWords('undo', label, (key, values) => say('en', key, values))).toBe(en)
  expect(historyWords('undo', label, (key, values) => say('fr', key, values))).toBe(fr)
})

test('nothing to undo has no name', () => {
  expect(historyWords('redo', null, (key) => say('fr', key))).toBe('Rétablir')
})
