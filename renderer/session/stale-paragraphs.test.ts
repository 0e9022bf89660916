import { expect, test } from 'vitest'
import type { StudioEvent } from '#contracts/events'
import { stalePart } from './stale-paragraphs.ts'

const about = (kind: StudioEvent['kind'], touched: StudioEvent['touched'] = {}): StudioEvent => ({
  seq: 1,
  kind,
  touched: { transcriptId: 't', ...touched },
})

test.each([
  'edit-applied',
  'paragraphs-saved',
  'speakers-saved',
  'transcript-started',
  'transcript-finished',
] as const)('%s changes the transcript that it names', (kind) => {
  const touched = { paragraphIds: ['p1', 'p2'] }
  expect(stalePart(about(kind, touched), 't')).toEqual({ number: null, paragraphIds: ['p1', 'p2'] })
  expect(stalePart(about(kind, touched), 'other')).toBeNull()
})

test('an edit is known by its number; nothing else has one', () => {
  expect(stalePart(about('edit-applied', { number: 7 }), 't')).toEqual({ number: 7, paragraphIds: [] })
  expect(stalePart(about('paragraphs-saved', { number: 7 }), 't')).toEqual({ number: null, paragraphIds: [] })
})

test.each(['job-progress', 'recording-updated', 'chunk-saved'] as const)('%s changes no text', (kind) => {
  expect(stalePart(about(kind), 't')).toBeNull()
})
