import { describe, expect, test } from 'vitest'
import { readStoredMark } from '../transcript/marks/stored-mark.ts'
import type { Mark, Paragraph, Speaker } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { makeCues, type Cue } from './cues.ts'
import { presetFor } from './rules.ts'
import { sampleTranscript } from './testing/sample-transcript.ts'
import { spoken, type ScriptedTurn } from './testing/spoken.ts'

function cuesOf(paragraphs: Paragraph[], language = 'en', marks: Mark[] = []): Cue[] {
  return makeCues({ paragraphs, speakers: [], marks }, presetFor(language), { durationMs: 0, language })
}

const captions = (turns: readonly ScriptedTurn[], language = 'en'): string[] =>
  shown(cuesOf(spoken(turns, language), language))

const shown = (cues: readonly Cue[]): string[] =>
  cues.map((cue) => cue.lines.map((line) => line.text).join(' / '))

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

describe('speakers', () => {
  test('a new speaker begins a new cue', () => {
    expect(
      captions([
        ['A', 0, 2_000, 'Are you ready to go now?'],
        ['B', 2_200, 4_200, 'Not before I have my coat.'],
      ]),
    ).toEqual(['Are you ready to go now?', 'Not before I have my coat.'])
  })

  test('a short answer is held into the pause', () => {
    const [, answer] = cuesOf(
      spoken([
        ['A', 0, 1_500, 'Are you ready to go now?'],
        ['B', 1_700, 1_900, 'Yes.'],
        ['A', 3_000, 5_000, 'Good, then we should leave.'],
      ]),
    )
    expect(answer).toMatchObject({ startMs: 1_700, endMs: 2_916, lines: [{ speakerId: 'B', text: 'Yes.' }] })
  })

  test('a short answer without a pause shares a cue, one line a speaker', () => {
    const turns: ScriptedTurn[] = [
      ['A', 0, 1_500, 'Are you ready to go now?'],
      ['B', 1_550, 1_900, 'Yes.'],
      ['A', 1_950, 3_900, 'Good, then we should leave at once.'],
    ]
    expect(captions(turns)).toEqual([
      'Are you ready to go now?',
      '-Yes. / -Good, then we should leave at once.',
    ])
    expect(captions(turns, 'fr').at(-1)).toBe('- Yes. / - Good, then we should leave at once.')
  })

  test('two who speak at once have a line each, all the time', () => {
    const cues = cuesOf(
      spoken([
        ['A', 0, 8_000, 'When we started the workshop in the old building there was nothing but a bench.'],
        ['B', 500, 8_300, 'No, that is not how it was, I remember it well, there was a lathe.'],
      ]),
    )
    for (const cue of cues)
      expect(new Set(cue.lines.map((line) => line.speakerId))).toEqual(new Set(['A', 'B']))
  })

  test('the rest of a turn that the next one overlaps is read first', () => {
    const [before, after] = cuesOf(
      spoken([
        ['A', 0, 3_000, 'because two of the stands were'],
        ['B', 2_500, 4_500, 'were broken, yes.'],
      ]),
    )
    expect(before?.lines).toEqual([{ speakerId: 'A', text: 'because two of the stands were' }])
    expect(after).toMatchObject({ startMs: 2_500, lines: [{ speakerId: 'B', text: 'were broken, yes.' }] })
  })

  describe('names', () => {
    const paragraphs = spoken([
      ['A', 0, 6_000, 'Right, I think we are recording. So, Sam, tell me about the old workshop.'],
      ['A', 6_100, 8_000, 'And about the stands.'],
      ['B', 8_500, 10_500, 'It is a lovely story.'],
      ['C', 11_000, 13_000, 'Nobody knows my name.'],
    ])
    const named = (id: string, name: string | null): Speaker => ({ id, name, colour: 0, groupId: null })
    const speakers = [
      named('A', 'Nora'),
      named('B', 'A person with a name as long as a line'),
      named('C', null),
    ]
    const withNames = (names: CaptionNames): string[] =>
      shown(
        makeCues({ paragraphs, speakers, marks: [] }, presetFor('en'), {
          durationMs: 14_000,
          language: 'en',
          names,
        }),
      )

    test('stand where the speaker changes and count as characters; a voice without one has none', () => {
      expect(withNames('change')).toEqual([
        'Nora: Right, I think we are recording. / So, Sam, tell me about the old workshop.',
        'And about the stands.',
        'A person with a nam…: It is a lovely / story.',
        'Nobody knows my name.',
      ])
    })

    test('stand before every caption, or never', () => {
      expect(withNames('always')[1]).toBe('Nora: And about the stands.')
      expect(withNames('always')[3]).toBe('Nobody knows my name.')
      expect(withNames('never').join()).not.toContain('Nora:')
      expect(
        shown(
          makeCues({ paragraphs, speakers, marks: [] }, presetFor('en'), {
            durationMs: 14_000,
            language: 'en',
          }),
        ),
      ).toEqual(withNames('never'))
    })
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
    // Known by its mark alone.
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

describe.each([
  'resources/samples/conversation-en.json',
  'resources/samples/conversation-fr.json',
  'fixtures/speech/meeting-en.json',
])('%s', (path) => {
  const transcript = sampleTranscript(path)
  const { language, durationMs } = transcript
  const cues = makeCues(transcript, presetFor(language), { durationMs, language })

  test('reads as it should', async () => {
    const text = cues.map(
      (cue) => `${cue.startMs}–${cue.endMs}\n${shown([cue]).join('').replaceAll(' / ', '\n')}\n`,
    )
    await expect(text.join('\n')).toMatchFileSnapshot(
      `testing/${path.split('/').at(-1)?.replace('.json', '.golden')}`,
    )
  })

  test('no cue flickers, is read too fast, or starts off its first word', () => {
    const starts = new Map(
      transcript.paragraphs.flatMap(({ words }) => words.map((word) => [word.id, word.startMs])),
    )
    for (const cue of cues) {
      const characters = cue.lines.reduce((sum, line) => sum + line.text.length, 0)
      const seconds = (cue.endMs - cue.startMs) / 1_000
      expect(seconds).toBeGreaterThan(0.834)
      expect(characters / seconds).toBeLessThan(24)
      expect(cue.startMs).toBe(starts.get(cue.wordIds[0] ?? ''))
    }
  })
})

test('100,000 words take seconds, not minutes', () => {
  const text =
    'The place opened in 1932, and it was run by a woman called Rosa Keller. She repaired bicycles there.'
  const turns = Array.from({ length: 5_000 }, (_, index): ScriptedTurn => [
    index % 2 === 0 ? 'A' : 'B',
    index * 7_000,
    index * 7_000 + 7_100,
    text,
  ])
  const paragraphs = spoken(turns)
  const started = performance.now()
  expect(cuesOf(paragraphs).length).toBeGreaterThan(9_000)
  expect(performance.now() - started).toBeLessThan(10_000)
})
