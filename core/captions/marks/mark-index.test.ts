import { expect, it } from 'vitest'
import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import { MarkIndex } from './mark-index.ts'

const paragraph = (id: string): Paragraph => ({
  id,
  speakerId: null,
  language: 'en',
  kind: 'speech',
  words: [
    { id: `${id}.0`, before: '', text: id, startMs: 0, endMs: 500, confidence: null, origin: 'recognised' },
  ],
})

it('a mark that changes while its paragraph is away is there when the very same paragraph comes back', () => {
  const [first, second] = [paragraph('p0'), paragraph('p1')]
  const hide: Mark = { id: 'm0', kind: 'hide', fromWordId: 'p0.0', toWordId: 'p0.0', value: null }
  const other: Mark = { ...hide, id: 'm1', fromWordId: 'p1.0', toWordId: 'p1.0' }
  const index = new MarkIndex()
  index.of([first, second], [other])
  const marks = [hide, other]
  index.of([second], marks)
  expect(index.of([first, second], marks).map(({ begun }) => begun)).toEqual([[hide], [other]])
  index.of([second], [other])
  expect(index.of([first, second], [other]).map(({ begun }) => begun)).toEqual([[], [other]])
})
