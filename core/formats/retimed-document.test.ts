import { expect, test } from 'vitest'
import { movedBy, movedBack, stretchedBy } from '../transcript/time-map.ts'
import { lint } from '../transcript/lint.ts'
import { frameRateOf } from '../frames/timecode.ts'
import { formats } from './formats.ts'
import { retimedDocument } from './retimed-document.ts'
import { cuesRead } from './testing/round-trip.ts'
import { sampleDocument } from './testing/sample-document.ts'

const document = sampleDocument('resources/samples/conversation-fr.json')

test('words, former words, turns and marks move alike, and come back', () => {
  const [first, ...others] = document.transcript.paragraphs
  const [word, ...rest] = first!.words
  const former = { ...word!, id: 'former', text: 'Avant' }
  const changed = {
    ...document,
    transcript: {
      ...document.transcript,
      paragraphs: [{ ...first!, words: [{ ...word!, was: [former] }, ...rest] }, ...others],
    },
  }
  const moved = retimedDocument(changed, movedBy(5_000))
  const movedWord = moved.transcript.paragraphs[0]!.words[0]!
  expect(movedWord.startMs).toBe(word!.startMs + 5_000)
  expect(movedWord.was?.[0]?.startMs).toBe(former.startMs + 5_000)
  expect(moved.transcript.turns[0]?.startMs).toBe((document.transcript.turns[0]?.startMs ?? 0) + 5_000)
  expect(retimedDocument(moved, movedBack(movedBy(5_000)))).toEqual(changed)
})

test('the captions of a file keep their lines in another rate, and the document stays valid', () => {
  const srt = '1\n00:00:10,000 --> 00:00:12,000\nOne\ntwo\n\n2\n01:00:00,000 --> 01:00:01,000\nThree\n'
  const read = formats.srt.read?.(srt).document ?? expect.unreachable()
  const moved = retimedDocument(read, stretchedBy(frameRateOf(25), frameRateOf(23.976)))
  const cues = cuesRead(moved).map(({ startMs, endMs, lines }) => [startMs, endMs, lines.length])
  expect(cues).toEqual([
    [10_427, 12_513, 2],
    [3_753_750, 3_754_793, 1],
  ])
  expect(lint(moved.transcript)).toEqual([])
})
