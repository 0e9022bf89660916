import { expect, test } from 'vitest'
import { found } from '../testing/read-cues.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { readWhisper } from './whisper-reader.ts'

const read = (value: unknown): ReturnType<typeof readWhisper> => readWhisper(JSON.stringify(value))

test('segments and words of Whisper, whose pieces are joined', () => {
  const { document, corrections } = read({
    language: 'en',
    segments: [
      {
        start: 1,
        end: 2.5,
        text: ' I don’t',
        words: [
          { word: ' I', start: 1.1, end: 1.3, probability: 0.9 },
          { word: ' don', start: 1.4, end: 1.6, probability: 0.5 },
          { word: '’t', start: 1.6, end: 2 },
        ],
      },
    ],
  })
  expect(found({ document, corrections })).toEqual({ cues: ['1000–2500 I don’t'], codes: [] })
  expect(
    document.transcript.paragraphs[0]?.words.map(({ text, startMs, endMs, confidence }) => [
      text,
      startMs,
      endMs,
      confidence,
    ]),
  ).toEqual([
    ['I', 1_100, 1_300, 0.9],
    ['don’t', 1_400, 2_000, 0.5],
  ])
  expect(document.transcript.language).toBe('en')
})

test('whisperX: speakers, words without times, times that are not numbers, segments without a start', () => {
  const text = `{"segments": [
    {"start": 0.5, "end": NaN, "text": "One two three", "speaker": "SPEAKER_00",
     "words": [{"word": "One", "start": 0.5, "end": 0.9, "score": 0.8}, {"word": "two"}, {"word": "three", "start": 1.5, "end": 2}]},
    {"text": "Four"}, {"no": "text"}
  ]}`
  const { document, corrections } = readWhisper(text)
  const { cues, codes } = found({ document, corrections })
  expect(cues).toEqual(['500–2000 SPEAKER_00: One two three', '2000–3000 Four'])
  expect(codes).toEqual(['number-unreadable', 'content-dropped', 'start-missing', 'end-missing'])
  expect(document.transcript.paragraphs[0]?.words.map(({ startMs }) => startMs)).toEqual([500, 1_000, 1_500])
})

test('whisper.cpp counts in ms', () => {
  const result = read({
    result: { language: 'fr' },
    transcription: [{ offsets: { from: 0, to: 1_500 }, text: ' Oui.' }],
  })
  expect(found(result).cues).toEqual(['0–1500 Oui.'])
  expect(result.document.transcript.language).toBe('fr')
})

test('what is none is refused', () => {
  for (const text of ['', '{', '{}', '{"segments": 3}', 'null'])
    expect(() => readWhisper(text)).toThrow(UnreadableText)
})
