import { describe, expect, test } from 'vitest'
import { formats } from '../formats.ts'
import { readEaf } from '../annotation/eaf-reader.ts'
import { readLrc } from './lrc-reader.ts'
import { found } from '../testing/read-cues.ts'
import { readTextGrid } from '../annotation/textgrid-reader.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

describe('LRC', () => {
  test('several starts for a line, an offset, times of words, ends by empty lines or reading time', () => {
    const { document, corrections } = readLrc(
      '[ti:Song]\n[offset:+500]\n[00:10.5][00:01.00]Chorus\n[00:04.00]\n[00:05.00]<00:05.00>Two <00:06.00>words\n',
    )
    expect(found({ document, corrections })).toEqual({
      cues: ['500–3500 Chorus', '4500–10000 Two words', '10000–11000 Chorus'],
      codes: ['end-missing'],
    })
    expect(document.transcript.paragraphs[1]?.words.map(({ startMs }) => startMs)).toEqual([4_500, 5_500])
    expect(() => readLrc('just words')).toThrow(UnreadableText)
  })

  test('a time inside a word is reported, and the word stays whole', () => {
    const { document, corrections } = readLrc(
      '[00:01.00]<00:01.00>ka<00:01.50>ra <00:02.00>oke\n[00:03.00]\n',
    )
    expect(document.transcript.paragraphs[0]?.words).toMatchObject([
      { text: 'kara', startMs: 1_000 },
      { text: 'oke', startMs: 2_000 },
    ])
    expect(corrections).toEqual([{ code: 'word-times-dropped', line: 1, detail: '<00:01.50>' }])
  })
})

describe('SBV', () => {
  const read = formats.sbv.read ?? expect.unreachable()
  test('lines, missing blank lines, wrong times', () => {
    const text = '0:00:01.000,0:00:02.000\nOne\ntwo\n0:00:02,500,0:00:03.000\nThree\n\n0:00:x,0:00:04.000\n'
    expect(found(read(text))).toEqual({
      cues: ['1000–2000 One / two', '2500–3000 Three / 0:00:x,0:00:04.000'],
      codes: ['missing-blank-line', 'time-notation', 'time-unreadable'],
    })
  })
})

describe('TextGrid', () => {
  test('the short form, points, quotes, comments', () => {
    const text = `File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n3\n<exists>\n2\n"IntervalTier"\n"Nora"\n0\n3\n2\n0\n1\n""\n1\n3\n"Say ""hi"""\n"TextTier"\n"beeps" ! a comment 5\n0\n3\n1\n0.5\n"beep"\n`
    const { document, corrections } = readTextGrid(text)
    expect(found({ document, corrections })).toEqual({
      cues: ['500–1000 beeps: beep', '1000–3000 Nora: Say "hi"'],
      codes: ['end-missing'],
    })
    expect(() => readTextGrid(text.slice(0, 90))).toThrow(UnreadableText)
  })
})

describe('EAF', () => {
  test('slots without times and tiers that refer to others are told', () => {
    const text = `<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="10"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="500"/><TIME_SLOT TIME_SLOT_ID="c"/></TIME_ORDER>
      <TIER TIER_ID="t1" PARTICIPANT="Nora"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="a" TIME_SLOT_REF2="b"><ANNOTATION_VALUE>Hi</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
      <ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="c" TIME_SLOT_REF2="b"><ANNOTATION_VALUE>Lost</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
      <TIER TIER_ID="t2"><ANNOTATION><REF_ANNOTATION><ANNOTATION_VALUE>gloss</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`
    expect(found(readEaf(text))).toEqual({
      cues: ['10–500 Nora: Hi'],
      codes: ['text-without-time', 'content-dropped'],
    })
  })
})

describe('Audacity', () => {
  const read = formats.audacity.read ?? expect.unreachable()
  test('decimal commas, points without an end, frequencies', () => {
    expect(found(read('1,5\t2,5\tOne\n\\\t100\t200\n4\t4\tHere\n'))).toEqual({
      cues: ['1500–2500 One', '4000–5000 Here'],
      codes: ['time-notation', 'content-dropped', 'end-missing'],
    })
  })
})

describe('Podcasting 2.0', () => {
  const read = formats.podcast.read ?? expect.unreachable()
  test('segments of two speakers at one time are one caption; ends may be missing', () => {
    const segments = [
      { speaker: 'A', startTime: 1, endTime: 2, body: 'Hi' },
      { speaker: 'B', startTime: 1, endTime: 2, body: 'Hello' },
      { startTime: 3, body: 'Yes' },
      { body: 'when?' },
    ]
    expect(found(read(JSON.stringify({ version: '1.0.0', segments })))).toEqual({
      cues: ['1000–2000 A: Hi / B: Hello', '3000–4000 Yes'],
      codes: ['text-without-time', 'end-missing'],
    })
  })
})
