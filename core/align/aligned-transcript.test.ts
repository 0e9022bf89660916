import { describe, expect, it, test } from 'vitest'
import { makeCues } from '../captions/cues.ts'
import { rulesOf } from '../captions/presets/transcript-rules.ts'
import { sampleTranscript } from '../captions/testing/sample-transcript.ts'
import { readSrt } from '../formats/small-captions/srt-reader.ts'
import { readText } from '../formats/reading/text-reader.ts'
import { readVtt } from '../formats/vtt/vtt-reader.ts'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Transcript } from '../transcript/transcript.ts'
import { alignTranscript } from './aligned-transcript.ts'

const { durationMs, ...sample } = sampleTranscript('fixtures/speech/two-voices-8s-en.json')
const recognized: Transcript = {
  ...sample,
  speakers: sample.speakers.map((speaker) => ({ ...speaker, name: null })),
}
const align = (text: Transcript) => {
  const result = alignTranscript(text, recognized, durationMs)
  expect(lint(result.transcript, durationMs)).toEqual([])
  return result
}
const textOf = ({ paragraphs, speakers }: Transcript): string[] =>
  paragraphs.map(
    (paragraph) =>
      `${speakers.find(({ id }) => id === paragraph.speakerId)?.name ?? paragraph.speakerId}: ${paragraphText(paragraph)}`,
  )

const script =
  'Have you seen my bike pump? I left it by the garage door. ' +
  'Yes, it’s on the shelf. I borrowed it\n this morning, sorry. No trouble.'

describe('alignTranscript', () => {
  it('keeps the wording and cuts paragraphs where the speaker changes', () => {
    const { transcript, unspoken, unwritten } = align(readText(script).document.transcript)
    expect(textOf(transcript)).toEqual([
      'A: Have you seen my bike pump? I left it by the garage door.',
      'B: Yes, it’s on the shelf. I borrowed it this morning, sorry.',
      'A: No trouble.',
    ])
    expect([unspoken, unwritten]).toEqual([[], []])
    expect(transcript.paragraphs[0]?.words.slice(3, 6)).toMatchObject([
      { text: 'my', startMs: 678, endMs: 840 },
      { text: 'bike', startMs: 840, endMs: 1365, origin: 'imported', confidence: null },
      { text: 'pump?', startMs: 1365, endMs: 1660 },
    ])
  })

  it('lists and marks what was not spoken, and lists what the text lacks', () => {
    const { transcript, unspoken, unwritten } = align(
      readText(
        'Have you seen my bicycle pump?\n\nYes, it’s on the shelf. We all went home for lunch. I borrowed it this ' +
          'morning, sorry. No problem.',
      ).document.transcript,
    )
    expect(unspoken).toEqual([{ startMs: 4420, endMs: 4420, text: 'We all went home for lunch.' }])
    expect(unwritten).toEqual([{ startMs: 2040, endMs: 3105, text: 'I left it by the door.' }])
    expect(transcript.marks).toMatchObject([{ kind: 'unspoken', fromWordId: 'p2.6', toWordId: 'p2.11' }])
    expect(textOf(transcript)).toHaveLength(3)
  })

  it('takes names from the text for those whose words they are, and adds who is nobody recognized', () => {
    const { transcript } = align(
      readText(
        'ANNA: Have you seen my bicycle pump? I left it by the door.\n\nBen :\nYes, it’s on the shelf. I borrowed it ' +
          'this morning, sorry.\n\nANNA: No problem.\n\nBen : And then nobody said this.\n\nNote: well',
      ).document.transcript,
    )
    expect(textOf(transcript)).toEqual([
      'ANNA: Have you seen my bicycle pump? I left it by the door.',
      'Ben: Yes, it’s on the shelf. I borrowed it this morning, sorry.',
      'ANNA: No problem.',
      'Ben: And then nobody said this.',
      'null: Note: well',
    ])
    expect(transcript.speakers.map(({ id, name }) => [id, name])).toEqual([
      ['A', 'ANNA'],
      ['B', 'Ben'],
    ])
    const mixed = align(
      readVtt(
        'WEBVTT\n\n00:00.000 --> 00:03.000\n<v Zoe>Have you seen</v>\n\n00:03.000 --> 00:05.000\n<v Zoe>it’s on the',
      ).document.transcript,
    )
    expect(mixed.transcript.speakers.map(({ name }) => name)).toEqual([null, null, 'Zoe'])
  })

  it('keeps the cues of a caption file with their own times and lines, and times their words by the sound', () => {
    const srt =
      '1\n00:00:00,100 --> 00:00:02,000\nHave you seen\nmy bicycle pump?\n\n2\n00:00:02,000 --> 00:00:04,600\n' +
      '- I left it by the door.\n- Yes, it’s on the shelf.\n\n3\n00:00:04,600 --> 00:00:07,000\nI borrowed it. No problem.\n'
    const { transcript } = align(readSrt(srt).document.transcript)
    expect(
      makeCues(transcript, rulesOf(transcript), { durationMs, language: 'en' }).map(
        ({ startMs, endMs, lines }) => [startMs, endMs, ...lines.map(({ text }) => text)],
      ),
    ).toEqual([
      [100, 2000, 'Have you seen', 'my bicycle pump?'],
      [2000, 4600, '- I left it by the door.', '- Yes, it’s on the shelf.'],
      [4600, 7000, 'I borrowed it. No problem.'],
    ])
    expect(textOf(transcript).map((line) => line.slice(0, 9))).toEqual([
      'A: Have y',
      'A: - I le',
      'B: - Yes,',
      'B: I borr',
    ])
    expect(transcript.paragraphs[0]?.words[0]).toMatchObject({ text: 'Have', startMs: 200, endMs: 328 })
  })

  it('shows cues that nobody spoke at the times of the file', () => {
    const srt =
      '1\n00:00:05,300 --> 00:00:06,200\nthis morning, sorry.\n\n2\n00:00:06,200 --> 00:00:06,300\n[a door slams far away]\n\n' +
      '3\n00:00:06,300 --> 00:00:07,000\nNo problem.\n'
    const { transcript, unspoken } = align(readSrt(srt).document.transcript)
    expect(unspoken).toHaveLength(1)
    const cues = makeCues(transcript, rulesOf(transcript), { durationMs, language: 'en' })
    expect(cues[1]).toMatchObject({
      startMs: 6200,
      endMs: 6300,
      lines: [{ text: '[a door slams far away]' }],
    })
  })

  it('keeps everything of a text when nothing was recognized', () => {
    const none = { ...recognized, paragraphs: [], turns: [], speakers: [] }
    const { transcript, unspoken } = alignTranscript(readText(script).document.transcript, none, durationMs)
    expect(lint(transcript, durationMs)).toEqual([])
    expect(unspoken).toHaveLength(1)
  })
})

test('a script of one line a speaker gives the speakers its names, and no name is a word', () => {
  const lines = [
    'SAM: Have you seen my bicycle pump? I left it by the door.',
    'Tom (off): Yes, it’s on the shelf. I borrowed it this morning, sorry.',
    'SAM: No problem.',
  ]
  const { transcript, unspoken } = align(readText(lines.join('\n')).document.transcript)
  expect(textOf(transcript)).toEqual(lines.map((line) => line.replace(' (off)', '')))
  expect(transcript.speakers.map(({ id, name }) => [id, name])).toEqual([
    ['A', 'SAM'],
    ['B', 'Tom'],
  ])
  expect(unspoken).toEqual([])
})
