import { expect, it } from 'vitest'
import { saidWords } from '../edits/testing/samples.ts'
import { chunkDoubts } from './chunk-doubts.ts'

it('a passage whose text drifted into another language is in doubt from its first to its last word', () => {
  const words = saidWords('c', 'alors voilà ce que nous avons vu', 0)
  const chunk = { startMs: 0, endMs: 3_000, driftedTo: 'en' }
  expect(chunkDoubts(chunk, words, 'fr')).toEqual([
    {
      fromWordId: words[0]?.id,
      toWordId: words.at(-1)?.id,
      reasons: [{ reason: 'wrong-language', detected: 'en', expected: 'fr' }],
    },
  ])
  const corrected = words.map((word, at) => (at === 2 ? { ...word, origin: 'edited' as const } : word))
  expect(chunkDoubts(chunk, corrected, 'fr')).toEqual([])
})
