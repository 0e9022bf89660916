import { describe, expect, test } from 'vitest'
import { readStoredMark } from '../transcript/marks/stored-mark.ts'
import type { Mark } from '../transcript/transcript.ts'
import { makeCues } from './cues.ts'
import { presetFor } from './presets/netflix.ts'
import { captions, cuesOf, shown } from './testing/shown-cues.ts'
import { spoken } from './testing/spoken.ts'

describe('the words of a cue', () => {
  test('no words, no cues', () => {
    expect(cuesOf([])).toEqual([])
    expect(cuesOf([{ id: 'p', speakerId: null, language: 'en', kind: 'speech', words: [] }])).toEqual([])
  })

  test('sentences and clauses stay whole', () => {
    expect(
      captions([
        [
          'A',
          0,
          9_000,
          'It was a lovely story. The place opened in 1932, and it was run by a woman called Rosa Keller.',
        ],
      ]),
    ).toEqual([
      'It was a lovely story.',
      'The place opened in 1932, and it was run / by a woman called Rosa Keller.',
    ])
  })

  test('a word longer than a line is cut, at a good place where there is one', () => {
    const link = 'https://example.org/a-very-long-address/of/something'
    expect(captions([['A', 0, 4_000, link]])).toEqual([
      'https://example.org/a-very-long-address/ / of/something',
    ])
    expect(captions([['A', 0, 4_000, 'x'.repeat(60)]])).toEqual([`${'x'.repeat(42)} / ${'x'.repeat(18)}`])
  })

  test('French signs stay with their word', () => {
    const text = 'Tu peux apporter la boîte des vieux vélos\u202F? Merci\u202F!'
    const lines = captions([['A', 0, 4_000, text]], 'fr')
      .join(' / ')
      .split(' / ')
    expect(lines.join(' ')).toBe(text)
    for (const line of lines) expect(line).not.toMatch(/^[?!\u202F]/)
  })

  test('a language without spaces is broken between its words', () => {
    const words = Array.from({ length: 60 }, (_, place) => ({
      id: `w${place}`,
      before: '',
      text: '語彙',
      startMs: place * 200,
      endMs: place * 200 + 200,
      confidence: null,
      origin: 'recognised' as const,
    }))
    const cues = cuesOf([{ id: 'p', speakerId: 'A', language: 'ja', kind: 'speech', words }], 'ja')
    const lines = cues.flatMap((cue) => cue.lines.map((line) => line.text))
    expect(lines.join('')).toBe('語彙'.repeat(60))
    for (const line of lines) expect(line.length % 2).toBe(0)
  })

  test('line ends and control characters in a word do not reach the screen', () => {
    const [paragraph] = spoken([['A', 0, 1_000, 'one']])
    const words = [{ ...paragraph!.words[0]!, text: '\n\none\u0000\r\ntwo\n' }]
    expect(shown(cuesOf([{ ...paragraph!, words }]))).toEqual(['one two'])
  })

  test('notes are not captions; sounds are', () => {
    const [note, sound] = spoken([
      [null, 0, 1_000, 'check this'],
      [null, 3_000, 4_000, '[music]'],
    ])
    expect(
      shown(
        cuesOf([
          { ...note!, kind: 'note' },
          { ...sound!, kind: 'sound' },
        ]),
      ),
    ).toEqual(['[music]'])
  })
})

const mark = (kind: string, from: number, to: number, value: string | null = null): Mark =>
  readStoredMark({ id: 'm', kind, fromWordId: `p0.${from}`, toWordId: `p0.${to}`, value })

describe('marks', () => {
  const paragraphs = spoken([['A', 0, 3_000, 'We left the house, and then it rained.']])
  const marked = (...marks: Mark[]): string[] => shown(cuesOf(paragraphs, 'en', marks))

  test('none', () => expect(marked()).toEqual(['We left the house, and then it rained.']))
  test('break-before', () =>
    expect(marked(mark('break-before', 4, 4))).toEqual(['We left the house,', 'and then it rained.']))
  test('hide', () => expect(marked(mark('hide', 4, 5))).toEqual(['We left the house, it rained.']))
  test('a time that a person put in is left out, one that was said stays', () => {
    const timed = spoken([['A', 0, 3_000, 'We left at 10:15 [0:02] and then it rained.']])
    const times = (...marks: Mark[]): string[] => shown(cuesOf(timed, 'en', marks))
    expect(times(mark('time', 4, 4))).toEqual(['We left at 10:15 and then it rained.'])
    // Recognizable by its mark alone.
    expect(times()).toEqual(['We left at 10:15 [0:02] / and then it rained.'])
  })
  test('wording', () =>
    expect(marked(mark('wording', 0, 3, 'Out we went,'))).toEqual(['Out we went, and then it rained.']))
  test('no-break', () => {
    const long = spoken([
      ['A', 0, 5_000, 'We left the house in the rain, and then we went on over the hill again.'],
    ])
    const plain = shown(cuesOf(long))
    const together = shown(cuesOf(long, 'en', [mark('no-break', 5, 9)]))
    expect(plain.join(' / ')).toContain('rain, / and')
    expect(together.join(' / ')).toContain('the rain, and then we')
  })
  test('of words that have gone, or of an unknown kind, change nothing', () =>
    expect(marked({ ...mark('hide', 0, 0), toWordId: 'gone' }, mark('comment', 0, 3, 'nice'))).toEqual(
      marked(),
    ))
})

/** The gap between two cues after a pause in speech. */
const gap = (pauseMs: number): number => {
  const [first, second] = cuesOf(
    spoken([
      ['A', 0, 2_000, 'We left the house early.'],
      ['B', 2_000 + pauseMs, 4_000 + pauseMs, 'And then it rained again.'],
    ]),
  )
  return second!.startMs - first!.endMs
}

describe('times', () => {
  test('a pause over 1.5 s begins a new cue, and the cue before ends half a second after its word', () => {
    const cues = cuesOf(
      spoken([
        ['A', 0, 1_500, 'We left the house,'],
        ['A', 4_000, 5_500, 'and then it rained.'],
      ]),
    )
    expect(cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 2_000],
      [4_000, 5_500],
    ])
  })

  test('a gap of 3 to 11 frames is closed to 2, or opened to 12', () => {
    expect([0, 100, 500, 584, 585, 800, 1_000, 1_400].map(gap)).toEqual([84, 84, 84, 84, 500, 500, 500, 900])
  })

  test('words without duration, or all at one time, still make cues in order', () => {
    const [paragraph] = spoken([['A', 0, 1, Array.from({ length: 80 }, () => 'again').join(' ')]])
    const words = paragraph!.words.map((word) => ({ ...word, startMs: 5_000, endMs: 5_000 }))
    const cues = cuesOf([{ ...paragraph!, words }])
    for (const [index, cue] of cues.entries()) {
      expect(cue.endMs).toBeGreaterThan(cue.startMs)
      expect(cue.startMs).toBeGreaterThanOrEqual(cues[index - 1]?.endMs ?? 0)
      expect(Math.abs(cue.startMs - 5_000)).toBeLessThanOrEqual(300)
    }
  })

  test('the last cue does not outlast the recording', () => {
    const paragraphs = spoken([['A', 0, 2_000, 'And then it rained.']])
    const [cue] = makeCues({ paragraphs, speakers: [], marks: [] }, presetFor('en'), {
      durationMs: 2_100,
      language: 'en',
    })
    expect(cue?.endMs).toBe(2_100)
  })
})
