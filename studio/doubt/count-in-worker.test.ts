import { expect, it } from 'vitest'
import { countPlaces } from '#core/doubt/count-places'
import { packParagraph, unpackTranscript } from '../library/stored-transcript.ts'
import { paragraph, run } from '../library/testing/fixtures.ts'
import { countInWorker } from './count-in-worker.ts'

function stored(paragraphs: number) {
  const doubtful = Array.from({ length: paragraphs }, (_, index) => {
    const spoken = paragraph(`p${index}`, 'one two three four five six seven eight', index * 10_000)
    return {
      ...spoken,
      words: spoken.words.map((word, at) => ({ ...word, confidence: at < 3 ? 0.3 : 0.99 })),
    }
  })
  const facts = { id: 't', recordingId: 'r', language: 'en', run: JSON.stringify(run) }
  return { ...facts, speakers: [], turns: [], marks: [], paragraphs: doubtful.map(packParagraph) }
}

it.each([
  ['a short transcript', 3],
  ['one that is counted in a thread of its own', 1_000],
])('counts %s as core does', async (_name, paragraphs) => {
  const evidence = JSON.stringify({ regions: [{ startMs: 0, endMs: 5_000 }] })
  const counts = await countInWorker({ stored: stored(paragraphs), evidence })
  expect(counts).toEqual(countPlaces(unpackTranscript(stored(paragraphs)), JSON.parse(evidence)))
  expect(counts.toCheck).toBeGreaterThanOrEqual(paragraphs)
})
