import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomParagraphs } from '../../captions/testing/random-transcript.ts'
import { spoken } from '../../captions/testing/spoken.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras } from '../format.ts'
import { captionFile, captionFilesNote, hasCaptionFiles } from '../testing/caption-files.ts'
import { documentOf, english, sampleDocument } from '../testing/sample-document.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { readVtt } from './vtt-reader.ts'
import { vtt } from './vtt.ts'

const written = (document: DocumentWithExtras): string => vtt.write!(document, english).text
const textOf = ({ words }: { readonly words: readonly { readonly text: string }[] }): string =>
  words.map((word) => word.text).join(' ')
const texts = (text: string): string[] => readVtt(text).document.transcript.paragraphs.map(textOf)

const bare = (line: string): string =>
  line
    .split(/[ \t]+/)
    .filter(Boolean)
    .join(' ')

describe('writing', () => {
  test('the sample conversation', async () => {
    await expect(written(sampleDocument('resources/samples/conversation-fr.json'))).toMatchFileSnapshot(
      'vtt.golden',
    )
  })

  test('one voice span a cue where one person speaks, with the label of the language for who has no name', () => {
    const document = documentOf(
      spoken([
        ['A', 0, 5_000, 'The place opened in 1932, and it was run by a woman called Rosa Keller.'],
        ['B', 6_000, 8_000, 'Really?'],
      ]),
    )
    const { text } = vtt.write!(document, { ...english, captionNames: 'always', speakerNames: false })
    expect(text).toContain(
      '\n<v Speaker 1>The place opened in 1932, and it was run\nby a woman called Rosa Keller.</v>\n',
    )
    expect(text).toContain('\n<v Speaker 2>Really?</v>\n')
    expect(text.match(/<v /gu)).toHaveLength(documentCues(document, english, 'never').length)
    expect(text).toBe(written(document))
  })

  test('an empty transcript is a header', () => expect(written(documentOf([]))).toBe('WEBVTT\n'))

  test('text and names are escaped', () => {
    const document = documentOf(spoken([['A', 0, 3_000, 'R&B <i> a --> b']]))
    const speakers = [{ ...document.transcript.speakers[0]!, name: 'Q & <A>\nteam' }]
    const text = written({ ...document, transcript: { ...document.transcript, speakers } })
    expect(text).toBe(
      'WEBVTT\n\n1\n00:00:00.000 --> 00:00:03.000\n<v Q &amp; &lt;A&gt; team>R&amp;B &lt;i&gt; a --&gt; b</v>\n',
    )
    expect(readVtt(text).document.transcript.speakers.map(({ name }) => name)).toEqual(['Q & <A> team'])
    expect(texts(text)).toEqual(['R&B <i> a --> b'])
  })

  test('for any transcript: blocks in order, no arrow in a text, read back with times, texts and voices', () => {
    fc.assert(
      fc.property(randomParagraphs, (paragraphs) => {
        const document = documentOf(paragraphs)
        const text = written(document)
        const cues = documentCues(document, english, 'never')
        expect(text.match(/-->/g)?.length ?? 0).toBe(cues.length)
        expect(text.replace(/\n$/, '').split('\n\n').length).toBe(cues.length + 1)
        const { document: read, corrections } = readVtt(text)
        expect(corrections).toEqual([])
        const voiced = cues.flatMap((cue) => {
          const voices = [...new Set(cue.lines.map((line) => line.speakerId))]
          return voices.map((voice) => [
            cue.startMs,
            cue.endMs,
            bare(
              cue.lines
                .filter((line) => line.speakerId === voice)
                .map((line) => line.text)
                .join(' '),
            ),
          ])
        })
        expect(
          read.transcript.paragraphs.map((paragraph) => [
            paragraph.words[0]?.startMs,
            paragraph.words.at(-1)?.endMs,
            textOf(paragraph),
          ]),
        ).toEqual(voiced)
      }),
      { numRuns: 200 },
    )
  })
})

describe('reading', () => {
  test('voices become speakers; other tags, settings, notes and styles are left aside', () => {
    const { document, corrections } = readVtt(
      'WEBVTT - title\n\nSTYLE\n::cue { color: red }\n\nNOTE a note\n\nfirst\n00:01.000 --> 00:02.000 align:end\n' +
        '<v.loud Nora>-Hello <b>you</b></v>\n<v Sam>-Hi &amp; hey\n',
    )
    expect(document.transcript.speakers.map(({ name }) => name)).toEqual(['Nora', 'Sam'])
    expect(document.transcript.paragraphs.map(textOf)).toEqual(['-Hello you', '-Hi & hey'])
    expect(corrections.map(({ code }) => code)).toEqual(['settings-dropped', 'tags-dropped'])
  })

  test('text after a blank line is that of a cue without any, else left out and reported', () => {
    const cue = (second: number): string => `00:0${second}.000 --> 00:0${second + 1}.000\n`
    const { document, corrections } = readVtt(
      `WEBVTT\n\nintro\n\n1\n${cue(1)}\nOne\nof two lines\n\nNOTE\na note\n\n2\n${cue(3)}Two\n\nand more\nof it\n\n${cue(5)}\nSTYLE\nhr\n\nThree\n\nlast\n\n${cue(7)}\n5\n\n${cue(8)}Four`,
    )
    expect(document.transcript.paragraphs.map(textOf)).toEqual(['One of two lines', 'Two', 'Three', 'Four'])
    expect(corrections.map(({ code, line, detail }) => [code, line, detail])).toEqual([
      ['blank-line-in-text', 8, 'One\nof two lines'],
      ['text-without-time', 18, 'and more\nof it'],
      ['blank-line-in-text', 26, 'Three'],
      ['text-without-time', 28, 'last'],
      ['text-without-time', 32, '5'],
      ['empty-cue', 30, ''],
    ])
  })

  test('a missing header and commas are put right; no header and no times is no captions', () => {
    const { document, corrections } = readVtt('00:00:01,000 --> 00:00:02,000\nOne\n')
    expect(document.transcript.paragraphs.map(textOf)).toEqual(['One'])
    expect(corrections.map(({ code }) => code)).toEqual(['missing-header', 'time-notation'])
    expect(() => readVtt('some text')).toThrow(UnreadableText)
  })
})

// Counts from the assertions of web-platform-tests, webvtt/parsing; one more in timings-garbage, whose commas
// are accepted on purpose, as in a renamed SRT.
describe.runIf(hasCaptionFiles)(`files of other projects${captionFilesNote}`, () => {
  test.each([
    ['arrows', 6],
    ['comment-in-cue-text', 2],
    ['header-garbage', 1],
    ['header-space', 1],
    ['header-tab', 1],
    ['header-timings', 1],
    ['ids', 5],
    ['newlines', 4],
    ['nulls', 7],
    ['signature-bom', 0],
    ['signature-no-newline', 0],
    ['signature-timings', 0],
    ['stylesheets', 2],
    ['timings-60', 2],
    ['timings-eof', 0],
    ['timings-garbage', 1],
    ['timings-negative', 4],
    ['timings-omitted-hours', 3],
    ['timings-too-long', 2],
    ['timings-too-short', 2],
    ['whitespace-chars', 3],
  ])('%s: %i cues', (name, count) => {
    expect(texts(captionFile(`wpt-webvtt/file-parsing/${name}.vtt`)).length).toBe(count)
  })

  test('voices and entities of rendering tests', () => {
    const { document } = readVtt(captionFile('wpt-webvtt/rendering/test_two_voices.vtt'))
    expect(document.transcript.speakers.length).toBe(2)
    expect(texts(captionFile('wpt-webvtt/rendering/decode_escaped_entities.vtt')).join('')).not.toContain(
      '&amp;',
    )
  })

  test.each([
    ['sample', 16],
    ['missing_caption_text', null],
    ['missing_timeframe', null],
    ['invalid_timeframe', null],
    ['youtube_dl', null],
    ['styles', null],
    ['metadata_headers_multiline', null],
  ])('webvtt-py/%s.vtt is read', (name, count) => {
    const found = texts(captionFile(`webvtt-py/${name}.vtt`))
    expect(found.length).toBeGreaterThan(0)
    expect(count ?? found.length).toBe(found.length)
  })
})
