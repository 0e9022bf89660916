import { expect, it } from 'vitest'
import { conversation } from '../edits/testing/samples.ts'
import { spansOfScope } from './again-scope.ts'

it('parts of the recording for words, a paragraph, a speaker, all', () => {
  const transcript = conversation()
  const words = (fromWordId: string, toWordId: string) =>
    spansOfScope(transcript, { kind: 'words', fromWordId, toWordId })
  expect(words('c1.3', 'c1.3')).toEqual([{ startMs: 1_200, endMs: 1_500 }])
  expect(words('c1.3', 'c2.0')).toEqual([
    { startMs: 1_200, endMs: 1_900 },
    { startMs: 2_100, endMs: 2_400 },
  ])
  expect(words('c1.3', 'gone')).toEqual([])
  expect(spansOfScope(transcript, { kind: 'paragraph', paragraphId: 'p2' })).toEqual([
    { startMs: 2_100, endMs: 4_000 },
  ])
  expect(spansOfScope(transcript, { kind: 'speaker', speakerId: 's1' })).toEqual([
    { startMs: 0, endMs: 1_900 },
    { startMs: 5_000, endMs: 6_900 },
  ])
  expect(spansOfScope(transcript, { kind: 'all' })).toBeNull()
})
