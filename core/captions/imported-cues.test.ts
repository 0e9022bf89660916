import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { readSrt } from '../formats/small-captions/srt-reader.ts'
import { readVtt } from '../formats/vtt/vtt-reader.ts'
import { lint } from '../transcript/lint.ts'
import { type Paragraph, transcriptWords, type Transcript } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { withCues } from './words/cue-words.ts'
import type { Cue } from './cues.ts'
import { makeCues } from './cues.ts'
import { joinedCues } from './words/joined-cues.ts'
import { presetFor } from './presets/netflix.ts'

const cuesOf = (transcript: Transcript, names: CaptionNames = 'never'): Cue[] =>
  makeCues(transcript, presetFor('en'), { durationMs: 0, language: 'en', names })
const shown = (cues: readonly Cue[]): [number, number, string][] =>
  cues.map(({ startMs, endMs, lines }) => [startMs, endMs, lines.map(({ text }) => text).join(' / ')])

const overlapping = readSrt(
  '1\n00:00:01,000 --> 00:00:03,000\nOne  two\n- three\n\n2\n00:00:02,000 --> 00:00:02,100\nFour and a very long line that breaks every rule of length there is\n',
).document.transcript

test('cues keep their times, lines and text, whatever rules they break', () => {
  expect(lint(overlapping)).toEqual([])
  expect(shown(cuesOf(overlapping))).toEqual([
    [1_000, 3_000, 'One two / - three'],
    [2_000, 2_100, 'Four and a very long line that breaks every rule of length there is'],
  ])
})

test('voices have their lines, and names where they are wanted', () => {
  const { transcript } = readVtt(
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora>Hello</v>\n<v Sam>Hi</v>\n',
  ).document
  const [cue] = cuesOf(transcript, 'change')
  expect(cue?.lines.map(({ text }) => text)).toEqual(['Nora: Hello', 'Sam: Hi'])
})

it('cues set as marks come back as they were', () => {
  const text = fc.array(fc.constantFrom('one', 'two,', 'three.', 'four!'), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(text, (words) => {
      const file = `1\n00:00:01,000 --> 00:00:09,000\n${words.join(' ')}\n`
      const { transcript } = readSrt(file).document
      const made = makeCues(transcript, presetFor('en'), { durationMs: 9_000, language: 'en' })
      const kept = withCues(transcript, made)
      expect(lint(kept)).toEqual([])
      expect(shown(cuesOf(kept))).toEqual(shown(made))
    }),
  )
})

test('set as marks, a dialogue keeps its lines', () => {
  const says = (id: string, speakerId: string, text: string, startMs: number): Paragraph => ({
    id,
    speakerId,
    language: 'en',
    kind: 'speech',
    words: text.split(' ').map((word, index) => ({
      id: `${id}.${index}`,
      before: index === 0 ? '' : ' ',
      text: word,
      startMs: startMs + index * 200,
      endMs: startMs + index * 200 + 180,
      confidence: null,
      origin: 'recognised',
    })),
  })
  const paragraphs = [says('p1', 'a', 'Are you coming?', 0), says('p2', 'b', 'Yes I am.', 700)]
  const transcript = { ...overlapping, paragraphs, speakers: [], marks: [] }
  const made = cuesOf(transcript)
  expect(shown(made)).toHaveLength(1)
  expect(shown(cuesOf(withCues(transcript, made)))).toEqual(shown(made))
})

test('joined again, sentences go on from cue to cue, and dialogue does not', () => {
  const { transcript } = readSrt(
    '1\n00:00:01,000 --> 00:00:02,000\nThe place opened\n\n2\n00:00:02,000 --> 00:00:03,000\nin 1932.\n\n3\n00:00:03,000 --> 00:00:04,000\n- Really?\n\n4\n00:00:08,000 --> 00:00:09,000\nYes.\n',
  ).document
  const joined = joinedCues(transcript)
  const texts = ({ paragraphs }: Pick<Transcript, 'paragraphs'>): string[] =>
    paragraphs.map(({ words }) => words.map(({ before, text }) => before + text).join(''))
  expect(texts(joined)).toEqual(['The place opened in 1932.', '- Really?', 'Yes.'])
  expect(lint(joined)).toEqual([])
  expect(transcriptWords(joined).map(({ id }) => id)).toEqual(transcriptWords(transcript).map(({ id }) => id))
  expect(joined.marks.map(({ kind }) => kind)).toEqual(['break-before'])
})
