import { expect, it } from 'vitest'
import type { Chunk } from '../chunks/plan.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, saidWords } from '../edits/testing/samples.ts'
import { chunksToDecode } from './chunks-to-decode.ts'
import { removedWords } from './removed-words.ts'
import { packOpinion, unpackOpinion } from './stored-opinion.ts'

it('an opinion stays the same through JSON', () => {
  const words = saidWords('o', 'a second text', 100)
  const opinion = {
    wanted: [{ startMs: 0, endMs: 900 }],
    texts: [{ track: 1, spans: [{ startMs: 0, endMs: 2_000 }], words }],
  }
  expect(unpackOpinion(JSON.parse(JSON.stringify(packOpinion(opinion))))).toEqual(opinion)
})

it('decodes the chunks of the wanted parts, and those on the other side of a cut', () => {
  const chunk = (start: number, end: number, cuts = ''): Chunk => ({
    startSample: start * 16_000,
    endSample: end * 16_000,
    localSpeaker: 0,
    regions: [],
    cutBefore: cuts.includes('b'),
    cutAfter: cuts.includes('a'),
  })
  const chunks = [chunk(0, 5), chunk(6, 15, 'a'), chunk(15, 25, 'ba'), chunk(25, 30, 'b'), chunk(40, 50)]
  const of = (startMs: number, endMs: number) => chunksToDecode(chunks, [{ startMs, endMs }])
  expect(of(1_000, 1_100)).toEqual([0])
  expect(of(16_000, 17_000)).toEqual([1, 2, 3])
  expect(of(26_000, 45_000)).toEqual([2, 3, 4])
  expect(of(31_000, 33_000)).toEqual([])
})

it('words that a person removed are known by the log, unless they are back', () => {
  const before = conversation()
  const edit = { kind: 'replace-text' as const, id: 'e', paragraphId: 'p1', text: 'Who was last night?' }
  const { transcript, inverse } = applyEdits(before, [edit])
  expect(removedWords(transcript, [{ inverse }])).toEqual([{ startMs: 800, endMs: 1_100 }])
  expect(removedWords(before, [{ inverse }])).toEqual([])
})
