import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomParagraphs } from '../../captions/testing/random-transcript.ts'
import { spoken } from '../../captions/testing/spoken.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras } from '../format.ts'
import { srt } from './srt.ts'
import { readSrt } from './srt-reader.ts'
import { captionFile, captionFilesNote, hasCaptionFiles } from '../testing/caption-files.ts'
import { documentOf, english, sampleDocument } from '../testing/sample-document.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

const written = (document: DocumentWithExtras): string => srt.write!(document, english).text

/** Start, end and text of each paragraph read. */
const readBack = (text: string): [number, number, string][] =>
  readSrt(text).document.transcript.paragraphs.map(({ words }) => [
    words[0]!.startMs,
    words.at(-1)!.endMs,
    words.map((word) => word.text).join(' '),
  ])

describe('writing', () => {
  test('the sample conversation', async () => {
    const document = sampleDocument('resources/samples/conversation-en.json')
    await expect(srt.write!(document, { ...english, captionNames: 'change' }).text).toMatchFileSnapshot(
      'srt.golden',
    )
  })

  test('an empty transcript is an empty file', () => expect(written(documentOf([]))).toBe(''))

  test('names are those of the transcript’s caption rules, unless asked for otherwise', () => {
    const document = sampleDocument('fixtures/speech/two-voices-8s-en.json')
    const captionRules = { preset: 'netflix', names: 'change', changes: {} } as const
    const ruled = { ...document, transcript: { ...document.transcript, captionRules } }
    expect(written(ruled)).toBe(srt.write!(document, { ...english, captionNames: 'change' }).text)
    expect(srt.write!(ruled, { ...english, captionNames: 'never' }).text).toBe(written(document))
    expect(written(ruled)).not.toBe(written(document))
  })

  test('names are off unless chosen; a voice without a name has none in any case', () => {
    const alone = documentOf(spoken([['A', 0, 2_000, 'And then it rained.']]))
    expect(written(alone)).toBe('1\n00:00:00,000 --> 00:00:02,000\nAnd then it rained.\n')
    const named = {
      ...alone,
      transcript: { ...alone.transcript, speakers: [{ ...alone.transcript.speakers[0]!, name: 'Nora' }] },
    }
    expect(written(named)).toBe(written(alone))
    const chosen = { ...english, captionNames: 'change' } as const
    expect(srt.write!(named, chosen).text).toContain('\nNora: And then it rained.\n')
    expect(srt.write!(alone, { ...english, captionNames: 'always' }).text).toBe(written(alone))
  })

  test('what a player would take for markup is replaced, and reported', () => {
    const document = documentOf(spoken([[null, 0, 3_000, '<i>so</i> --> {\\an8} 1 < 2']]))
    const { text, losses } = srt.write!(document, english)
    expect(text).toContain('\n‹i>so‹/i> → (\\an8} 1 < 2\n')
    expect(losses).toContainEqual({ code: 'markup-replaced', count: 4 })
    // Some players drop any tag, up to the next `>`, which may be that of italics.
    const tags = documentOf(spoken([[null, 0, 3_000, 'x<y </p> a < b']]))
    expect(written(tags)).toContain('\nx‹y ‹/p> a < b\n')
  })

  test('for any transcript: numbers from 1, times, 1 or 2 lines, one blank line; read back the same', () => {
    const block = /^\d+\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}\n[^\n]+(?:\n[^\n]+)?$/
    fc.assert(
      fc.property(randomParagraphs, (paragraphs) => {
        const document = documentOf(paragraphs.map((paragraph) => ({ ...paragraph, speakerId: null })))
        const text = written(document)
        const blocks = text === '' ? [] : text.replace(/\n$/, '').split('\n\n')
        for (const [index, found] of blocks.entries()) {
          expect(found).toMatch(block)
          expect(found.split('\n')[0]).toBe(String(index + 1))
        }
        const cues = documentCues(document, english, 'never').map(({ startMs, endMs }) => [startMs, endMs])
        expect(readBack(text).map(([startMs, endMs]) => [startMs, endMs])).toEqual(cues)
        const lines = blocks.map((found) =>
          found
            .split('\n')
            .slice(2)
            .join(' ')
            .split(/[ \t]+/)
            .filter(Boolean)
            .join(' '),
        )
        expect(readBack(text).map(([, , line]) => line)).toEqual(lines)
      }),
      { numRuns: 200 },
    )
  })
})

describe('reading', () => {
  const cue = '1\n00:00:01,000 --> 00:00:02,500\nOne two\nthree\n'
  const expected = [[1_000, 2_500, 'One two three']]

  test('words are spread over the cue, imported', () => {
    const { document, corrections } = readSrt(cue)
    expect(corrections).toEqual([])
    expect(
      document.transcript.paragraphs[0]?.words.map(({ before, text, startMs, endMs }) => [
        before,
        text,
        startMs,
        endMs,
      ]),
    ).toEqual([
      ['', 'One', 1_000, 1_409],
      [' ', 'two', 1_409, 1_818],
      [' ', 'three', 1_818, 2_500],
    ])
    expect(document.recording.durationMs).toBe(2_500)
  })

  test.each([
    ['a byte order mark', `\uFEFF${cue}`, 'byte-order-mark'],
    ['CR LF', cue.replaceAll('\n', '\r\n'), null],
    ['CR', cue.replaceAll('\n', '\r'), null],
    ['points', cue.replaceAll(',', '.'), 'time-notation'],
    ['->', cue.replace('-->', '->'), 'time-notation'],
    ['no hours', cue.replaceAll('00:00:0', '00:0'), 'time-notation'],
    ['no number', cue.slice(2), 'missing-number'],
    ['a place behind the times', cue.replace('500\n', '500  X1:100 X2:200\n'), 'settings-dropped'],
    ['a place in the text', cue.replace('One', '{\\an8}One'), null],
    ['italics', cue.replace('One two', '<i>One two</i>'), null],
    ['bold type', cue.replace('One two', '<b>One two</b>'), 'tags-dropped'],
    ['a blank line in the text', cue.replace('two\n', 'two\n\n'), 'blank-line-in-text'],
  ])('%s', (_, text, code) => {
    expect(readBack(text)).toEqual(expected)
    expect(readSrt(text).corrections.map((correction) => correction.code)).toEqual(
      code === null ? [] : [code],
    )
  })

  test('no blank line between cues', () => {
    const text = `${cue}2\n00:00:03,000 --> 00:00:04,000\nFour\n`
    expect(readBack(text)).toEqual([...expected, [3_000, 4_000, 'Four']])
    expect(readSrt(text).corrections).toEqual([{ code: 'missing-blank-line', line: 5, detail: '2' }])
  })

  test('a line of digits is text where no times follow it', () => {
    expect(
      readBack('1\n00:00:01,000 --> 00:00:02,000\n1932\n\n2\n00:00:03,000 --> 00:00:04,000\nFour\n'),
    ).toEqual([
      [1_000, 2_000, '1932'],
      [3_000, 4_000, 'Four'],
    ])
  })

  test('cues out of order, without text, or ending before they start', () => {
    const text =
      '1\n00:00:03,000 --> 00:00:02,000\nLate word\n\n2\n00:00:01,000 --> 00:00:02,000\nEarly\n\n3\n00:00:05,000 --> 00:00:06,000\n'
    expect(readBack(text)).toEqual([
      [1_000, 2_000, 'Early'],
      [3_000, 3_040, 'Late word'],
    ])
    expect(readSrt(text).corrections.map(({ code }) => code)).toEqual([
      'order',
      'end-not-after-start',
      'empty-cue',
    ])
  })

  test('nothing is an empty document; text without any times cannot be read', () => {
    expect(readBack('')).toEqual([])
    expect(() => readSrt('some text')).toThrow(UnreadableText)
  })
})

describe.runIf(hasCaptionFiles)(`files of other projects${captionFilesNote}`, () => {
  test.each([
    ['webvtt-py/sample.srt', 5],
    ['webvtt-py/one_caption.srt', 1],
    ['webvtt-py/invalid_timeframe.srt', 5],
    ['webvtt-py/missing_caption_text.srt', 4],
    ['webvtt-py/missing_timeframe.srt', 4],
    ['ttconv/srt/alignment.srt', 9],
  ])('%s: %i cues', (path, count) => {
    const cues = readBack(captionFile(path))
    expect(cues.length).toBe(count)
    for (const [, , text] of cues) expect(text).not.toMatch(/\{\\an|-->/)
  })

  test('text whose times are missing is kept with the cue before', () => {
    const { document, corrections } = readSrt(captionFile('webvtt-py/missing_timeframe.srt'))
    expect(document.transcript.paragraphs[0]?.words.map(({ text }) => text).join(' ')).toBe(
      'Caption text #1 Caption text #2',
    )
    expect(corrections).toContainEqual({ code: 'text-without-time', line: 5, detail: '2' })
  })

  test.each([1, 2, 3])('invalid_format%i.srt cannot be read', (number) =>
    expect(() => readSrt(captionFile(`webvtt-py/invalid_format${number}.srt`))).toThrow(UnreadableText),
  )
})
